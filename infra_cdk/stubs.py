"""The CDK's stubs name some parameters otherwise in a class than in its interface, so a type checker does not see that
a Role is an IRole. jsii checks every argument when it is given."""

from typing import Any


def given(made: object) -> Any:
    """`made`, for a parameter whose interface it has."""
    return made
