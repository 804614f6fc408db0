"""One visit with a session that fits, from which the session and its way out learn."""

from collections.abc import Generator
from contextlib import contextmanager

from wareloom.kit.errors import Blocked, Unavailable
from wareloom.kit.http.pace import NotYet
from wareloom.kit.http.proxies import ProxyFailed, Ways
from wareloom.kit.http.robots import Disallowed
from wareloom.kit.http.sessions import AnyLine, Sessions


@contextmanager
def visiting(sessions: Sessions[AnyLine], ways: Ways, host: str) -> Generator[AnyLine]:
    with sessions.lent(host, ways.to(host)) as session:
        try:
            yield session.line
        except (Disallowed, NotYet):  # says nothing about the visitor
            raise
        except ProxyFailed:
            session.way.broke()
            session.retire()
            raise
        except Blocked:
            ways.blocked(host, session.way)
            session.retire()
            raise
        except Unavailable:
            session.went_badly()
            raise
        session.went_well()
        session.way.worked()
