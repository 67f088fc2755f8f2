"""dead letters can be handed in again, once each time"""

import sqlalchemy as sa
from alembic import op

from bot.store.tables import Moment

revision = '0013'
down_revision = '0012'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column('inbox', sa.Column('reference', sa.String(16)))
    op.add_column('dead_letters', sa.Column('again_at', Moment()))


def downgrade() -> None:
    op.drop_column('dead_letters', 'again_at')
    op.drop_column('inbox', 'reference')
