"""lists remember which cases they name, so that they can be taken back"""

import sqlalchemy as sa
from alembic import op

from bot.store.tables import BigKey, Moment

revision = '0011'
down_revision = '0010'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        'listed',
        sa.Column('seq', BigKey, sa.ForeignKey('outbox.seq'), primary_key=True, autoincrement=False),
        sa.Column('case_id', BigKey, sa.ForeignKey('cases.id'), primary_key=True, autoincrement=False),
        sa.Column('at', Moment(), nullable=False),
        sa.Column('again', sa.String(64)),
    )
    op.create_index('ix_listed_case', 'listed', ['case_id', 'seq'], unique=False)


def downgrade() -> None:
    op.drop_index('ix_listed_case', 'listed')
    op.drop_table('listed')
