"""what cases are found by: words, and the last digits of telephones"""

import json

import sqlalchemy as sa
from alembic import op

from bot.core.case import CALLERS
from bot.core.finding import terms
from bot.core.masking import mask
from bot.core.phones import phones, tail

revision = '0007'
down_revision = '0006'
branch_labels = None
depends_on = None

SEARCH = "CREATE VIRTUAL TABLE search USING fts5(offices, words, content='')"
BATCH = 2000
SAID = ('filed', 'added', 'supplied', 'summarised', 'replied', 'resolved', 'corrected')


def upgrade() -> None:
    op.create_table('found',
    sa.Column('case_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('offices', sa.Text(), nullable=False),
    sa.Column('words', sa.Text(), nullable=False),
    sa.ForeignKeyConstraint(['case_id'], ['cases.id'], name=op.f('fk_found_case_id_cases')),
    sa.PrimaryKeyConstraint('case_id', name=op.f('pk_found'))
    )
    op.create_table('phone_tails',
    sa.Column('tail', sa.String(length=4), nullable=False),
    sa.Column('case_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.ForeignKeyConstraint(['case_id'], ['cases.id'], name=op.f('fk_phone_tails_case_id_cases')),
    sa.PrimaryKeyConstraint('tail', 'case_id', name=op.f('pk_phone_tails'))
    )
    with op.batch_alter_table('phone_tails', schema=None) as batch_op:
        batch_op.create_index('ix_phone_tails_case', ['case_id'], unique=False)
    op.execute(SEARCH)
    _fill(op.get_bind())


def _fill(conn: sa.Connection) -> None:
    """Once through all cases that are not confidential, in portions."""
    kinds = ", ".join(f"'{kind}'" for kind in SAID)
    after = 0
    while True:
        cases = conn.execute(sa.text(
            "SELECT c.id, c.department, c.supporting, c.confidential, c.citizen_id, p.phone FROM cases c "
            "JOIN people p ON p.id = c.citizen_id WHERE c.id > :after ORDER BY c.id LIMIT :limit"
        ), {"after": after, "limit": BATCH}).all()
        if not cases:
            return
        first, after = cases[0].id, cases[-1].id
        said: dict[int, list[str]] = {}
        theirs: dict[int, list[str]] = {}
        for row in conn.execute(sa.text(
            f"SELECT case_id, kind, data FROM events WHERE case_id BETWEEN :first AND :last AND kind IN ({kinds}) "
            "ORDER BY case_id, version"
        ), {"first": first, "last": after}):
            data = json.loads(row.data) if isinstance(row.data, str) else row.data
            words = str(data.get("text") or "")
            said.setdefault(row.case_id, []).append(mask(words))
            if row.kind in ('filed', 'added', 'supplied'):
                theirs.setdefault(row.case_id, []).append(words)
        kept, index, tails = [], [], []
        for case in cases:
            if case.confidential:
                continue
            supporting = json.loads(case.supporting) if isinstance(case.supporting, str) else case.supporting
            offices = " ".join("o" + o.encode().hex() for o in dict.fromkeys((case.department, *supporting)))
            words = "\n".join(filter(None, said.get(case.id, ())))
            kept.append({"id": case.id, "offices": offices, "words": words})
            index.append({"id": case.id, "offices": offices, "words": terms(words)})
            ends = {tail(phone) for text in theirs.get(case.id, ()) for phone in phones(text)}
            if case.citizen_id >= CALLERS and case.phone:
                ends.add(tail(case.phone))
            tails += [{"tail": end, "id": case.id} for end in sorted(ends)]
        for statement, rows in (
            ("INSERT INTO found (case_id, offices, words) VALUES (:id, :offices, :words)", kept),
            ("INSERT INTO search (rowid, offices, words) VALUES (:id, :offices, :words)", index),
            ("INSERT INTO phone_tails (tail, case_id) VALUES (:tail, :id)", tails),
        ):
            if rows:
                conn.execute(sa.text(statement), rows)


def downgrade() -> None:
    op.execute("DROP TABLE search")
    op.drop_table('phone_tails')
    op.drop_table('found')
