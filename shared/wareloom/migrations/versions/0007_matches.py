"""The same product across marketplaces: what pictures look like, pairs, groups, and people's own words on pairs."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0007"
down_revision = "0006"

_TABLES = (
    "market_match_overrides", "market_matches", "market_match_keys", "market_match_members", "market_pictures",
    "market_match_waiting",
)  # fmt: skip


def upgrade() -> None:
    _let_offers_wait()
    _remember_pictures()
    _place_offers()
    _keep_pairs()
    # Every offer of before waits to be compared; the clock takes them slice by slice.
    op.execute("INSERT INTO market_match_waiting (offer_id, since) SELECT id, last_seen_at FROM market_offers")


def downgrade() -> None:
    for table in _TABLES:
        op.drop_table(table)


def _offer(table: str, column: str = "offer_id") -> tuple[sa.Column[object], sa.ForeignKeyConstraint]:
    return (
        sa.Column(column, sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint([column], ["market_offers.id"], name=op.f(f"fk_{table}_{column}"), ondelete="CASCADE"),
    )


def _let_offers_wait() -> None:
    op.create_table(
        "market_match_waiting",
        *_offer("market_match_waiting"),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("offer_id", name=op.f("pk_market_match_waiting")),
    )
    op.create_index(op.f("ix_market_match_waiting_since_offer_id"), "market_match_waiting", ["since", "offer_id"])


def _remember_pictures() -> None:
    op.create_table(
        "market_pictures",
        sa.Column("url_digest", sa.LargeBinary(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("hash", sa.BigInteger(), nullable=True),
        sa.Column("fetched_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("look_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("url_digest", name=op.f("pk_market_pictures")),
    )
    due = sa.text("look_at IS NOT NULL")
    op.create_index("ix_market_pictures_due", "market_pictures", ["look_at"], postgresql_where=due)


def _place_offers() -> None:
    op.create_table(
        "market_match_members",
        *_offer("market_match_members"),
        sa.Column("picture", sa.LargeBinary(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("matched_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("group_id", sa.Uuid(), nullable=True),
        sa.PrimaryKeyConstraint("offer_id", name=op.f("pk_market_match_members")),
    )
    for column in ("group_id", "picture"):
        known = sa.text(f"{column} IS NOT NULL")
        op.create_index(f"ix_market_match_members_{column}", "market_match_members", [column], postgresql_where=known)
    op.create_index(op.f("ix_market_match_members_version"), "market_match_members", ["version"])
    op.create_table(
        "market_match_keys",
        sa.Column("key", sa.BigInteger(), autoincrement=False, nullable=False),
        *_offer("market_match_keys"),
        sa.Column("weight", sa.SmallInteger(), nullable=False),
        sa.PrimaryKeyConstraint("key", "offer_id", name=op.f("pk_market_match_keys")),
    )
    op.create_index(op.f("ix_market_match_keys_offer_id"), "market_match_keys", ["offer_id"])


def _keep_pairs() -> None:
    op.create_table(
        "market_matches",
        *_offer("market_matches", "first_id"),
        *_offer("market_matches", "second_id"),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("parts", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("first_id < second_id", name=op.f("ck_market_matches_ordered")),
        sa.CheckConstraint("verdict IN ('same', 'maybe')", name=op.f("ck_market_matches_verdict")),
        sa.PrimaryKeyConstraint("first_id", "second_id", name=op.f("pk_market_matches")),
    )
    for columns in (["second_id"], ["verdict", "decided_at", "first_id", "second_id"]):
        op.create_index(op.f(f"ix_market_matches_{'_'.join(columns)}"), "market_matches", columns)
    op.create_table(
        "market_match_overrides",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        *_offer("market_match_overrides", "first_id"),
        *_offer("market_match_overrides", "second_id"),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("decided_by", sa.Text(), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("first_id < second_id", name=op.f("ck_market_match_overrides_ordered")),
        sa.CheckConstraint("verdict IN ('same', 'different')", name=op.f("ck_market_match_overrides_verdict")),
        sa.ForeignKeyConstraint(
            ["tenant_id"], ["accounts_tenants.id"], name=op.f("fk_market_match_overrides_tenant_id")
        ),
        sa.PrimaryKeyConstraint("tenant_id", "first_id", "second_id", name=op.f("pk_market_match_overrides")),
    )
    columns = ["tenant_id", "second_id"]
    op.create_index(op.f("ix_market_match_overrides_tenant_id_second_id"), "market_match_overrides", columns)
