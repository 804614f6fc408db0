"""What writes each format: one line each."""

from wareloom.market.exports.encoder import Encoder
from wareloom.market.exports.encoders.comma_separated import CommaSeparated
from wareloom.market.exports.encoders.json_lines import JsonLines
from wareloom.market.exports.encoders.parquet import Parquet

ENCODERS: dict[str, type[Encoder]] = {"csv": CommaSeparated, "json": JsonLines, "parquet": Parquet}
