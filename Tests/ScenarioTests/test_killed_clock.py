"""The process is killed at the very moment a deadline fires: it fires once, with its due instant."""

import datetime
import random
import threading
import time

import grpc
import pytest

from parley_client.case import Case
from parley_client.office import Office
from parley_client.refusal import Refusal

ROUNDS = 10


@pytest.fixture
def own_office(tmp_path):
    office = Office.at_new_server(tmp_path / "data")
    yield office
    office.close()


def test_a_deadline_fires_once_whenever_the_process_dies(own_office):
    office, dice = own_office, random.Random(7)
    cases = []
    for _ in range(ROUNDS):
        case = Case.filed(office)
        case.demand(grace_days=1)
        due = next(
            each.due_time.ToDatetime(tzinfo=datetime.timezone.utc)
            for each in case.dispute.deadlines
            if each.rule == "T5"
        )
        cases.append((case, due))
        mover = threading.Thread(target=_advance, args=(office.administrator,), daemon=True)
        mover.start()
        time.sleep(dice.uniform(0, 0.02))
        office.server.kill()
        mover.join(10)
        office.server.start()
        office.administrator = office.again(office.administrator)
        office.broker = office.again(office.broker)
        # Where the clock had not moved yet when the process died, it is moved now.
        if office.now < due:
            _advance(office.administrator)
        _check(cases, office)
    office.server.stop()
    verified = office.server.run("verify")
    assert verified.returncode == 0, verified.stdout + verified.stderr
    office.server.start()


def _advance(administrator) -> None:
    try:
        administrator.do("AdvanceClock", step=datetime.timedelta(days=2, hours=1))
    except (Refusal, grpc.RpcError):
        pass


def _check(cases, office) -> None:
    for case, due in cases:
        case.broker = office.broker
        fired = [each for each in case.entries() if each.event == "GRACE_EXPIRED"]
        end = time.monotonic() + 10
        while not fired and time.monotonic() < end:
            time.sleep(0.1)
            fired = [each for each in case.entries() if each.event == "GRACE_EXPIRED"]
        assert len(fired) == 1
        assert fired[0].effective_time.ToDatetime(tzinfo=datetime.timezone.utc) == due
        assert fired[0].actor == ""
