"""Random histories: no leak on any read path, sound proofs, an older head never accepted.

As many as `PARLEY_HISTORIES` says, from the seed `PARLEY_HISTORIES_FROM` on; a few in the usual run.
"""

import os
import subprocess

import pytest

from histories import History
from parley_client.office import Office
from parley_client.server import binary

COUNT = int(os.environ.get("PARLEY_HISTORIES", "6"))
FIRST = int(os.environ.get("PARLEY_HISTORIES_FROM", "0"))
STEPS = 45


@pytest.fixture(scope="module")
def own_office(tmp_path_factory):
    """A server of its own, which is verified when all are done."""
    office = Office.at_new_server(tmp_path_factory.mktemp("histories") / "data")
    yield office
    data = office.server.data
    office.close()
    for command in ("verify", "rebuild"):
        done = subprocess.run([binary(), command, "--data", data], capture_output=True, text=True)
        assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module")
def auditor(own_office):
    return own_office.join("ROLE_AUDITOR", "Olga Audit")


@pytest.fixture(scope="module")
def histories(own_office, auditor):
    seen: set[str] = set()
    for seed in range(FIRST, FIRST + COUNT):
        history = History(own_office, auditor, seed)
        for number in range(STEPS):
            roles = ("respondent", "arbitrator") if number % 4 == 0 else ()
            before = {role: history.etag(role) for role in roles}
            history.step()
            for role, then in before.items():
                now = history.etag(role)
                if then and now and then[0] == now[0]:
                    assert then[1] == now[1], f"{role} sees another etag: {history.done}"
        history.check()
        seen |= set(history.done)
    return seen


def test_no_path_tells_anybody_what_is_not_theirs(histories):
    assert histories


def test_the_histories_went_through_the_stages(histories):
    wanted = {"MAKE_OFFER", "ADD_NOTE", "ADD_EXHIBIT", "ADD_MEDIATION_NOTE"}
    wanted |= {"PROPOSE_WAIVER", "SIGN_WAIVER", "REQUEST_ERASURE", "GRANT_ERASURE"}
    wanted |= {"SEAL_EXHIBIT"}
    assert wanted <= histories
