"""Repeat safety and dry runs."""

import uuid

from grpc import StatusCode
import pytest

from parley_client.case import Case, upload
from parley_client.office import euros, filing
from parley_client.refusal import Refusal


def test_the_same_request_again_gets_the_same_bytes_and_has_no_second_effect(office):
    request = office.broker.request("CreateDispute", **filing(office))
    first = office.broker.raw("CreateDispute", request)
    count = len(office.broker.pages("ListDisputes", "disputes"))
    assert office.broker.raw("CreateDispute", request) == first
    assert office.again(office.broker).raw("CreateDispute", request) == first
    assert len(office.broker.pages("ListDisputes", "disputes")) == count


def test_the_first_answer_is_repeated_also_after_the_dispute_went_on(case):
    request = case.broker.request(
        "SendReminder", name=case.name, channel="CHANNEL_EMAIL", text="Please pay."
    )
    first = case.broker.raw("SendReminder", request)
    case.act(case.broker, "SendReminder", channel="CHANNEL_LETTER", text="Please pay now.")
    assert case.broker.raw("SendReminder", request) == first
    assert len(case.dispute.reminders) == 2


def test_the_repeat_of_an_act_that_ended_ones_sight_is_told_what_it_did(office):
    case = Case.filed(office)
    case.demand()
    client = case.invite_client()
    case.contest(client)
    case.act(case.broker, "ProposeMediation", reason="To save costs.")
    rules = case.broker.do("GetGroundRules", name=f"{case.name}/documents/ground-rules")
    for party in (case.broker, client):
        case.act(party, "ConsentMediation", ground_rules_sha256=rules.sha256)
    mediator = office.mediator
    case.act(office.administrator, "NominateNeutral", member=mediator.member)
    request = mediator.request("DeclineNomination", name=case.name, reason="A conflict.")
    first = mediator.send("DeclineNomination", request)
    assert mediator.refused("GetDispute", name=case.name).code == StatusCode.NOT_FOUND
    again = mediator.send("DeclineNomination", request)
    assert again.dispute == first.dispute
    request.reason = "Another reason."
    with pytest.raises(Refusal) as other:
        mediator.send("DeclineNomination", request)
    assert other.value.code == StatusCode.NOT_FOUND


def test_an_upload_is_repeated_also_after_the_dispute_is_closed(case):
    messages = list(upload(case.name, b"The contract." * 50_000, "Contract"))
    first = case.broker.send_stream("UploadExhibit", messages)
    case.act(case.broker, "WithdrawDispute", etag=case.etag, reason="Paid in cash.")
    assert case.broker.send_stream("UploadExhibit", messages) == first
    # The bytes are not needed to recognise it.
    assert case.broker.send_stream("UploadExhibit", messages[:1]) == first
    other = list(upload(case.name, b"Another contract.", "Contract"))
    other[0].spec.request_id = messages[0].spec.request_id
    with pytest.raises(Refusal) as caught:
        case.broker.send_stream("UploadExhibit", other)
    assert caught.value.reason == "REQUEST_ID_REUSED"


def test_a_dry_run_of_an_upload_is_judged_without_bytes(case):
    content = b"The contract."
    spec = next(upload(case.name, content, "Contract", validate_only=True))
    answer = case.broker.send_stream("UploadExhibit", [spec])
    assert answer.exhibit.label == "E-1" and not answer.change.receipts
    assert case.broker.pages("ListExhibits", "exhibits", parent=case.name) == []
    case.act(case.broker, "WithdrawDispute", etag=case.etag, reason="Paid in cash.")
    with pytest.raises(Refusal) as caught:
        case.broker.send_stream("UploadExhibit", [spec])
    assert caught.value.reason == "WRONG_STAGE"


def test_a_request_id_with_other_content_names_the_field(case):
    request_id = str(uuid.uuid4())
    fields = {"name": case.name, "channel": "CHANNEL_EMAIL", "request_id": request_id}
    case.broker.do("SendReminder", text="Please pay.", **fields)
    refusal = case.broker.refused("SendReminder", text="Please pay me.", **fields)
    assert (refusal.code, refusal.reason) == (StatusCode.ALREADY_EXISTS, "REQUEST_ID_REUSED")
    assert refusal.metadata["field"] == "text"
    assert len(case.dispute.reminders) == 1


def test_a_request_id_belongs_to_its_caller(case):
    request_id = str(uuid.uuid4())
    fields = {"name": case.name, "channel": "CHANNEL_EMAIL", "request_id": request_id}
    case.broker.do("SendReminder", text="One.", **fields)
    case.office.colleague.do("SendReminder", text="Two.", **fields)
    assert len(case.dispute.reminders) == 2


def test_a_refusal_is_not_remembered(office):
    case = Case(office)
    fields = {"name": case.name, "channel": "CHANNEL_EMAIL", "request_id": str(uuid.uuid4())}
    assert case.broker.refused("SendReminder", **fields).reason == "WRONG_STAGE"
    case.act(case.broker, "FileDispute")
    case.broker.do("SendReminder", **fields)
    assert len(case.dispute.reminders) == 1


def test_a_dry_run_keeps_nothing(case):
    before = (case.dispute.SerializeToString(), case.events())
    fields = {"name": case.name, "channel": "CHANNEL_EMAIL", "request_id": str(uuid.uuid4())}
    answer = case.broker.do("SendReminder", text="A dry run.", validate_only=True, **fields)
    assert len(answer.dispute.reminders) == 1
    assert not answer.receipts and not answer.entries
    assert (case.dispute.SerializeToString(), case.events()) == before
    case.broker.do("SendReminder", text="In earnest.", **fields)
    assert len(case.dispute.reminders) == 1


def test_a_dry_run_of_a_new_dispute_makes_none(office):
    before = [each.name for each in office.broker.pages("ListDisputes", "disputes")]
    office.broker.do("CreateDispute", validate_only=True, **filing(office))
    assert [each.name for each in office.broker.pages("ListDisputes", "disputes")] == before


def test_a_dry_run_refuses_what_the_act_would_refuse(case):
    refusal = case.broker.refused(
        "ServeDemand",
        name=case.name,
        amount=euros(1),
        channel="CHANNEL_EMAIL",
        instructions="To the account.",
        waiver_reason="The respondent asked for a demand at once.",
        validate_only=True,
    )
    assert (refusal.code, refusal.reason) == (StatusCode.FAILED_PRECONDITION, "AMOUNT_DIFFERS")
    assert "1200.50" in refusal.metadata["expected"]


def test_a_bank_reference_is_posted_once(case):
    fields = {
        "amount": euros(200),
        "value_date": case.office.day(-1),
        "method": "PAYMENT_METHOD_BANK_TRANSFER",
        "bank_reference": "TR-1",
    }
    case.act(case.broker, "PostPayment", **fields)
    refusal = case.broker.refused("PostPayment", name=case.name, **fields)
    assert refusal.code == StatusCode.ALREADY_EXISTS
    assert (case.quote().units, case.quote().nanos) == (1000, 500_000_000)
