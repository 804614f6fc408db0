"""What runs, where, as which process, and how the app says it feels."""

import json
from collections.abc import Iterator

from urllib3 import PoolManager
from urllib3.exceptions import HTTPError

from infra_cdk.local.cloud import Cloud
from infra_cdk.local.show import Screen

_COUNTED = 12
_ESTIMATES = """
    SELECT relname, n_live_tup FROM pg_stat_user_tables WHERE n_live_tup > 0 ORDER BY n_live_tup DESC LIMIT %s
"""


def show(cloud: Cloud, screen: Screen) -> bool:
    """Whether all of it runs and is well."""
    parts = (
        ("PostgreSQL", cloud.postgres.pid, f"127.0.0.1:{cloud.ports.postgres}"),
        ("AWS engine", cloud.engine.pid, cloud.aws.address),
    )
    for name, pid, where in parts:
        screen.say(f"  {name:<12} {f'runs at {where}, process {pid}' if pid else 'does not run'}")
    if cloud.engine.pid:
        screen.say(f"  {'Functions':<12} {len(cloud.engine.workers())} warm environments")
    health = _health(cloud) if all(pid for _, pid, _ in parts) else None
    screen.say(f"  {'App':<12} {f'{health} at {cloud.address}' if health else 'does not answer'}")
    if cloud.postgres.pid:
        for table, rows in _counts(cloud):
            screen.say(f"    {rows:>9,}  {table}")
    screen.say(f"  {'State':<12} {cloud.state.folder}")
    if health != "ok":
        screen.say("  Start it, or mend it, with `make up`.")
    return health == "ok"


def _health(cloud: Cloud) -> str | None:
    with PoolManager(retries=False, timeout=15) as pool:
        try:
            answer = pool.request("GET", f"{cloud.address}/api/v1/health/ready")
            said = json.loads(answer.data)
        except (HTTPError, ValueError):
            return None
    return str(said["status"]) if answer.status == 200 else f"not well ({said.get('checks') or said.get('detail')})"


def _counts(cloud: Cloud) -> Iterator[tuple[str, int]]:
    """PostgreSQL's own estimates, which cost nothing, of the tables with most in them."""
    import psycopg

    server = cloud.postgres
    address = f"host=127.0.0.1 port={server.port} dbname={server.database} user={server.user}"
    with psycopg.connect(address, password=server.password, connect_timeout=5) as connection:
        yield from connection.execute(_ESTIMATES, [_COUNTED])
