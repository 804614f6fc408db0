"""Access tokens: short-lived, signed, and worth nothing once their sign-in has ended."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from wareloom.kit import clock, secrets
from wareloom.kit.errors import Unauthenticated
from wareloom.kit.settings import TokenSettings

_ALGORITHM = "HS256"
_NOT_OURS = "This access token is not one of ours, or it has expired. Sign in again."


@dataclass(frozen=True)
class Access:
    user_id: UUID
    tenant_id: UUID
    sign_in_id: UUID


def lifetime() -> timedelta:
    return timedelta(minutes=TokenSettings.from_env().access_minutes)


def write(access: Access) -> str:
    from joserfc import jwt
    from joserfc.jwk import OctKey

    settings = TokenSettings.from_env()
    keys = secrets.read(settings.secret_id)
    now = int(clock.now().timestamp())
    claims = {
        "iss": settings.issuer,
        "sub": str(access.user_id),
        "tid": str(access.tenant_id),
        "sid": str(access.sign_in_id),
        "iat": now,
        "exp": now + int(lifetime().total_seconds()),
    }
    key_id = str(keys["current"])
    return jwt.encode({"alg": _ALGORITHM, "kid": key_id}, claims, OctKey.import_key(str(keys[key_id])))


def read(text: str) -> Access:
    from joserfc import jwt
    from joserfc.errors import JoseError

    settings = TokenSettings.from_env()
    rules = jwt.JWTClaimsRegistry(
        now=int(clock.now().timestamp()),
        iss={"essential": True, "value": settings.issuer},
        sub={"essential": True},
        tid={"essential": True},
        sid={"essential": True},
        exp={"essential": True},
    )
    try:
        token = jwt.decode(text, _key_named(settings), algorithms=[_ALGORITHM])
        rules.validate(token.claims)
        return _read_claims(token.claims)
    except (JoseError, ValueError, KeyError, TypeError) as error:
        raise Unauthenticated(_NOT_OURS) from error


def _key_named(settings: TokenSettings) -> Any:
    """Finds the key that the token names; a key id that we do not know may be newer than the secret we keep."""
    from joserfc.jwk import GuestProtocol, OctKey

    def find(token: GuestProtocol) -> OctKey:
        key_id = str(token.headers().get("kid", ""))
        for fresh in (False, True):
            key = secrets.read(settings.secret_id, fresh=fresh).get(key_id)
            if isinstance(key, str) and key_id != "current":
                return OctKey.import_key(key)
        raise ValueError("no such key")

    return find


def _read_claims(claims: Mapping[str, Any]) -> Access:
    return Access(user_id=UUID(claims["sub"]), tenant_id=UUID(claims["tid"]), sign_in_id=UUID(claims["sid"]))
