"""The frame of every function: structured logs with the request's id, secrets masked, one line when it fails."""

import logging
import os
from collections.abc import Callable
from functools import wraps
from typing import Any

from aws_lambda_powertools.logging.formatter import LambdaPowertoolsFormatter

from wareloom.kit.log import logger, masked


class _Masked(LambdaPowertoolsFormatter):
    """Masks what stands under a telling name, and then the finished line: a traceback is text by then."""

    def serialize(self, log: dict[str, Any]) -> str:  # pyright: ignore[reportIncompatibleMethodOverride] - it names a type of its own
        return super().serialize(masked(log))

    def format(self, record: logging.LogRecord) -> str:
        return masked(super().format(record))


Handler = Callable[[Any, Any], Any]
_log = logger(__name__)
_formatter: _Masked | None = None


def entrypoint(handler: Handler) -> Handler:
    """Wrap a Lambda handler. Failures pass through: what they mean is the business of the edge in front of it."""

    @wraps(handler)
    def called(event: Any, context: Any) -> Any:
        _prepare_logs(context)
        try:
            return handler(event, context)
        except Exception as error:
            _log.exception("failed: %s", type(error).__name__)
            raise

    return called


def _prepare_logs(context: Any) -> None:
    global _formatter  # noqa: PLW0603 - one per environment, made by its first call
    root = logging.getLogger()
    if _formatter is None:
        _formatter = _Masked(utc=True, use_rfc3339=True, serialize_stacktrace=False)
        handlers = root.handlers or [logging.StreamHandler()]
        for handler in handlers:
            handler.setFormatter(_formatter)
        root.handlers = handlers
        for chatty in ("botocore", "pyvips"):
            logging.getLogger(chatty).setLevel(logging.WARNING)
        root.setLevel(os.environ.get("POWERTOOLS_LOG_LEVEL", "INFO"))
    _formatter.clear_state()  # what the invocation before us bound is not ours
    _bind(
        _formatter,
        function=getattr(context, "function_name", "local"),
        request_id=getattr(context, "aws_request_id", None),
    )


def bind(**facts: Any) -> None:
    """Put facts on every log line of this invocation."""
    if _formatter is not None:
        _bind(_formatter, **facts)


def _bind(formatter: LambdaPowertoolsFormatter, **facts: Any) -> None:
    formatter.append_keys(**facts)  # pyright: ignore[reportUnknownMemberType] - the library leaves it untyped
