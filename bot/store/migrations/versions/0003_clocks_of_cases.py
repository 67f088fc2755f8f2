"""clocks of cases"""

import sqlalchemy as sa
from alembic import op

revision = '0003'
down_revision = '0002'
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table('clocks', schema=None) as batch_op:
        batch_op.add_column(sa.Column('case_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True))
        batch_op.add_column(sa.Column('rings_at', sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column('paused_at', sa.DateTime(timezone=True), nullable=True))
        batch_op.create_index('ix_clocks_case', ['case_id'], unique=False)
        batch_op.create_index(
            'ix_clocks_rings',
            ['rings_at'],
            unique=False,
            sqlite_where=sa.text('ended_at IS NULL'),
            postgresql_where=sa.text('ended_at IS NULL'),
        )
    op.execute('UPDATE clocks SET rings_at = due_at WHERE ended_at IS NULL')


def downgrade() -> None:
    op.execute("DELETE FROM clocks WHERE case_id IS NOT NULL")
    with op.batch_alter_table('clocks', schema=None) as batch_op:
        batch_op.drop_index('ix_clocks_rings')
        batch_op.drop_index('ix_clocks_case')
        batch_op.drop_column('paused_at')
        batch_op.drop_column('rings_at')
        batch_op.drop_column('case_id')
