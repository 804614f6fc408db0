"""One slice of one export, for each message of the queue."""

from wareloom.edge.batch import batch
from wareloom.market.exports.export import export
from wareloom.market.exports.open import QUEUE
from wareloom.market.exports.settle import settle

handle = batch(export, queue=QUEUE, settle=settle)
