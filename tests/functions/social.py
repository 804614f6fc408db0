"""A workspace that follows a subject on a network where tests speak, and the two queues behind it."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from functions.schedule_social.handler import handle as schedule
from functions.score_sentiment.handler import handle as score
from functions.scrape_social.handler import handle as scrape
from tests.support.api import Api
from tests.support.chatter import NAME, Chatter, a_post, chattering
from tests.support.cloud import Emulator
from tests.support.factories import an_owner
from tests.support.queues import Poller
from wareloom.accounts.identity import Identity
from wareloom.kit.work import Work, unit_of_work
from wareloom.social.follow import follow
from wareloom.social.listening.listen import listen
from wareloom.social.models import Listening, Post
from wareloom.social.pulse.recount import kept, recounted
from wareloom.social.queue import MOODS, QUEUE


@dataclass
class Social:
    network: Chatter
    listening: Poller
    moods: Poller

    @classmethod
    def on(cls, cloud: Emulator, network: Chatter) -> "Social":
        return cls(network, Poller(cloud, QUEUE, scrape), Poller(cloud, MOODS, score))

    def follow(self, words: str = "fox shirt") -> tuple[Identity, UUID]:
        with unit_of_work() as work:
            owner = an_owner(work)
            subject = follow(work, tenant_id=owner.tenant_id, actor=owner.actor, words=words)
            return owner, subject.id

    def schedule(self) -> int:
        return schedule({"network": NAME}, None)["asked"]

    def hear(self, *, times: int = 1) -> int:
        return self.listening.drain(times=times)


def listening() -> Listening:
    with unit_of_work() as work:
        return work.session.scalars(select(Listening)).one()


def all_posts() -> list[Post]:
    with unit_of_work() as work:
        return list(work.session.scalars(select(Post).order_by(Post.external_id)))


def hours() -> list[tuple[object, ...]]:
    """As they are kept, which is as the posts themselves tell it."""
    with unit_of_work() as work:
        found = [tuple(row) for row in kept(work.session)]
        assert found == [tuple(row) for row in recounted(work.session)]
        return found


def dies(act: Callable[[Work], object]) -> None:
    """A worker whose process ends when all is done but the commit."""
    with unit_of_work() as work:
        act(work)
        raise SystemExit("killed")


def overheard(owner: Api) -> dict[str, str]:
    """The ids of a subject that somebody follows, and of a post under it."""
    with chattering(a_post(1)):
        subject = owner.post("/subjects", {"words": "fox shirt"}).json["id"]
        with unit_of_work() as work:
            listen(work, work.session.scalars(select(Listening.id)).one())
    return {"subject_id": subject, "post_id": owner.get("/posts").json["items"][0]["id"]}
