"""Sign in by making a key for this machine: neither the password nor a session is kept."""

import os
import platform
import sys
from typing import Annotated, Literal

import typer

from wareloom.cli import credentials
from wareloom.cli.client import Client
from wareloom.cli.credentials import Credential
from wareloom.cli.deployment import spelled
from wareloom.cli.show import Item, Json, print_json, tell
from wareloom.cli.spell import moment
from wareloom.cli.table import print_facts
from wareloom.kit.errors import Malformed, NotFound, Unauthenticated

_NAME_AT_MOST = 80
Role = Literal["viewer", "member", "owner"]
EXAMPLES = (
    "wareloom login --url https://wareloom.example --email you@wareloom.example\n\n"
    "wareloom login --email you@wareloom.example --password-stdin < password-file"
)


def login(
    *,
    url: Annotated[
        str | None, typer.Option(help="The deployment. Without it: WARELOOM_URL, else the last one.")
    ] = None,
    email: Annotated[str | None, typer.Option(help="Who signs in. Asked for when it is not given.")] = None,
    password_stdin: Annotated[
        bool, typer.Option("--password-stdin", help="Read the password from standard input instead of asking.")
    ] = False,
    key: Annotated[
        str | None, typer.Option(help="Use this key (wl_…) instead of a password. Without --email: WARELOOM_KEY.")
    ] = None,
    name: Annotated[str | None, typer.Option(help="What to call the key. Usually this machine's name.")] = None,
    days: Annotated[int, typer.Option(min=1, max=365, help="How long the key lasts.")] = 90,
    role: Annotated[
        Role | None,
        typer.Option(help="What the key may do. Without it: at most a member's work, no shops and no plan."),
    ] = None,
) -> None:
    """Sign in to a deployment, and stay signed in on this machine.

    The password is sent once, to make an API key that is kept in a file only you can read.
    `wareloom logout` revokes it.
    """
    address = spelled(url) if url else credentials.chosen_url()
    if address is None:
        raise Malformed("Say where to sign in: wareloom login --url https://…")
    given = key or (None if email else os.environ.get("WARELOOM_KEY"))
    if given:
        credential = _brought(Client(address, given), given)
    else:
        who, password = _who(address, email, password_stdin=password_stdin)
        wanted = {"name": (name or _machine())[:_NAME_AT_MOST], "expires_in_days": days}
        credential = _made(Client(address, None), who, password, wanted, role)
    replaced = credentials.load().deployments.get(address)
    credentials.remember(address, credential)
    if replaced and replaced.key != credential.key:
        _revoke(Client(address, credential.key), replaced)
    tell(f"Signed in to {address} as {credential.email}, workspace “{credential.workspace}”.")


def logout(
    *,
    keep_key: Annotated[
        bool, typer.Option("--keep-key", help="Only forget the key here; do not ask the server to revoke it.")
    ] = False,
) -> None:
    """Sign out: revoke the key that `login` made for this machine, and forget it."""
    url = credentials.chosen_url()
    known = credentials.load().deployments.get(url) if url else None
    if url is None or known is None:
        tell("You are not signed in.")
        return
    if not keep_key:
        _revoke(Client(url, known.key), known)
    credentials.forget(url)
    tell(f"Signed out of {url}.")


def whoami(*, as_json: Json = False) -> None:
    """Say who is signed in, where, and what they may do."""
    url, key = credentials.chosen()
    client = Client(url, key)
    me = client.get("/me")
    made = next((row for row in client.get("/keys")["items"] if key.startswith(f"wl_{row['lookup']}_")), None)
    if as_json:
        print_json({"url": url, **me, "key": made})
        return
    print_facts(
        [
            ("deployment", url),
            ("name", me["name"]),
            ("e-mail", me["email"]),
            ("workspace", me["tenant"]["name"]),
            ("role", me["role"]),
            ("key", f"“{made['name']}”, may act as {made['role']}" if made else ""),
            ("lasts until", moment(made["expires_at"]) if made else ""),
        ]
    )


def _who(url: str, email: str | None, *, password_stdin: bool) -> tuple[str, str]:
    if password_stdin:
        if not email:
            raise Malformed("Say whose password it is: --email …")
        return email, sys.stdin.readline().rstrip("\r\n")
    if not sys.stdin.isatty():
        raise Malformed("There is nobody to ask for a password. Give it with --password-stdin, or give a --key.")
    known = credentials.load().deployments.get(url)
    who = email or typer.prompt("E-mail", default=known.email if known else None, err=True)
    return who, typer.prompt(f"Password for {who}", hide_input=True, err=True)


def _made(client: Client, email: str, password: str, wanted: Item, role: Role | None) -> Credential:
    session, cookie = client.sign_in(email, password)
    me = session["me"]
    signed_in = Client(client.url, session["access_token"])
    careful = "viewer" if me["role"] == "viewer" else "member"
    try:
        made = signed_in.post("/keys", {**wanted, "role": role or careful})
    finally:
        client.sign_out(cookie)
    return _credential(made["key"], made["id"], me)


def _brought(client: Client, key: str) -> Credential:
    return _credential(key, None, client.get("/me"))


def _credential(key: str, key_id: str | None, me: Item) -> Credential:
    return Credential(key=key, key_id=key_id, email=me["email"], workspace=me["tenant"]["name"])


def _revoke(client: Client, known: Credential) -> None:
    if known.key_id is None:
        return
    try:
        client.delete(f"/keys/{known.key_id}")
    except (NotFound, Unauthenticated):
        return  # it was revoked or has expired: what was wanted


def _machine() -> str:
    return f"wareloom on {platform.node() or 'a machine'}"
