"""Ideas asked for: what is unfit or known is left out, the question is asked again, in the end there is a reason."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar

import pytest

from tests.support.wallet import Wallet
from tests.unit.ideas.briefs import brief
from wareloom.ideas.compose import INSTRUCTIONS, ROUNDS, compose, facts
from wareloom.ideas.idea import IdeaDraft, IdeaSet, faults, tidied
from wareloom.ideas.likeness import alike
from wareloom.kit.ai.model import Prompt, Shape, Usage, Written
from wareloom.kit.errors import Rejected

FOSSILS = brief("fossil hunter", "ammonite", "trilobite", "rock hammer", audience=("fossil hunters",))


@dataclass
class Scripted:
    """A text model that answers from a list of slogans, one list a question."""

    answers: Sequence[Sequence[str]]
    asked: list[Prompt[Any]] = field(default_factory=list[Prompt[Any]])
    offline: ClassVar[bool] = True
    name: str = "scripted"

    def most(self, prompt: Prompt[Shape]) -> Usage:
        del prompt
        return Usage()

    def write(self, prompt: Prompt[Shape]) -> Written[Shape]:
        slogans = self.answers[min(len(self.asked), len(self.answers) - 1)]
        self.asked.append(prompt)
        made = IdeaSet(ideas=[draft(slogan) for slogan in slogans])
        return Written(prompt.shape.model_validate(made.model_dump()), Usage())


def draft(slogan: str) -> IdeaDraft:
    return IdeaDraft(
        slogan=slogan,
        concept="A small joke on a real weakness. For collectors.",
        design_prompt="An ammonite above three lines of lettering, few inks, worn texture",
        palette=["#112233", "#AABBCC", "#ffffff"],
        products=["mug", "tee"],
        tags=["Fossil", "fossil", "ammonite", "dig site", "rock hammer", "gift for a fossil hunter", "geology"],
        style="linocut",
        motifs=["ammonite"],
        mood="dry",
    )


def test_offline_ideas_are_distinct_fit_and_the_same_for_the_same_seed() -> None:
    made = compose(FOSSILS, wanted=4, seed=7, known=(), purse=Wallet(), shelf="a")
    assert len(made) == 4
    assert [faults(idea) for idea in made] == [[]] * 4
    assert made == compose(FOSSILS, wanted=4, seed=7, known=(), purse=Wallet(), shelf="b")


def test_what_the_workspace_has_is_not_made_again() -> None:
    first = compose(FOSSILS, seed=7, known=(), purse=Wallet(), shelf="a")
    known = [idea.slogan for idea in first]
    second = compose(FOSSILS, seed=7, known=known, purse=Wallet(), shelf="a")
    assert len(second) == 3
    assert not any(alike(idea.slogan, slogan) for idea in second for slogan in known)


def test_the_model_is_asked_again_for_what_is_missing_and_told_what_is_taken() -> None:
    model = Scripted([["Trust the Ammonite", "Trust Ammonites", "x"], ["Rock Bottom Is Where It Starts", "Dig Deeper"]])
    known = ["Rock Bottom Is Where It Starts!"]
    made = compose(FOSSILS, wanted=2, seed=1, known=known, purse=Wallet(), shelf="a", model=model)
    assert [idea.slogan for idea in made] == ["Trust the Ammonite", "Dig Deeper"]
    assert "Trust Ammonites" in model.asked[1].facts
    assert model.asked[0].seed != model.asked[1].seed


def test_the_first_question_is_the_same_whatever_the_workspace_has() -> None:
    """Or a retry after a crash would pay for another question."""
    one, other = Scripted([["Dig Deeper", "Trust the Ammonite"]]), Scripted([["Dig Deeper", "Trust the Ammonite"]])
    compose(FOSSILS, wanted=1, seed=1, known=(), purse=Wallet(), shelf="a", model=one)
    compose(FOSSILS, wanted=1, seed=1, known=["Dig Deeper"], purse=Wallet(), shelf="a", model=other)
    assert one.asked[0].facts == other.asked[0].facts
    assert one.asked[0].instructions == other.asked[0].instructions == INSTRUCTIONS


def test_after_a_few_rounds_it_is_refused_with_a_reason() -> None:
    model = Scripted([["Dig Deeper"]])
    with pytest.raises(Rejected, match="Only 1 of 3 new ideas could be found for “fossil hunter”"):
        compose(FOSSILS, seed=1, known=(), purse=Wallet(), shelf="a", model=model)
    assert len(model.asked) == ROUNDS


def test_small_slips_of_a_model_are_mended() -> None:
    made = tidied(draft(" “Dig  Deeper” "))
    assert made.slogan == "Dig Deeper"
    assert made.palette == ["#112233", "#aabbcc", "#ffffff"]
    assert made.tags == ["fossil", "ammonite", "dig site", "rock hammer", "geology"]
    assert made.products == ["mug", "tee"]
    assert made.design_prompt.endswith("Transparent background.")
    assert faults(made) == []


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"slogan": "?!"}, "cannot be printed"),
        ({"slogan": "x" * 61}, "61 characters"),
        ({"slogan": "dig\x07 deeper"}, "cannot be printed"),
        ({"palette": ["#112233", "red", "#ffffff"]}, "red is not a colour"),
        ({"palette": ["#112233"]}, "1 colours"),
        ({"tags": ["one"]}, "1 tags"),
        ({"motifs": []}, "0 motifs"),
        ({"mood": ""}, "mood is missing"),
        ({"concept": "Joke."}, "5 characters"),
    ],
    ids=str,
)
def test_what_cannot_be_mended_is_named(change: dict[str, Any], fault: str) -> None:
    found = faults(tidied(draft("Dig Deeper").model_copy(update=change)))
    assert len(found) == 1
    assert fault in found[0]


def test_the_shape_is_one_that_strict_schemas_accept() -> None:
    schema = IdeaSet.model_json_schema()
    for each in (schema, schema["$defs"]["IdeaDraft"]):
        assert each["additionalProperties"] is False
        assert each["required"] == list(each["properties"])
    text = str(schema)
    assert not any(word in text for word in ("default", "minLength", "maxLength", "anyOf", "uniqueItems"))


def test_the_facts_name_what_is_known_and_nothing_that_is_not() -> None:
    told = facts(FOSSILS, 5, ["Dig Deeper"])
    assert "Niche: fossil hunter" in told
    assert "ammonite, trilobite, rock hammer" in told
    assert "make nothing like them: Dig Deeper" in told
    assert "None" not in told
    assert "Sold on" not in told
