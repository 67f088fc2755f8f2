"""what is not over, as a table of its own"""

import sqlalchemy as sa
from alembic import op

revision = '0005'
down_revision = '0004'
branch_labels = None
depends_on = None

NEVER = "'9999-01-01 00:00:00.000000'"
# As bot/store/queues.py had it when the table came.
FILL = f"""
INSERT INTO queue (case_id, department, status, stage, rank, late_at, answer_at, handler_id, accused)
SELECT c.id, c.department, c.status,
  CASE WHEN c.status IN ('triage', 'dispatched', 'in_progress', 'awaiting_citizen', 'deferred') THEN 'open'
       WHEN d.due IS NOT NULL THEN 'reopen' ELSE 'answered' END,
  CASE WHEN c.supervision IN ('supervised', 'escalated') THEN 0 ELSE 1 END,
  coalesce(CASE WHEN c.status IN ('triage', 'dispatched', 'in_progress', 'awaiting_citizen', 'deferred')
       THEN o.late ELSE d.due END, {NEVER}),
  coalesce(o.answer, {NEVER}), c.handler_id, nullif(CAST(c.accused AS VARCHAR), '[]')
FROM cases c
LEFT JOIN (SELECT case_id, min(due_at) AS late,
             min(CASE WHEN kind IN ('progress', 'resolve') THEN due_at END) AS answer
           FROM clocks WHERE ended_at IS NULL AND (paused_at IS NULL OR due_at <= paused_at)
             AND kind IN ('triage', 'acknowledge', 'progress', 'resolve') GROUP BY case_id) o ON o.case_id = c.id
LEFT JOIN (SELECT case_id, min(due_at) AS due FROM clocks WHERE ended_at IS NULL AND kind = 'decide'
             AND (paused_at IS NULL OR due_at <= paused_at) GROUP BY case_id) d ON d.case_id = c.id
WHERE c.status IN ('triage', 'dispatched', 'in_progress', 'awaiting_citizen', 'deferred', 'resolved')
   OR (c.status = 'closed' AND d.due IS NOT NULL)
"""


def upgrade() -> None:
    op.create_table('queue',
    sa.Column('case_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('department', sa.String(length=64), nullable=False),
    sa.Column('status', sa.String(length=20), nullable=False),
    sa.Column('stage', sa.String(length=8), nullable=False),
    sa.Column('rank', sa.Integer(), nullable=False),
    sa.Column('late_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('answer_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('handler_id', sa.BigInteger(), nullable=True),
    sa.Column('accused', sa.Text(), nullable=True),
    sa.ForeignKeyConstraint(['case_id'], ['cases.id'], name=op.f('fk_queue_case_id_cases')),
    sa.PrimaryKeyConstraint('case_id', name=op.f('pk_queue'))
    )
    with op.batch_alter_table('queue', schema=None) as batch_op:
        batch_op.create_index('ix_queue_answer', ['department', 'stage', 'answer_at', 'late_at', 'accused'], unique=False)
        batch_op.create_index('ix_queue_handler', ['handler_id', 'stage', 'rank', 'late_at', 'case_id', 'accused'], unique=False)
        batch_op.create_index('ix_queue_late', ['stage', 'late_at', 'department', 'case_id', 'accused'], unique=False)
        batch_op.create_index('ix_queue_office', ['department', 'stage', 'rank', 'late_at', 'case_id', 'answer_at', 'status', 'accused'], unique=False)
        batch_op.create_index('ix_queue_status', ['department', 'stage', 'status', 'accused'], unique=False)

    with op.batch_alter_table('cases', schema=None) as batch_op:
        batch_op.create_index('ix_cases_filed', ['status', 'filed_at', 'department'], unique=False)

    op.execute(FILL)


def downgrade() -> None:
    with op.batch_alter_table('cases', schema=None) as batch_op:
        batch_op.drop_index('ix_cases_filed')

    op.drop_table('queue')
