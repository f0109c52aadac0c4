"""What the tests share: one server with its people, for all that do not harm it."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent / "InteropTests"))

from parley_client.case import Case  # noqa: E402
from parley_client.office import Office  # noqa: E402


@pytest.fixture(scope="session")
def office(tmp_path_factory):
    """A server founded for development, and everybody who has an account there."""
    office = Office.at_new_server(tmp_path_factory.mktemp("office") / "data")
    yield office
    office.close()


@pytest.fixture
def case(office) -> Case:
    """A filed dispute of its own."""
    return Case.filed(office)
