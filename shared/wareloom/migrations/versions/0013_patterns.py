"""What the offers of a trend say alike, whom it is for and what it costs; and what movement its q is of."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    op.create_table(
        "trends_hearings",
        sa.Column("offer_id", sa.Uuid(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("product", sa.Text(), nullable=True),
        sa.Column("said", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.ForeignKeyConstraint(
            ["offer_id"], ["market_offers.id"], name=op.f("fk_trends_hearings_offer_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("offer_id", name=op.f("pk_trends_hearings")),
    )
    op.create_table(
        "trends_price_levels",
        sa.Column("product", sa.Text(), nullable=False),
        sa.Column("currency", sa.Text(), nullable=False),
        sa.Column("low", sa.Numeric(), nullable=False),
        sa.Column("high", sa.Numeric(), nullable=False),
        sa.Column("offers", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("product", "currency", name=op.f("pk_trends_price_levels")),
    )
    op.create_table(
        "trends_patterns",
        sa.Column("trend_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("offers", sa.Integer(), nullable=False),
        sa.Column("of", sa.Integer(), nullable=False),
        sa.Column("share", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(
            ["trend_id"], ["trends_trends.id"], name=op.f("fk_trends_patterns_trend_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("trend_id", "kind", "value", name=op.f("pk_trends_patterns")),
    )
    op.add_column("trends_outlooks", sa.Column("moved", postgresql.JSONB(astext_type=sa.Text()), nullable=True))
    op.create_index(op.f("ix_trends_patterns_kind_value"), "trends_patterns", ["kind", "value"], unique=False)


def downgrade() -> None:
    op.drop_column("trends_outlooks", "moved")
    op.drop_table("trends_patterns")
    op.drop_table("trends_price_levels")
    op.drop_table("trends_hearings")
