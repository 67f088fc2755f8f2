"""what a member of staff did last is found at once"""

import sqlalchemy as sa
from alembic import op

revision = '0008'
down_revision = '0007'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index(
        'ix_events_staff', 'events', ['actor_id', 'id'],
        sqlite_where=sa.text("actor_kind = 'staff'"), postgresql_where=sa.text("actor_kind = 'staff'"),
    )


def downgrade() -> None:
    op.drop_index('ix_events_staff', table_name='events')
