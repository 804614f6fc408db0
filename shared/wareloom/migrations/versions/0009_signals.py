"""What each day tells of a trend, how trends come of one another, and where each stands."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0009"
down_revision = "0008"

_PARTS = ("demand", "momentum", "competition", "profitability", "sentiment")


def upgrade() -> None:
    op.create_table(
        "trends_signals",
        *_trend("trends_signals", "trend_id"),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("offers", sa.Integer(), nullable=False),
        sa.Column("new_offers", sa.Integer(), nullable=True),
        sa.Column("counted", sa.Integer(), nullable=False),
        sa.Column("reviews_gained", sa.Float(), nullable=True),
        sa.Column("sellers", sa.Integer(), nullable=True),
        sa.Column("price_low", sa.Numeric(), nullable=True),
        sa.Column("price_mid", sa.Numeric(), nullable=True),
        sa.Column("price_high", sa.Numeric(), nullable=True),
        sa.Column("rank_mid", sa.Float(), nullable=True),
        sa.PrimaryKeyConstraint("trend_id", "source", "day", name=op.f("pk_trends_signals")),
    )
    op.create_table(
        "trends_kinships",
        *_trend("trends_kinships", "trend_id"),
        *_trend("trends_kinships", "before_id"),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("key_before", sa.Text(), nullable=False),
        sa.Column("offers", sa.Integer(), nullable=False),
        sa.CheckConstraint("kind IN ('renamed', 'split', 'merged')", name=op.f("ck_trends_kinships_kind")),
        sa.PrimaryKeyConstraint("trend_id", "before_id", "at", name=op.f("pk_trends_kinships")),
    )
    op.create_index(op.f("ix_trends_kinships_before_id"), "trends_kinships", ["before_id"])
    _keep_outlooks()


def _keep_outlooks() -> None:
    op.create_table(
        "trends_outlooks",
        *_trend("trends_outlooks", "trend_id"),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("days", sa.Integer(), nullable=False),
        _json("windows", nullable=False),
        sa.Column("p", sa.Float(), nullable=True),
        sa.Column("q", sa.Float(), nullable=True),
        _json("season", nullable=True),
        _json("forecast", nullable=False),
        sa.Column("model", sa.Text(), nullable=True),
        _json("backtest", nullable=True),
        _json("sales", nullable=True),
        _json("parts", nullable=False),
        *(sa.Column(name, sa.Float(), nullable=True) for name in _PARTS),
        _json("confidence", nullable=False),
        _json("leads", nullable=False),
        sa.PrimaryKeyConstraint("trend_id", name=op.f("pk_trends_outlooks")),
    )
    op.create_index(op.f("ix_trends_outlooks_label"), "trends_outlooks", ["label"])
    op.create_table(
        "trends_weights",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        _json("weights", nullable=False),
        sa.Column("chosen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("chosen_by", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["tenant_id"], ["accounts_tenants.id"], name=op.f("fk_trends_weights_tenant_id")),
        sa.PrimaryKeyConstraint("tenant_id", name=op.f("pk_trends_weights")),
    )


def downgrade() -> None:
    op.drop_table("trends_weights")
    op.drop_table("trends_outlooks")
    op.drop_table("trends_kinships")
    op.drop_table("trends_signals")


def _json(name: str, *, nullable: bool) -> sa.Column[object]:
    return sa.Column(name, postgresql.JSONB(astext_type=sa.Text()), nullable=nullable)


def _trend(table: str, column: str) -> list[sa.Column[object] | sa.Constraint]:
    return [
        sa.Column(column, sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint([column], ["trends_trends.id"], name=op.f(f"fk_{table}_{column}"), ondelete="CASCADE"),
    ]
