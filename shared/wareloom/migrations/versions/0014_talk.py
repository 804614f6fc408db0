"""What is said of trends, day by day."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    op.create_table(
        "trends_talk",
        sa.Column("trend_id", sa.Uuid(), nullable=False),
        sa.Column("network", sa.Text(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("posts", sa.Integer(), nullable=False),
        sa.Column("negative", sa.Integer(), nullable=False),
        sa.Column("neutral", sa.Integer(), nullable=False),
        sa.Column("positive", sa.Integer(), nullable=False),
        sa.Column("engagement", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["trend_id"], ["trends_trends.id"], name=op.f("fk_trends_talk_trend_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("trend_id", "network", "day", name=op.f("pk_trends_talk")),
    )


def downgrade() -> None:
    op.drop_table("trends_talk")
