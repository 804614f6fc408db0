"""Failures of a call that may have been paid for: they carry what it used, so that the expense is noted still."""

from wareloom.kit.ai.model import Usage
from wareloom.kit.errors import Rejected, Unavailable


class Unusable(Unavailable):
    """The model answered, and not what was asked for. It may do better when it is asked again."""

    def __init__(self, reason: str, usage: Usage) -> None:
        super().__init__(reason)
        self.usage = usage


class Refused(Rejected):
    """The model will not do it: it would say the same next time, and be paid for saying so."""

    def __init__(self, reason: str, usage: Usage) -> None:
        super().__init__(reason)
        self.usage = usage
