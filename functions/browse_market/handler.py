"""The same page of the same collection, brought with a browser: for tasks that plain HTTP was turned away from."""

from functools import partial

from wareloom.edge.batch import batch
from wareloom.market.collect import collect
from wareloom.market.queue import BROWSER_QUEUE
from wareloom.market.settle import settle
from wareloom.market.take_turn import take_turn

handle = batch(collect, queue=BROWSER_QUEUE, settle=settle, take_turn=partial(take_turn, queue=BROWSER_QUEUE))
