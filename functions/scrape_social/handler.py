"""One answer of one network about one subject, for each message of the queue."""

from wareloom.edge.batch import batch
from wareloom.social.listening.listen import listen
from wareloom.social.listening.settle import settle
from wareloom.social.listening.take_turn import take_turn
from wareloom.social.queue import QUEUE

handle = batch(listen, queue=QUEUE, settle=settle, take_turn=take_turn)
