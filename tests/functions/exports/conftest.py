"""A market of a few heavy offers, somebody who wants them as files, and the queue that brings their exports."""

import secrets
from collections.abc import Generator

import pytest
from sqlalchemy import Engine

from tests.support.cloud import BUCKET, Emulator
from tests.support.exporting import OFFERS, Queue, uploads
from tests.support.factories import an_offer, an_owner, at
from wareloom.accounts.identity import Identity
from wareloom.kit.database import new_session
from wareloom.kit.work import unit_of_work
from wareloom.market.ingest import ingest


@pytest.fixture
def queue(cloud: Emulator) -> Generator[Queue]:
    yield Queue(cloud)
    for upload in uploads(cloud):  # what killed workers leave, which the bucket's rule takes away within a day
        cloud.client("s3").abort_multipart_upload(Bucket=BUCKET, Key=upload["Key"], UploadId=upload["UploadId"])


@pytest.fixture
def owner(emptied: Engine, queue: Queue) -> Identity:
    assert emptied
    assert queue
    with new_session() as session, session.begin():
        heavy = [an_offer(number, image_url=secrets.token_hex(750_000)) for number in range(OFFERS)]
        ingest(session, "sample", heavy, at=at("2026-11-01"), task_id=None)
    with unit_of_work() as work:
        return an_owner(work)
