import math
from itertools import pairwise

import pytest

from wareloom.designs.studios.typographic import faces, harfbuzz
from wareloom.designs.studios.typographic.column import column
from wareloom.designs.studios.typographic.faces import FACES, FOLDER, Face
from wareloom.designs.studios.typographic.lettering import extruded, line, on_circle, wide, within
from wareloom.designs.studios.typographic.path import Path, rectangle

EVERY = pytest.mark.parametrize("face", FACES.values(), ids=list(FACES))


@EVERY
def test_a_face_has_its_file_its_licence_and_a_line_in_the_readme(face: Face) -> None:
    assert face.file.stat().st_size < 200_000
    licence = (FOLDER / f"{face.name}.LICENSE.txt").read_text()
    assert "Copyright" in licence
    assert "SIL OPEN FONT LICENSE" in licence or "Apache License" in licence
    assert f"`{face.name}.ttf`" in (FOLDER / "README.md").read_text()


def test_no_font_lies_about_unused() -> None:
    assert {file.stem for file in FOLDER.glob("*.ttf")} == set(FACES)


@EVERY
def test_a_face_shows_western_european_text_and_digits(face: Face) -> None:
    assert faces.lacking(face, "ABCXYZ abcxyz 0123456789 ÄÖÜäöüßÉéñçåøÅØ!?&.,’“”") == ""


@EVERY
def test_a_row_is_as_wide_as_it_is_asked_to_be(face: Face) -> None:
    assert line("Hazel", face, 500).box.width > 0
    assert wide("Hazel nut", face, 3000).box.width == pytest.approx(3000, rel=0.002)
    assert wide("I", face, 3000, tallest=400).cap <= 401


def test_pairs_of_letters_are_kerned() -> None:
    face = FACES["jost"]
    apart = sum(harfbuzz.shaped(face.file, letter, ligatures=False)[0][3] for letter in "AV")
    assert sum(glyph[3] for glyph in harfbuzz.shaped(face.file, "AV", ligatures=False)) < apart


def test_lettering_on_a_circle_keeps_its_distance_from_the_centre() -> None:
    text = line("ROUND AND ROUND", FACES["anton"], 300)
    for inside in (False, True):
        radii = [math.hypot(x, y) for contour in on_circle(text, 1500, inside=inside).contours() for x, y in contour]
        assert min(radii) > 1500 - 0.1 * text.cap
        assert max(radii) < 1500 + 1.15 * text.cap


def test_lettering_is_poured_between_its_edges() -> None:
    poured = within(rectangle(0, 0, 1000, 100), lambda x: 100 * x, lambda _x: 400)
    assert (poured.box.top, poured.box.bottom) == (0, 400)
    assert min(y for contour in poured.contours() for x, y in contour if x > 999) == pytest.approx(100)


def area(path: Path) -> float:
    return sum(
        a[0] * b[1] - b[0] * a[1]
        for contour in path.contours()
        for a, b in zip(contour, [*contour[1:], contour[0]], strict=True)
    )


def test_the_slabs_of_an_extrusion_all_run_the_same_way_round() -> None:
    square = rectangle(0, 0, 10, 10)
    slabs = Path(extruded(square, 5, 5).commands[: -2 * len(square.commands)])
    singly = [contour for contour in slabs.contours() if len(contour) == 4]
    ways = {round(area(Path((("M", (c[0],)), *(("L", (p,)) for p in c[1:]))))) > 0 for c in singly}
    assert len(singly) == 4
    assert ways == {area(square) > 0}


def test_rows_of_a_column_do_not_overlap_and_reach_its_edges() -> None:
    rows = column(("Running", "on", "caffeine", "and", "compassion"), FACES["anton"], 4000, 3000)
    for above, below in pairwise(rows):
        assert above.box.bottom < below.box.top
    assert max(row.box.width for row in rows) == pytest.approx(4000, rel=0.01)
    assert " ".join(row.text for row in rows) == "Running on caffeine and compassion"
