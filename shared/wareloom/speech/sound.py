"""Sound as every transcriber hears it: 16,000 samples a second, one channel, 16 bits."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

RATE = 16_000
BYTES = 2
"""Of one sample."""
FRAME = RATE // 50
"""So many samples are judged as loud or quiet together: a fiftieth of a second."""
SILENCE_DB = -60.0
"""Below the loudest that can be written down. Quieter than this no microphone hears a voice."""


def seconds(samples: int) -> float:
    return samples / RATE


def levels(sound: bytes) -> "NDArray[np.float64]":
    """How loud each frame is, in decibels below the loudest; what is left over at the end counts as one."""
    import numpy as np

    samples = np.frombuffer(sound, dtype="<i2").astype(np.float64) / 32768
    padded = np.pad(samples, (0, -len(samples) % FRAME))
    power = np.square(padded.reshape(-1, FRAME)).mean(axis=1)
    return 10 * np.log10(np.maximum(power, 1e-12))


def is_silent(sound: bytes) -> bool:
    found = levels(sound)
    return not len(found) or float(found.max()) < SILENCE_DB
