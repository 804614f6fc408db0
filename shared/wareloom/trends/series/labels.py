"""Where something can stand in its life. Without the arrays that judge it, so that whoever only asks is quick."""

from typing import Literal

Label = Literal["emerging", "rising", "peaking", "steady", "declining", "seasonal", "spike", "insufficient data"]
