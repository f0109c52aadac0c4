"""Watching: in order, without gaps or doubles, also across a break."""

import time

import grpc
import pytest

from parley_client.case import Case
from parley_client.watching import Watching, names


def note(case, text: str) -> None:
    fields = {"compartment": "COMPARTMENT_PARTY_PRIVATE_CLAIMANT", "text": text}
    case.act(case.office.colleague, "AddNote", **fields)


def test_a_watch_tells_the_past_and_then_what_another_client_does(case):
    with Watching(case.broker, case.name) as watch:
        past = watch.until_current()
        assert names(past) == [each.name for each in case.entries()]
        for number in range(3):
            note(case, f"Note {number}")
        told = watch.entries(3)
    assert names(past) + names(told) == [each.name for each in case.entries()]
    assert [each.entry.sequence for each in told] == [1, 2, 3]


def test_a_resumed_watch_has_no_gap_and_no_double(case):
    with Watching(case.broker, case.name) as watch:
        first = watch.until_current()
        note(case, "While connected")
        first += watch.entries(1)
    note(case, "While away, one")
    note(case, "While away, two")
    with Watching(case.broker, case.name, resume_token=first[-1].resume_token) as watch:
        second = watch.until_current()
        note(case, "Back again")
        second += watch.entries(1)
    assert names(first + second) == [each.name for each in case.entries()]


def test_every_token_on_the_way_is_a_place_to_go_on(case):
    for number in range(3):
        note(case, f"Note {number}")
    everything = [each.name for each in case.entries()]
    with Watching(case.broker, case.name) as watch:
        messages = watch.until_current()
    for index, message in enumerate(messages):
        with Watching(case.broker, case.name, resume_token=message.resume_token) as watch:
            assert names(messages[: index + 1]) + names(watch.until_current()) == everything


def test_a_watch_of_all_from_now_skips_the_past(office, case):
    with Watching(case.broker, "disputes/-", from_now=True) as watch:
        assert names(watch.until_current()) == []
        other = Case.filed(office)
        note(case, "In the first")
        told = names(watch.entries(3))
    assert told == [*(each.name for each in other.entries()), case.entries()[-1].name]


def test_a_token_is_of_no_use_to_somebody_else(case):
    with Watching(case.broker, case.name) as watch:
        token = watch.until_current()[-1].resume_token
    refusal = case.office.colleague.refused_stream("Watch", name=case.name, resume_token=token)
    assert refusal.code == grpc.StatusCode.INVALID_ARGUMENT
    assert refusal.bad_fields == ["resume_token"]


def test_a_watch_ends_at_its_deadline(case):
    began = time.monotonic()
    with pytest.raises(grpc.RpcError) as caught:
        for _ in case.broker.stream("Watch", name=case.name, timeout=1.0):
            pass
    assert caught.value.code() == grpc.StatusCode.DEADLINE_EXCEEDED
    assert 0.5 < time.monotonic() - began < 5
