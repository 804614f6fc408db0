"""Sound that tests make: tones for words, silence between them, noise, and files of any format that hold it."""

import io
import wave
from collections.abc import Sequence
from importlib import import_module
from typing import Any

import numpy as np

from wareloom.speech.sound import RATE


def tone(seconds: float, *, pitch: float = 440, loudness: float = 0.3) -> bytes:
    times = np.arange(round(seconds * RATE)) / RATE
    return (np.sin(2 * np.pi * pitch * times) * loudness * 32767).astype("<i2").tobytes()


def silence(seconds: float) -> bytes:
    return bytes(2 * round(seconds * RATE))


def noise(seconds: float, *, loudness: float = 0.1, seed: int = 1) -> bytes:
    chance = np.random.default_rng(seed)
    return (
        (chance.standard_normal(round(seconds * RATE)) * loudness * 32767).clip(-32767, 32767).astype("<i2").tobytes()
    )


def talk(seconds: float, *, words_s: float = 1.5, pause_s: float = 0.8) -> bytes:
    """Stretches of tone with pauses between them, over a quiet room."""
    made, at = bytearray(), 0.0
    while at < seconds:
        made += tone(words_s) + noise(pause_s, loudness=0.001, seed=len(made))
        at += words_s + pause_s
    return bytes(made)


def recorded(sound: bytes, kind: str = "wav", codec: str = "pcm_s16le", *, rate: int = RATE) -> bytes:
    """As a file of a kind: the sound played faster or slower where `rate` is not the sound's own."""
    library: Any = import_module("av")
    written = io.BytesIO()
    with library.open(written, "w", format=kind) as container:
        stream = container.add_stream(codec, rate=rate)
        stream.layout = "mono"
        resampler = library.AudioResampler(
            format=stream.format, layout="mono", rate=rate, frame_size=stream.frame_size or None
        )
        for start in range(0, len(sound), 2 * RATE):
            piece = sound[start : start + 2 * RATE]
            frame = library.AudioFrame(format="s16", layout="mono", samples=len(piece) // 2)
            frame.sample_rate, frame.pts = RATE, start // 2
            frame.planes[0].update(piece)
            for made in resampler.resample(frame):
                container.mux(stream.encode(made))
        for made in resampler.resample(None):
            container.mux(stream.encode(made))
        container.mux(stream.encode(None))
    return written.getvalue()


def head_alone() -> bytes:
    """A WAV that is whole, and holds not one sample."""
    written = io.BytesIO()
    with wave.open(written, "wb") as file:
        file.setparams((1, 2, RATE, 0, "NONE", ""))
    return written.getvalue()


def silent_film() -> bytes:
    """Pictures, and no sound."""
    library: Any = import_module("av")
    written = io.BytesIO()
    with library.open(written, "w", format="mp4") as container:
        stream = container.add_stream("mpeg4", rate=10, width=32, height=32, pix_fmt="yuv420p")
        for _ in range(10):
            container.mux(stream.encode(library.VideoFrame.from_ndarray(np.zeros((32, 32, 3), np.uint8))))
        container.mux(stream.encode(None))
    return written.getvalue()


KINDS: Sequence[tuple[str, str]] = (
    ("wav", "pcm_s16le"),
    ("mp3", "libmp3lame"),
    ("ipod", "aac"),
    ("ogg", "libopus"),
    ("flac", "flac"),
    ("webm", "libopus"),
    ("mp4", "aac"),
)
"""What people bring: formats as the library names them, m4a is its `ipod`, each with a usual codec."""
