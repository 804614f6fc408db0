"""One slice of one import, or one submitted page, for each message of the queue."""

from uuid import UUID

from wareloom.edge.batch import batch
from wareloom.kit.work import Work
from wareloom.market.imports.read_slice import read_slice
from wareloom.market.imports.undo import take_back
from wareloom.market.submissions.read_page import read_page
from wareloom.market.uploads.models import SubmittedPage
from wareloom.market.uploads.settle import settle
from wareloom.market.uploads.upload import QUEUE, take_turn


def _take(work: Work, upload_id: UUID) -> None:
    row = take_turn(work, upload_id)
    if isinstance(row, SubmittedPage):
        read_page(work, row)
    elif row.status == "undoing":
        take_back(work, row)
    else:
        read_slice(work, row)


handle = batch(_take, queue=QUEUE, settle=settle)
