"""What a failure means to the shell: one status, and one sentence on standard error."""

import os
from collections.abc import Generator
from contextlib import contextmanager
from typing import Any

from typer.core import TyperGroup

from wareloom.cli.show import clean, errors, tell
from wareloom.kit.errors import Blocked, Failure, Forbidden, Malformed, NotFound, Rejected, Unauthenticated, Unavailable

WORK_FAILED, WRONG_INPUT, NOT_SIGNED_IN, UNREACHABLE, INTERRUPTED = 1, 2, 3, 4, 130
EXIT_STATUSES = (
    "Exit status: 0 it worked; 1 the work failed; 2 wrong usage, or input that cannot be read; 3 not signed in; "
    "4 the server cannot be reached or cannot answer now; 130 interrupted."
)
# Exactly these kinds: Forbidden and its like are Rejected too, and asking otherwise would not help there.
_STATUS: dict[type[Failure], int] = {
    Rejected: WRONG_INPUT,
    Malformed: WRONG_INPUT,
    NotFound: WRONG_INPUT,
    Unauthenticated: NOT_SIGNED_IN,
    Unavailable: UNREACHABLE,
    Blocked: UNREACHABLE,
}


def status_of(failure: Failure) -> int:
    return _STATUS.get(type(failure), WORK_FAILED)


def report(failure: Failure) -> None:
    text = f"wareloom: {clean(failure.reason)}"
    errors().print(text, style="red", markup=False, highlight=False, soft_wrap=True)
    if isinstance(failure, Unauthenticated):
        brought = bool(os.environ.get("WARELOOM_KEY"))
        tell("The key came from WARELOOM_KEY." if brought else "To sign in: wareloom login --url https://…")


@contextmanager
def owners_only() -> Generator[None]:
    """A key that `login` made may do a member's work: whoever is refused may be an owner all the same."""
    try:
        yield
    except Forbidden as refused:
        raise Forbidden(f"{refused.reason} An owner signs in for this with: wareloom login --role owner") from refused


class ListByDefault(TyperGroup):
    """`wareloom offers tee` is `wareloom offers list tee`."""

    usual = "list"

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        return super().parse_args(ctx, args if self._named(ctx, args) else [self.usual, *args])

    def _named(self, ctx: Any, args: list[str]) -> bool:
        if not args or args[0] in self.commands or args[0] in ctx.help_option_names:
            return bool(args)
        # Where the usual command takes no words, a word is a misspelled command, and is told so.
        takes_words = any(one.param_type_name == "argument" for one in self.commands[self.usual].params)
        return not takes_words and not args[0].startswith("-")


class ShowByDefault(ListByDefault):
    """`wareloom plan` is `wareloom plan show`."""

    usual = "show"
