"""One page of one collection, for each message of the queue."""

from wareloom.edge.batch import batch
from wareloom.market.collect import collect
from wareloom.market.open import QUEUE
from wareloom.market.settle import settle

handle = batch(collect, queue=QUEUE, settle=settle)
