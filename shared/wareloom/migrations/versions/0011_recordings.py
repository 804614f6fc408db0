"""Recordings, the parts that they are heard in, and what is said in them."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0011"
down_revision = "0010"

_STATUS = "status IN ('waiting', 'queued', 'running', 'succeeded', 'failed', 'cancelled')"
_OPEN = "status IN ('waiting', 'queued', 'running')"


def upgrade() -> None:
    op.create_table(
        "speech_recordings",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("source_url", sa.Text(), nullable=True),
        sa.Column("brought_by", sa.Text(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=True),
        sa.Column("upload_id", sa.Text(), nullable=True),
        sa.Column("tag", sa.Text(), nullable=True),
        sa.Column("transcriber", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=True),
        sa.Column("heard_language", sa.Text(), nullable=True),
        sa.Column("heard_by", sa.Text(), nullable=True),
        sa.Column("seconds", sa.Float(), nullable=True),
        sa.Column("parts_total", sa.Integer(), nullable=True),
        sa.Column("parts_done", sa.Integer(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("retry_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("split_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(_STATUS, name=op.f("ck_speech_recordings_status")),
        sa.ForeignKeyConstraint(["tenant_id"], ["accounts_tenants.id"], name=op.f("fk_speech_recordings_tenant_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_speech_recordings")),
    )
    op.create_index(op.f("ix_speech_recordings_tenant_id_id"), "speech_recordings", ["tenant_id", "id"], unique=False)
    op.create_index(
        "ix_speech_recordings_open", "speech_recordings", ["updated_at"], unique=False, postgresql_where=_OPEN
    )
    op.create_table(
        "speech_parts",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("recording_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("start", sa.Float(), nullable=False),
        sa.Column("length", sa.Float(), nullable=False),
        sa.Column("shared", sa.Float(), nullable=False),
        sa.Column("silent", sa.Boolean(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("heard", postgresql.JSONB(), nullable=True),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("status IN ('queued', 'done')", name=op.f("ck_speech_parts_status")),
        sa.ForeignKeyConstraint(
            ["recording_id"],
            ["speech_recordings.id"],
            name=op.f("fk_speech_parts_recording_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_speech_parts")),
        sa.UniqueConstraint("recording_id", "number", name=op.f("uq_speech_parts_recording_id_number")),
    )
    op.create_table(
        "speech_segments",
        sa.Column("recording_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("start", sa.Float(), nullable=False),
        sa.Column("end", sa.Float(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=True),
        sa.Column("confidence", sa.Float(), nullable=True),
        sa.Column("words", postgresql.JSONB(), nullable=False),
        sa.Column("edited_text", sa.Text(), nullable=True),
        sa.Column("edited_by", sa.Text(), nullable=True),
        sa.Column("edited_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column(
            "said",
            postgresql.TSVECTOR(),
            sa.Computed("to_tsvector('simple', coalesce(edited_text, text))", persisted=True),
            nullable=False,
        ),
        sa.ForeignKeyConstraint(
            ["recording_id"],
            ["speech_recordings.id"],
            name=op.f("fk_speech_segments_recording_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("recording_id", "number", name=op.f("pk_speech_segments")),
    )
    op.create_index(op.f("ix_speech_segments_said"), "speech_segments", ["said"], unique=False, postgresql_using="gin")


def downgrade() -> None:
    for table in ("segments", "parts", "recordings"):
        op.drop_table(f"speech_{table}")
