"""Passwords by argon2id. The library is slow to load and slow on purpose: only signing in pays for it."""

from functools import lru_cache
from typing import TYPE_CHECKING

from wareloom.kit.errors import Rejected

if TYPE_CHECKING:
    from argon2 import PasswordHasher

SHORTEST = 10
_TOO_COMMON = {"password", "1234567890", "qwertyuiop", "letmein", "wareloom", "iloveyou", "abcdefghij"}


@lru_cache
def _hasher() -> "PasswordHasher":
    from argon2 import PasswordHasher

    return PasswordHasher()  # the library's defaults are RFC 9106's second choice: 64 MiB, 3 passes


@lru_cache
def _nobody() -> str:
    return _hasher().hash("nobody has this password")


def check_strength(password: str, *, email: str) -> None:
    if len(password) < SHORTEST:
        raise Rejected(f"A password has at least {SHORTEST} characters.")
    plain = password.casefold()
    if len(set(plain)) < 4 or {plain, plain.strip("0123456789!?.")} & _TOO_COMMON:
        raise Rejected("This password is too easy to guess. A few unrelated words make a good one.")
    if email.split("@", 1)[0].casefold() in plain and len(plain) < 2 * SHORTEST:
        raise Rejected("A password must not contain your e-mail address.")


def hashed(password: str) -> str:
    return _hasher().hash(password)


def matches(password: str, password_hash: str | None) -> bool:
    """Takes as long for an address that nobody has: the time does not tell who is registered."""
    from argon2.exceptions import InvalidHashError, VerificationError

    try:
        return _hasher().verify(password_hash or _nobody(), password) and password_hash is not None
    except (VerificationError, InvalidHashError):
        return False


def outgrown(password_hash: str) -> bool:
    """True when the hash was made with weaker settings than today's."""
    return _hasher().check_needs_rehash(password_hash)
