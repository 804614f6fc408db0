"""One recording to bring or to cut, or one part of one to hear, for each message of the queue."""

from wareloom.edge.batch import batch
from wareloom.speech.settle import settle
from wareloom.speech.standing import QUEUE
from wareloom.speech.transcribe import take_turn, transcribe

handle = batch(transcribe, queue=QUEUE, settle=settle, take_turn=take_turn)
