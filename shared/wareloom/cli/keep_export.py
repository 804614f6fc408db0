"""Bring an export's files here: one under the name that was asked for, several into a folder of that name."""

from pathlib import Path

import typer

from wareloom.cli.download import display, fetch, writing
from wareloom.cli.follow_export import in_words
from wareloom.cli.show import Item, print_json, tell
from wareloom.kit.errors import Conflict, Rejected


def must_be_free(place: Path | None, *, force: bool) -> None:
    """Asked before anything is begun: nobody waits for a file that then has no place."""
    if place is not None and place.exists() and not force:
        raise Conflict(f"{place} is there already. Overwrite: --force")


def bring(export: Item, out: Path | None, *, force: bool, as_json: bool) -> None:
    files: list[Item] = export["files"]
    if not files:
        raise Rejected("This export is no longer kept. Ask for it again.")
    places = _places(files, out)
    for place in places:
        must_be_free(place, force=force)
    if len(files) > 1:
        with writing(places[0].parent):
            places[0].parent.mkdir(parents=True, exist_ok=True)
    for file, place in zip(files, places, strict=True):
        with display(place.name) as moved:
            fetch(file["url"], place, moved)
        if not as_json:
            typer.echo(place)
    if as_json:
        print_json(
            {**{name: export[name] for name in export if name != "files"}, "files": [str(one) for one in places]}
        )
    tell(f"Exported: {in_words(export)}.")


def _places(files: list[Item], out: Path | None) -> list[Path]:
    """Names come from the server: they are names, and lead nowhere else."""
    names = [Path(file["name"]).name for file in files]
    if len(files) == 1:
        return [out or Path(names[0])]
    shared = names[0].partition("-part-")[0]
    return [(out or Path(shared)) / name.removeprefix(f"{shared}-") for name in names]
