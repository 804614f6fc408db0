"""Through which queue a task's pages go: most by plain HTTP, the rest to the function that has a browser."""

from uuid import UUID

from sqlalchemy import Select, func, select

from wareloom.kit.errors import Blocked, Failure
from wareloom.kit.http.robots import Disallowed
from wareloom.kit.settings import QueueSettings
from wareloom.market.choose import fetcher_for
from wareloom.market.marketplaces.registry import marketplace as find_marketplace
from wareloom.market.models import Task
from wareloom.market.page import PageRequest

QUEUE = "scrape_market"
BROWSER_QUEUE = "browse_market"


def is_free(task_id: UUID) -> Select[tuple[bool]]:
    """Takes the task until the end of the transaction, unless somebody has it."""
    return select(func.pg_try_advisory_xact_lock(func.hashtextextended(f"task:{task_id}", 0)))


def queue_of(task: Task) -> str:
    return BROWSER_QUEUE if task.by_browser else QUEUE


def wants_browser(task: Task, failure: Failure) -> bool:
    """Turned away, where a browser may not be. But a host that says when to come back is not asked in another coat.

    Where no function has a browser there is no such queue: on a laptop the same process drives the installed one.
    """
    return (
        isinstance(failure, Blocked)
        and not isinstance(failure, Disallowed)
        and failure.retry_after is None
        and not task.by_browser
        and fetcher_for(find_marketplace(task.marketplace), PageRequest.model_validate(task.next_page)) == "escalating"
        and QueueSettings.from_env().browse_market is not None
    )
