"""Search: words, phrases, beginnings, filters; within what its reader may read, and nothing else."""

import time

from grpc import StatusCode

from parley_client.case import Case


def found(who, query: str, parent: str = "disputes/-", **fields) -> list:
    """What is found once all that was filed can be."""
    end = time.monotonic() + 10
    while True:
        results, token = [], ""
        while True:
            answer = who.do(
                "SearchEntries", parent=parent, query=query, page_token=token, **fields
            )
            results += answer.results
            token = answer.next_page_token
            if not token:
                break
        if answer.complete or time.monotonic() > end:
            assert answer.complete
            return results
        time.sleep(0.02)


def note(case, who, text: str, place="PARTY_PRIVATE_CLAIMANT"):
    return case.act(who, "AddNote", compartment=f"COMPARTMENT_{place}", text=text)


def test_words_phrases_beginnings_and_diacritics(office):
    case = Case.filed(office)
    note(case, office.broker, "Überweisung zugesagt; Ankunft der Kisten naß")
    note(case, office.broker, "The transfer by bank was promised")
    assert len(found(office.broker, "uberweisung ANKUNFT", case.name)) == 1
    assert len(found(office.broker, "transfer bank", case.name)) == 1
    assert not found(office.broker, '"transfer bank"', case.name)
    assert len(found(office.broker, '"transfer by ba"*', case.name)) == 1
    assert len(found(office.broker, "promis*", case.name)) == 1
    assert not found(office.broker, "promis", case.name)
    hit = found(office.broker, "kisten", case.name)[0]
    assert [part.text for part in hit.snippet if part.hit] == ["Kisten"]
    assert hit.entry.event == "NOTE_ADDED" and hit.dispute == case.name


def test_newest_first_in_pages_and_by_filter(office):
    case = Case.filed(office)
    for number in range(7):
        note(case, office.broker, f"pebble number {number}")
    case.act(office.broker, "SendReminder", channel="CHANNEL_EMAIL", text="A pebble for you.")
    everything = found(office.broker, "pebble", case.name)
    assert [each.entry.name for each in found(office.broker, "pebble", case.name, page_size=3)] == [
        each.entry.name for each in everything
    ]
    assert everything[0].entry.event == "REMINDER_SENT" and len(everything) == 8
    assert len(found(office.broker, "pebble", case.name, filter="compartment = CASE")) == 1
    assert len(found(office.broker, "pebble", case.name, filter='event = "NOTE_ADDED"')) == 7
    other = office.administrator.member
    assert not found(office.broker, "pebble", case.name, filter=f'actor = "{other}"')
    office.advance(days=1)
    later = office.now.replace(microsecond=0).isoformat().replace("+00:00", "Z")
    assert not found(office.broker, "pebble", case.name, filter=f'effective_time > "{later}"')


def test_nobody_finds_what_is_not_theirs(office):
    case = Case.filed(office)
    client = case.invite_client()
    note(case, office.broker, "quicksilver assessment", "INTERNAL")
    note(case, office.broker, "quicksilver of ours")
    note(case, client, "quicksilver of mine", "PARTY_PRIVATE_RESPONDENT")
    secret = case.exhibit(office.broker, b"The formula.", "quicksilver formula")
    case.act(
        office.administrator,
        "SealExhibit",
        exhibit=secret.name,
        readers=["SIDE_CLAIMANT"],
        reason="A trade secret.",
    )
    assert len(found(office.broker, "quicksilver")) == 3
    assert [each.snippet for each in found(client, "quicksilver")] and len(
        found(client, "quicksilver")
    ) == 1
    assert not found(office.stranger, "quicksilver") and not found(office.arbitrator, "quicksilver")
    refusal = office.stranger.refused("SearchEntries", parent=case.name, query="quicksilver")
    missing = office.stranger.refused("SearchEntries", parent="disputes/7k3qm2xw", query="quicksilver")
    assert refusal.code == StatusCode.NOT_FOUND and refusal.seen == missing.seen


def test_a_query_that_cannot_be_is_explained(office):
    for query in ("", "!?", '"open', "w " * 30):
        assert office.broker.refused(
            "SearchEntries", parent="disputes/-", query=query
        ).bad_fields == ["query"]
    for query in ("NEAR(a b)", "a OR", "body:", "x AND", "-", "a*b", "scope : o1"):
        try:
            office.broker.do("SearchEntries", parent="disputes/-", query=query)
        except Exception as refusal:  # a query without a word
            assert refusal.bad_fields == ["query"]
