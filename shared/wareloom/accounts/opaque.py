"""Random tokens that mean nothing by themselves: nobody can guess one, so their digest is all that we keep."""

import hashlib
import secrets


def new_token() -> str:
    return secrets.token_urlsafe(32)


def digest(token: str) -> bytes:
    return hashlib.sha256(token.encode()).digest()
