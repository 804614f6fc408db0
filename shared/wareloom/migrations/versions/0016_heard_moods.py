"""What is said in recordings has moods. Those heard before have none yet: the sweep finds them."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0016"
down_revision = "0015"


def upgrade() -> None:
    op.add_column("speech_segments", sa.Column("mood", postgresql.JSONB(), nullable=True))
    op.create_index(
        "ix_speech_segments_unread",
        "speech_segments",
        ["recording_id", "number"],
        unique=False,
        postgresql_where=sa.text("mood IS NULL"),
    )
    # Tries counted until now were of bringing and cutting; from now on those of a heard one are of its moods.
    op.execute("UPDATE speech_recordings SET tries = 0 WHERE status = 'succeeded' AND tries <> 0")


def downgrade() -> None:
    op.drop_index("ix_speech_segments_unread", table_name="speech_segments")
    op.drop_column("speech_segments", "mood")
