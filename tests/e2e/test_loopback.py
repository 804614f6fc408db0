"""Whoever shares the network with this machine can reach nothing of it."""

import psutil

from tests.support.engine import LocalCloud
from tests.support.visitor import Visitor


def test_every_process_of_the_cloud_listens_to_this_machine_alone(cloud: LocalCloud, owner: Visitor) -> None:
    assert owner.get("/marketplaces"), "functions run too"
    roots = [pid for pid in (cloud.engine.pid, cloud.postgres.pid) if pid]
    family = [
        process for pid in roots for process in (psutil.Process(pid), *psutil.Process(pid).children(recursive=True))
    ]
    heard = [
        address.laddr
        for process in family
        for address in process.net_connections(kind="inet")
        if address.status == psutil.CONN_LISTEN
    ]
    assert {place.port for place in heard} >= {cloud.ports.app, cloud.ports.engine, cloud.ports.postgres}
    assert {place.ip for place in heard} <= {"127.0.0.1", "::1"}
