"""A hundred watchers of one dispute, who come and go while it is written to."""

import random
import threading

import grpc
import pytest

from parley_client.case import Case

WATCHERS = 100
WRITES = 60
CONNECTIONS = 10


class Watcher(threading.Thread):
    """Follows a dispute as one person, breaks off at random and resumes from the last token."""

    def __init__(self, client, name: str, seed: int, over, written):
        super().__init__(daemon=True)
        self.client, self.dispute, self.over, self.written = client, name, over, written
        self.dice = random.Random(seed)
        self.names: list[str] = []
        self.resumed = 0
        self.fault: str | None = None

    def run(self) -> None:
        token = ""
        is_last = False
        try:
            while True:
                # What is read from here on holds all that was written, if all was.
                is_last = self.written.is_set()
                left = self.dice.randrange(1, 15)
                call = self.client.stream(
                    "Watch", name=self.dispute, resume_token=token, timeout=60
                )
                for message in call:
                    step = message.WhichOneof("step")
                    if step == "entry":
                        self.names.append(message.entry.name)
                    elif step == "reset":
                        self.names.clear()
                    token = message.resume_token
                    left -= 1
                    if step == "current" and is_last:
                        call.cancel()
                        return
                    if not is_last and (left <= 0 or self.over.is_set()):
                        break
                call.cancel()
                self.resumed += 1
        except grpc.RpcError as error:
            self.fault = f"{error.code()}: {error.details()}"


@pytest.fixture(scope="module")
def watched(office):
    case = Case.filed(office)
    case.demand()
    client = case.invite_client("Wanda Watch")
    case.contest(client)
    people = [office.broker, client]
    doors = [[office.again(person) for _ in range(CONNECTIONS // 2)] for person in people]
    over, written = threading.Event(), threading.Event()
    watchers = [
        Watcher(doors[each % 2][each // 2 % (CONNECTIONS // 2)], case.name, each, over, written)
        for each in range(WATCHERS)
    ]
    for watcher in watchers:
        watcher.start()
    private = ["PARTY_PRIVATE_CLAIMANT", "PARTY_PRIVATE_RESPONDENT"]
    for number in range(WRITES):
        who = number % 2
        place = "SETTLEMENT" if number % 3 == 0 else private[who]
        case.act(
            people[who], "AddNote", compartment=f"COMPARTMENT_{place}", text=f"Note {number}."
        )
    over.set()
    # Wakes whoever is up to date already; each then reads once more to the end.
    case.act(office.broker, "AddNote", compartment="COMPARTMENT_SETTLEMENT", text="The last.")
    written.set()
    for watcher in watchers:
        watcher.join(60)
    return case, people, watchers


def test_nobody_misses_or_doubles_an_entry_or_sees_one_of_others(watched):
    case, people, watchers = watched
    assert [each.fault for each in watchers if each.fault] == []
    expected = [[each.name for each in case.entries(person)] for person in people]
    assert set(expected[0]) != set(expected[1])
    for number, watcher in enumerate(watchers):
        assert not watcher.is_alive()
        assert watcher.names == expected[number % 2]


def test_they_did_break_off_and_resume(watched):
    _, _, watchers = watched
    assert sum(each.resumed for each in watchers) > WATCHERS
