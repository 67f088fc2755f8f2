"""ratings lie by office and month, so that a queue need not look through all cases for them"""

import sqlalchemy as sa
from alembic import op

from bot.store.tables import BigKey, Moment

revision = '0012'
down_revision = '0011'
branch_labels = None
depends_on = None

SAID = ('contacted', 'solved', 'satisfaction', 'explained')


def upgrade() -> None:
    ratings = op.create_table('ratings',
    sa.Column('department', sa.String(length=64), nullable=False),
    sa.Column('at', Moment(), nullable=False),
    sa.Column('case_id', BigKey, autoincrement=False, nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('contacted', sa.Boolean(), nullable=False),
    sa.Column('solved', sa.Boolean(), nullable=False),
    sa.Column('satisfaction', sa.String(length=8), nullable=False),
    sa.Column('explained', sa.Boolean(), nullable=False),
    sa.ForeignKeyConstraint(['case_id'], ['cases.id'], name=op.f('fk_ratings_case_id_cases')),
    sa.PrimaryKeyConstraint('department', 'at', 'case_id', 'version', name=op.f('pk_ratings')),
    sqlite_with_rowid=False
    )
    events = sa.table('events', sa.column('case_id'), sa.column('version'), sa.column('kind'), sa.column('at'),
                      sa.column('data', sa.JSON))
    cases = sa.table('cases', sa.column('id'), sa.column('department'))
    rating = events.c.data['rating']
    said = [rating[name].as_string() if name == 'satisfaction' else rating[name].as_boolean() for name in SAID]
    # Whose answer each was, the record doesn't say at once: the office that has the case now, as it was counted so far.
    op.execute(ratings.insert().from_select(
        ['department', 'at', 'case_id', 'version', *SAID],
        sa.select(cases.c.department, events.c.at, events.c.case_id, events.c.version, *said)
        .join_from(events, cases, cases.c.id == events.c.case_id).where(events.c.kind == 'rated'),
    ))


def downgrade() -> None:
    op.drop_table('ratings')
