"""Echo: a short slogan again and again, hollow, and once in full ink."""

from wareloom.designs.studios.typographic.brief import Brief
from wareloom.designs.studios.typographic.column import column, whole
from wareloom.designs.studios.typographic.layouts.blocks import WIDTH
from wareloom.designs.studios.typographic.motifs import pen
from wareloom.designs.studios.typographic.sheet import CUT, Sheet


def compose(sheet: Sheet, brief: Brief) -> None:
    rows = column(brief.words, brief.display, WIDTH, 900, tallest=0.3, most=2, gap=0.035, asides=False)
    path = whole(rows)
    tall = path.box.height
    times = max(3, min(6, round(4200 / (tall + 130))))
    full = brief.chance.choice([0, times // 2, times - 1])
    for n in range(times):
        again = path.moved(0, n * (tall + 130))
        if n == full:
            sheet.fill(again, brief.inks.main)
        else:
            sheet.stroke(again, brief.inks.second, 54, filled=True)
            sheet.fill(again, CUT)
    box = sheet.box
    if times <= 4:
        pen.draw(sheet, brief.motif, 0, box.bottom + 620, 900, brief.inks, brief.hand)
