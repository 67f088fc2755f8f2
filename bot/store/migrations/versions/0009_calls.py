"""follow-up by telephone: how often nobody picked up, and when to call again"""

import sqlalchemy as sa
from alembic import op

revision = '0009'
down_revision = '0008'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column('followups', sa.Column('calls', sa.Integer(), server_default='0', nullable=False))
    op.add_column('followups', sa.Column('call_at', sa.DateTime(timezone=True), nullable=True))
    op.create_index('ix_followups_calls', 'followups', ['ended_at', 'call_at'], unique=False)
    # Who was asked before, in a chat that they don't have, is on the list now.
    op.execute(
        "UPDATE followups SET call_at = asked_at WHERE citizen_id >= 9007199254740992 AND ended_at IS NULL"
    )


def downgrade() -> None:
    op.drop_index('ix_followups_calls', 'followups')
    with op.batch_alter_table('followups', schema=None) as batch_op:
        batch_op.drop_column('call_at')
        batch_op.drop_column('calls')
