"""A design of print size, drawn and encoded, against encoding the same pixels alone, which nobody can do without."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.bench.figures import MACHINE, Figure, in_turns

ROUNDS = 3
ROOT = Path(__file__).parents[2]
ORDERS = {
    "stack": ("Gravel is my therapy", "typographic"),
    "groovy": ("Night shift nurse", "groovy"),
    "badge": ("In dough we trust", "vintage"),
    "seal": ("Powered by coffee and chaos", "distressed"),
}
_MEASURED = """
import resource, sys, time
{prepare}
began = time.perf_counter()
png = {act}
print(time.perf_counter() - began, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
open(sys.argv[1], "wb").write(png) if len(sys.argv) > 1 else None
"""
_DRAW = """
import pyvips, uharfbuzz
from tests.support.wallet import Wallet
from wareloom.designs.studio import Order
from wareloom.designs.studios.typographic.studio import TypographicStudio
studio = TypographicStudio()
order = Order({slogan!r}, "", "", (), (), {style!r}, 1, layout={layout!r})
"""
_HELD = "import pyvips\nimage = pyvips.Image.pngload({file!r}).copy_memory()"
_STREAMED = "import pyvips\nimage = pyvips.Image.pngload({file!r}, access='sequential')"
_ENCODE = "image.pngsave_buffer(compression=3, filter=8, keep=0)"


def figures() -> Iterator[Figure]:
    """Each in a process of its own: how much memory it took at most is only known of a whole process."""
    with tempfile.TemporaryDirectory(prefix="wareloom-bench-") as folder:
        for layout, (slogan, style) in ORDERS.items():
            file = str(Path(folder) / f"{layout}.png")
            prepare = _DRAW.format(slogan=slogan, style=style, layout=layout)
            draw = _MEASURED.format(prepare=prepare, act="studio.draw(order, purse=Wallet(), shelf='').png")
            hold = _MEASURED.format(prepare=_HELD.format(file=file), act=_ENCODE)
            stream = _MEASURED.format(prepare=_STREAMED.format(file=file), act=_ENCODE)
            _run(draw, file)  # also writes the bytecode
            taken = in_turns(
                {"draw": lambda draw=draw: _run(draw)[0], "encode": lambda hold=hold: _run(hold)[0]}, rounds=ROUNDS
            )
            yield Figure(f"design, {layout}", taken["draw"], "s", MACHINE)
            yield Figure(f"design, {layout}", taken["draw"] / taken["encode"], "×", "encoding the same pixels alone")
            yield Figure(f"memory of a design, {layout}", _run(draw)[1], "MB", "105 MB: what drawing one SVG needs")
            yield Figure(
                f"memory of a design, {layout}", _run(draw)[1] / _run(stream)[1], "×", "encoding the same pixels alone"
            )


def _run(script: str, *arguments: str) -> tuple[float, float]:
    """Seconds, and megabytes at the most."""
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": f"{ROOT / 'shared'}{os.pathsep}{ROOT}"}
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments], env=environment, check=True, stdout=subprocess.PIPE, text=True
    )
    taken, memory = done.stdout.split()
    return float(taken), float(memory)


if __name__ == "__main__":
    for figure in figures():
        print(figure.line(), flush=True)
