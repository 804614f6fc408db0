"""What each day tells of a trend, and how trends come of one another."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


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


def downgrade() -> None:
    op.drop_table("trends_kinships")
    op.drop_table("trends_signals")


def _trend(table: str, column: str) -> list[sa.Column[object] | sa.Constraint]:
    return [
        sa.Column(column, sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint([column], ["trends_trends.id"], name=op.f(f"fk_{table}_{column}"), ondelete="CASCADE"),
    ]
