"""What people say in public about subjects that somebody follows, and the moods that are read in it."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0010"
down_revision = "0009"

_TABLES = ("hours", "moods", "findings", "listenings", "follows", "posts", "subjects")
_NOT_READ = "(mood_model IS NULL OR mood_revision < revision) AND deleted_at IS NULL AND given_up_at IS NULL"
_STATUS = "status IN ('waiting', 'listening', 'looking', 'blocked', 'rejected')"


def upgrade() -> None:
    op.create_table(
        "social_subjects",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_social_subjects")),
        sa.UniqueConstraint("key", name=op.f("uq_social_subjects_key")),
    )
    op.create_table(
        "social_posts",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("network", sa.Text(), nullable=False),
        sa.Column("external_id", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("author", sa.Text(), nullable=True),
        sa.Column("hashtags", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("posted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("play_count", sa.BigInteger(), nullable=True),
        sa.Column("like_count", sa.BigInteger(), nullable=True),
        sa.Column("comment_count", sa.BigInteger(), nullable=True),
        sa.Column("share_count", sa.BigInteger(), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("first_seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("edited_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("deleted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("mood_model", sa.Text(), nullable=True),
        sa.Column("mood_revision", sa.Integer(), nullable=True),
        sa.Column("queued_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("given_up_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_social_posts")),
        sa.UniqueConstraint("network", "external_id", name=op.f("uq_social_posts_network_external_id")),
    )
    op.create_index(
        "ix_social_posts_not_read",
        "social_posts",
        ["queued_at"],
        unique=False,
        postgresql_where=_NOT_READ,
    )
    op.create_index(
        "ix_social_posts_given_up",
        "social_posts",
        ["given_up_at"],
        unique=False,
        postgresql_where="given_up_at IS NOT NULL",
    )
    op.create_index(op.f("ix_social_posts_posted_at"), "social_posts", ["posted_at"], unique=False)
    op.create_table(
        "social_follows",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("created_by", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["subject_id"], ["social_subjects.id"], name=op.f("fk_social_follows_subject_id")),
        sa.PrimaryKeyConstraint("tenant_id", "subject_id", name=op.f("pk_social_follows")),
    )
    op.create_index(op.f("ix_social_follows_subject_id"), "social_follows", ["subject_id"], unique=False)
    op.create_table(
        "social_listenings",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("network", sa.Text(), nullable=False),
        sa.Column("cursor", postgresql.JSONB(), nullable=True),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("posts_seen", sa.BigInteger(), nullable=False),
        sa.Column("posts_new", sa.BigInteger(), nullable=False),
        sa.Column("quota", postgresql.JSONB(), nullable=True),
        sa.Column("every", sa.Interval(), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("taken_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("heard_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(_STATUS, name=op.f("ck_social_listenings_status")),
        sa.ForeignKeyConstraint(["subject_id"], ["social_subjects.id"], name=op.f("fk_social_listenings_subject_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_social_listenings")),
        sa.UniqueConstraint("subject_id", "network", name=op.f("uq_social_listenings_subject_id_network")),
    )
    op.create_index(op.f("ix_social_listenings_due_at"), "social_listenings", ["due_at"], unique=False)
    op.create_table(
        "social_findings",
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("post_id", sa.Uuid(), nullable=False),
        sa.Column("found_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("counted_as", postgresql.JSONB(), nullable=True),
        sa.ForeignKeyConstraint(["post_id"], ["social_posts.id"], name=op.f("fk_social_findings_post_id")),
        sa.ForeignKeyConstraint(["subject_id"], ["social_subjects.id"], name=op.f("fk_social_findings_subject_id")),
        sa.PrimaryKeyConstraint("subject_id", "post_id", name=op.f("pk_social_findings")),
    )
    op.create_index(op.f("ix_social_findings_post_id"), "social_findings", ["post_id"], unique=False)
    op.create_table(
        "social_moods",
        sa.Column("post_id", sa.Uuid(), nullable=False),
        sa.Column("model", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("sentiment", sa.Text(), nullable=True),
        sa.Column("sentiment_scores", postgresql.JSONB(), nullable=False),
        sa.Column("emotion", sa.Text(), nullable=True),
        sa.Column("emotion_scores", postgresql.JSONB(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("uncertain", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("read_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["post_id"], ["social_posts.id"], name=op.f("fk_social_moods_post_id")),
        sa.PrimaryKeyConstraint("post_id", "model", name=op.f("pk_social_moods")),
    )
    op.create_table(
        "social_hours",
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("network", sa.Text(), nullable=False),
        sa.Column("hour", sa.DateTime(timezone=True), nullable=False),
        sa.Column("posts", sa.Integer(), nullable=False),
        sa.Column("negative", sa.Integer(), nullable=False),
        sa.Column("neutral", sa.Integer(), nullable=False),
        sa.Column("positive", sa.Integer(), nullable=False),
        sa.Column("unsure", sa.Integer(), nullable=False),
        sa.Column("anger", sa.Integer(), nullable=False),
        sa.Column("disgust", sa.Integer(), nullable=False),
        sa.Column("fear", sa.Integer(), nullable=False),
        sa.Column("joy", sa.Integer(), nullable=False),
        sa.Column("sadness", sa.Integer(), nullable=False),
        sa.Column("surprise", sa.Integer(), nullable=False),
        sa.Column("calm", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["subject_id"], ["social_subjects.id"], name=op.f("fk_social_hours_subject_id")),
        sa.PrimaryKeyConstraint("subject_id", "network", "hour", name=op.f("pk_social_hours")),
    )


def downgrade() -> None:
    for table in _TABLES:
        op.drop_table(f"social_{table}")
