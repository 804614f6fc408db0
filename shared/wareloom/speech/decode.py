"""Any file that holds sound, as a stream of it. What is no such file is turned away with the reason.

Only formats that hold their sound themselves are opened: a playlist would have us read other files, or other people's
servers. What a file is called says nothing; what it begins with does.
"""

from collections.abc import Iterable, Iterator
from importlib import import_module
from io import BytesIO, RawIOBase
from typing import TYPE_CHECKING, Any, BinaryIO

from wareloom.kit.errors import Rejected
from wareloom.speech.sound import BYTES, RATE

if TYPE_CHECKING:
    from av.audio.frame import AudioFrame
    from av.audio.resampler import AudioResampler
    from av.audio.stream import AudioStream
    from av.container.input import InputContainer

FORMATS = "wav, mp3, m4a, ogg, flac, webm or mp4"
_OPENED = "wav,w64,mp3,aac,mov,mp4,m4a,3gp,3g2,mj2,ogg,flac,matroska,webm,aiff"
_PIECE = RATE * 10
_NOT_SOUND = f"This is no sound that can be read. Bring a {FORMATS} file that plays elsewhere."


def decode(file: BinaryIO | RawIOBase) -> Iterator[bytes]:
    """Some seconds at a time, in the form of `sound`. Damaged stretches are passed over."""
    import av
    from av.error import FFmpegError

    try:
        with av.open(file, "r", metadata_errors="replace", options={"format_whitelist": _OPENED}) as container:
            yield from _pieces(container, _stream(container))
    except FFmpegError as error:
        raise Rejected(_NOT_SOUND) from error


def _stream(container: "InputContainer") -> "AudioStream":
    if not container.streams.audio:
        raise Rejected("This is a film without sound: there is nothing to transcribe.")
    return container.streams.audio[0]


def _pieces(container: "InputContainer", stream: "AudioStream") -> Iterator[bytes]:
    from av.error import FFmpegError

    resampling, held, damaged, heard = _Resampling(), bytearray(), 0, 0
    for packet in container.demux(stream):
        try:
            frames = packet.decode()
        except FFmpegError:
            damaged += 1
            continue
        for frame in frames:
            more = resampling.taken(frame)
            held += more
            heard += len(more)
        if len(held) >= _PIECE * BYTES:
            yield bytes(held)
            held.clear()
    held += resampling.ended()
    if not heard:
        raise Rejected(_NOT_SOUND if damaged else "There is not a single sample in this file: it holds no sound.")
    if held:
        yield bytes(held)


class _Resampling:
    """Streams are chained and damaged ones lie: what comes may change its form on the way."""

    def __init__(self) -> None:
        self._form: tuple[str, str, int] | None = None
        self._resampler: AudioResampler | None = None

    def taken(self, frame: "AudioFrame") -> bytes:
        from av.audio.resampler import AudioResampler

        before, form = b"", (frame.format.name, frame.layout.name, frame.sample_rate)
        if self._resampler is None or form != self._form:
            before = self.ended()
            self._form, self._resampler = form, AudioResampler(format="s16", layout="mono", rate=RATE)
        return before + _samples(self._resampler.resample(frame))

    def ended(self) -> bytes:
        """What was held back."""
        return _samples(self._resampler.resample(None)) if self._resampler else b""


def _samples(frames: "Iterable[AudioFrame]") -> bytes:
    return b"".join(bytes(made.planes[0])[: made.samples * BYTES] for made in frames)


def whole(content: bytes) -> bytes:
    """For what is known to be short: a part."""
    return b"".join(decode(BytesIO(content)))


def flac(sound: bytes) -> bytes:
    """A part as it is kept, and as it is sent to who listens elsewhere: half as large, and nothing of it lost."""
    from av.audio.frame import AudioFrame

    library: Any = import_module("av")  # its types of encoders are half unknown
    written = BytesIO()
    with library.open(written, "w", format="flac") as container:
        stream = container.add_stream("flac", rate=RATE, layout="mono", format="s16")
        for start in range(0, len(sound), _PIECE * BYTES):
            piece = sound[start : start + _PIECE * BYTES]
            frame = AudioFrame(format="s16", layout="mono", samples=len(piece) // BYTES)
            frame.sample_rate, frame.pts = RATE, start // BYTES
            frame.planes[0].update(piece)
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return written.getvalue()
