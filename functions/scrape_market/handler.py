"""One page of one collection, for each message of the queue."""

from functools import partial

from wareloom.edge.batch import batch
from wareloom.market.collect import collect
from wareloom.market.queue import QUEUE
from wareloom.market.settle import settle
from wareloom.market.take_turn import take_turn

handle = batch(collect, queue=QUEUE, settle=settle, take_turn=partial(take_turn, queue=QUEUE))
