"""Rules over what is said and the alerts they open; events that wait for their message, and sockets that are behind."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0012"
down_revision = "0011"

_KINDS = "kind IN ('negative', 'burst', 'mix')"


def upgrade() -> None:
    _rules()
    _alerts()
    op.create_table(
        "alerts_posts",
        sa.Column("alert_id", sa.Uuid(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("post_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["alert_id"], ["alerts_alerts.id"], name=op.f("fk_alerts_posts_alert_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["post_id"], ["social_posts.id"], name=op.f("fk_alerts_posts_post_id")),
        sa.PrimaryKeyConstraint("alert_id", "place", name=op.f("pk_alerts_posts")),
    )
    op.create_table(
        "alerts_looks",
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("hour", sa.DateTime(timezone=True), nullable=False),
        sa.Column("looked_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["subject_id"], ["social_subjects.id"], name=op.f("fk_alerts_looks_subject_id")),
        sa.PrimaryKeyConstraint("subject_id", name=op.f("pk_alerts_looks")),
    )
    op.create_table(
        "live_arrivals",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("topic", sa.Text(), nullable=False),
        sa.Column("event", sa.Text(), nullable=False),
        sa.Column("ids", postgresql.JSONB(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_live_arrivals")),
    )
    op.create_index(op.f("ix_live_arrivals_tenant_id_id"), "live_arrivals", ["tenant_id", "id"], unique=False)
    op.add_column("live_heads", sa.Column("sending_until", sa.DateTime(timezone=True), nullable=True))
    op.add_column("live_connections", sa.Column("behind_since", sa.DateTime(timezone=True), nullable=True))


def _rules() -> None:
    op.create_table(
        "alerts_rules",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=True),
        sa.Column("network", sa.Text(), nullable=True),
        sa.Column("enabled", sa.Boolean(), nullable=False),
        sa.Column("enter", sa.Float(), nullable=False),
        sa.Column("leave", sa.Float(), nullable=False),
        sa.Column("min_sample", sa.Integer(), nullable=False),
        sa.Column("window_hours", sa.Integer(), nullable=False),
        sa.Column("cooldown_hours", sa.Integer(), nullable=False),
        sa.Column("updated_by", sa.Text(), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(_KINDS, name=op.f("ck_alerts_rules_kind")),
        sa.CheckConstraint("leave < enter", name=op.f("ck_alerts_rules_leave")),
        sa.ForeignKeyConstraint(["subject_id"], ["social_subjects.id"], name=op.f("fk_alerts_rules_subject_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_alerts_rules")),
        sa.UniqueConstraint(
            "tenant_id",
            "kind",
            "subject_id",
            "network",
            name=op.f("uq_alerts_rules_tenant_id_kind_subject_id_network"),
            postgresql_nulls_not_distinct=True,
        ),
    )


def _alerts() -> None:
    op.create_table(
        "alerts_alerts",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("network", sa.Text(), nullable=True),
        sa.Column("sentence", sa.Text(), nullable=False),
        sa.Column("figures", postgresql.JSONB(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("acknowledged_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("acknowledged_by", sa.Text(), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_why", sa.Text(), nullable=True),
        sa.Column("closed_by", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("left_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(_KINDS, name=op.f("ck_alerts_alerts_kind")),
        sa.ForeignKeyConstraint(["subject_id"], ["social_subjects.id"], name=op.f("fk_alerts_alerts_subject_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_alerts_alerts")),
    )
    op.create_index(
        "ix_alerts_alerts_open",
        "alerts_alerts",
        ["tenant_id", "kind", "subject_id", "network"],
        unique=True,
        postgresql_where="closed_at IS NULL",
        postgresql_nulls_not_distinct=True,
    )
    op.create_index(
        "ix_alerts_alerts_unsettled",
        "alerts_alerts",
        ["subject_id"],
        unique=False,
        postgresql_where="left_at IS NULL",
    )
    op.create_index(op.f("ix_alerts_alerts_tenant_id_id"), "alerts_alerts", ["tenant_id", "id"], unique=False)
    op.create_index(
        op.f("ix_alerts_alerts_subject_id_opened_at"), "alerts_alerts", ["subject_id", "opened_at"], unique=False
    )


def downgrade() -> None:
    op.drop_column("live_connections", "behind_since")
    op.drop_column("live_heads", "sending_until")
    for table in ("live_arrivals", "alerts_looks", "alerts_posts", "alerts_alerts", "alerts_rules"):
        op.drop_table(table)
