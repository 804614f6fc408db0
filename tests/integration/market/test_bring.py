"""A page that is as we have it is not sent again, and is read all the same: from the archive, at this moment."""

import pytest
from sqlalchemy import select

from tests.integration.market.showing import sightings
from tests.integration.market.tasks import asks
from tests.support.cloud import BUCKET, Emulator
from tests.support.database import Overheard
from tests.support.factories import an_owner
from tests.support.sample_page import body
from wareloom.accounts.identity import Identity
from wareloom.kit import clock
from wareloom.market.archive import page_key
from wareloom.market.collect import collect
from wareloom.market.models import RawPage, Task
from wareloom.market.page import Edition, Fetched, PageRequest


class Editions:
    """A server that names the edition of its only page, and sends it only to who has another one."""

    def __init__(self, *prices: str, etag: str | None = None, last_modified: str | None = None) -> None:
        self.edition = Edition(etag=etag, last_modified=last_modified)
        self.body = body(*prices)
        self.known: list[Edition | None] = []

    def fetch(self, request: PageRequest) -> Fetched:
        self.known.append(request.known)
        same = request.known == self.edition
        return Fetched(
            url=request.url,
            body=b"" if same else self.body,
            content_type="" if same else "application/json",
            fetched_at=clock.now(),
            edition=self.edition,
            not_modified=same,
        )


@pytest.fixture
def owner(work: Overheard, cloud: Emulator) -> Identity:
    assert cloud
    return an_owner(work)


def collected(work: Overheard, owner: Identity, server: Editions) -> Task:
    # Of a target that was collected before, another address tells what is new: here the same page is meant.
    task = asks(work, owner)
    task.next_page = PageRequest(url="https://sample.example/everything").model_dump(mode="json")
    collect(work, task.id, fetcher=server)
    return task


def rows(work: Overheard) -> list[RawPage]:
    return list(work.session.scalars(select(RawPage).order_by(RawPage.id)))


@pytest.mark.parametrize("edition", [{"etag": '"7"'}, {"last_modified": "Sun, 01 Nov 2026 12:00:00 GMT"}])
def test_a_page_that_is_as_it_was_is_read_from_the_archive(
    work: Overheard, owner: Identity, edition: dict[str, str]
) -> None:
    server = Editions("9.50", "12", **edition)
    collected(work, owner, server)
    task = collected(work, owner, server)
    assert server.known == [None, server.edition]
    assert (task.status, task.offers_seen, task.offers_unchanged) == ("succeeded", 2, 2)
    first, second = rows(work)
    assert (second.sha256, second.size, second.content_type) == (first.sha256, first.size, first.content_type)
    assert second.outcome == "read"
    assert len(sightings(work.session)) == 1


def test_a_third_visit_still_knows_the_edition(work: Overheard, owner: Identity) -> None:
    server = Editions("9.50", etag='"7"')
    for _ in range(3):
        collected(work, owner, server)
    assert server.known == [None, server.edition, server.edition]


def test_a_page_without_an_edition_is_asked_for_whole(work: Overheard, owner: Identity) -> None:
    server = Editions("9.50")
    for _ in range(2):
        collected(work, owner, server)
    assert server.known == [None, None]


def test_another_edition_is_read_as_it_came(work: Overheard, owner: Identity) -> None:
    collected(work, owner, Editions("9.50", etag='"7"'))
    task = collected(work, owner, Editions("11", etag='"8"'))
    assert task.offers_changed == 1
    assert [row.etag for row in rows(work)] == ['"7"', '"8"']


def test_what_the_archive_no_longer_has_is_asked_for_whole(work: Overheard, owner: Identity, cloud: Emulator) -> None:
    server = Editions("13.37", etag='"7"')
    collected(work, owner, server)
    digest = rows(work)[0].sha256
    assert digest
    cloud.client("s3").delete_object(Bucket=BUCKET, Key=page_key("sample", digest))
    collected(work, owner, server)
    assert server.known == [None, None]
