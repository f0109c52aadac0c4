"""Deadlines: the clock acts by itself, at exactly the moment that was told."""

from grpc import StatusCode

from parley_client.case import Case
from parley_client.office import Office
from parley_client.watching import Watching


def test_the_grace_expires_with_the_clock_and_a_watcher_is_told(office):
    case = Case.filed(office)
    case.demand(grace_days=5)
    deadline = next(
        each
        for each in case.broker.pages("ListDeadlines", "deadlines", parent=case.name)
        if each.due_time == case.dispute.demands[0].grace_end_time
    )
    with Watching(case.broker, case.name, from_now=True) as watch:
        watch.until_current()
        office.advance(days=4)
        assert case.status == "DEMAND_SERVED"
        office.advance(days=2)
        entry = watch.entries(1)[0].entry
    assert case.status == "GRACE_EXPIRED"
    assert (entry.event, entry.actor) == ("GRACE_EXPIRED", "")
    assert entry.effective_time == deadline.due_time
    assert entry.transition.rule == "T7"


def test_an_offer_that_expired_cannot_be_accepted(office):
    case = Case.filed(office)
    case.demand()
    client = case.invite_client()
    offer = case.offer(case.broker, 900)
    etag = client.do("GetOffer", name=offer).etag
    office.advance(days=12)
    refusal = client.refused("AcceptOffer", name=case.name, offer=offer, etag=etag)
    assert refusal.code in (StatusCode.ABORTED, StatusCode.FAILED_PRECONDITION)
    state = client.do("GetOffer", name=offer).state
    assert client.do("GetOffer", name=offer).HasField("expire_time")
    assert state == 5


def test_the_clock_of_a_directory_in_earnest_cannot_be_moved(tmp_path):
    office = Office.at_new_server(tmp_path / "data", development=False)
    try:
        assert not office.broker.do("GetClock").advanceable
        refusal = office.administrator.refused("AdvanceClock", step={"seconds": 60})
        assert refusal.code in (StatusCode.UNIMPLEMENTED, StatusCode.FAILED_PRECONDITION)
        before = office.now
        assert (office.now - before).total_seconds() < 30
    finally:
        office.close()


def test_only_administrators_move_the_clock(office):
    refusal = office.broker.refused("AdvanceClock", step={"seconds": 60})
    assert refusal.code == StatusCode.PERMISSION_DENIED
