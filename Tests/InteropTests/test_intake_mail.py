"""parley-intake over hundreds of unusual and damaged messages: each whole, or refused with a reason."""

import concurrent.futures

import pytest

from intake import asking, corpus

MUTATIONS = 300
# One message takes about 50 ms; the worst of the corpus a few times that.
SECONDS_MAX = 10.0


def judged(case):
    """What became of a message: `whole`, its reason, or what is wrong."""
    name, data, wanted = case
    try:
        answer = asking.ask(data, "message")
    except asking.Garbage as garbage:
        return name, wanted, f"no answer: {garbage}", 0.0
    outcome = answer.refusal or ("whole" if asking.is_whole(answer) else "half")
    return name, wanted, outcome, answer.seconds


def test_every_message_is_whole_or_refused():
    cases = list(corpus.unusual()) + list(corpus.mutated(MUTATIONS))
    assert len(cases) >= 400
    with concurrent.futures.ThreadPoolExecutor(2) as threads:
        outcomes = list(threads.map(judged, cases))
    reasons = {outcome for _, _, outcome, _ in outcomes}
    wrong = [
        (name, wanted, outcome)
        for name, wanted, outcome, _ in outcomes
        if outcome == "half" or outcome.startswith("no answer") or (wanted and outcome != wanted)
    ]
    assert not wrong
    assert max(seconds for *_, seconds in outcomes) < SECONDS_MAX
    # A corpus that no longer damages anything, or damages everything, would prove nothing.
    assert {"whole", "CUT_OFF", "MALFORMED", "AMBIGUOUS", "NOT_MAIL", "TOO_DEEP"} <= reasons
    assert sum(outcome == "whole" for _, _, outcome, _ in outcomes) > 100


@pytest.mark.parametrize("number", [1, 2, 3])
def test_a_real_message_is_understood(number):
    (path,) = corpus.EXAMPLES.glob(f"email-{number}-*.eml")
    answer = asking.ask(path, "message")
    head = answer.message["head"]
    assert head["messageId"].endswith(".example")
    assert head["date"]["offsetMinutes"] in (0, 60)
    assert not answer.message["notes"]
    if number == 1:
        assert head["from"] == [{"name": "Inês Duarte", "address": "ines@duarte-freight.example"}]
        assert "EUR 8,400.00 fell due on 30 September" in answer.text
        (pdf,) = answer.message["attachments"]
        assert (pdf["name"], pdf["foundType"]) == ("invoice-118.pdf", "application/pdf")
        assert answer.part(pdf).startswith(b"%PDF-1.4")
    else:
        assert head["inReplyTo"] and head["references"]


@pytest.mark.parametrize("name,charset,data", corpus.CHARSETS)
def test_a_charset_becomes_utf8(name, charset, data):
    answer = asking.ask(corpus.message(f"Content-Type: text/plain; charset={charset}", body=data), "message")
    wanted = {
        "latin": "Grüße, 5 £", "euro in latin": "5€", "windows": "5 €", "latin 9": "5 €",
        "cyrillic": "Привет", "greek": "Καλημέρα", "japanese": "請求書", "shift jis": "請求書",
        "chinese": "发票", "big5": "發票", "korean": "송장", "utf-16": "Rechnung", "utf-7": "Grüße",
        "utf-8 said to be ascii": "é", "eight bit said to be ascii": "café", "unknown": "café",
    }.get(name)
    if wanted:
        assert answer.text == wanted
    if name in ("wrong utf-8", "cut off"):
        assert answer.message["text"]["replaced"] > 0
        assert any("replaced" in note for note in answer.message["notes"])
    if name in ("unknown", "eight bit said to be ascii"):
        assert any("guess" in note for note in answer.message["notes"])


def test_plain_text_is_preferred_and_pages_are_reduced():
    both = corpus.mixed(
        "Content-Type: text/html\n\n<p>page</p>", corpus.plain("plain"), kind="alternative"
    )
    answer = asking.ask(both, "message")
    assert answer.text == "plain"
    assert answer.message["text"]["from"] == "plain"
    page = "<style>x</style><p>Pay <a href='https://pay.example/1'>here</a></p><script>bad()</script>"
    answer = asking.ask(corpus.message("Content-Type: text/html", body=page), "message")
    assert answer.text.strip() == "Pay here <https://pay.example/1>"
    assert answer.message["text"]["from"] == "html"


def test_what_vouches_for_a_message_is_kept_as_claimed():
    headers = (
        "Received: from a.example by b.example; Wed, 07 Oct 2026 09:13:00 +0100",
        "Received: from c.example by a.example; Wed, 07 Oct 2026 09:12:30 +0100",
        "Authentication-Results: b.example; dkim=pass",
        "DKIM-Signature: v=1; a=rsa-sha256; d=duarte-freight.example; b=AAAA",
    )
    head = asking.ask(corpus.message(*headers), "message").message["head"]
    assert [line.split()[1] for line in head["received"]] == ["a.example", "c.example"]
    assert head["claims"]["authenticationResults"] == ["b.example; dkim=pass"]
    assert len(head["claims"]["dkimSignatures"]) == 1


def test_an_attached_message_is_kept_byte_for_byte():
    inner = corpus.mixed(corpus.plain("inner"), corpus.attachment("filename=a.pdf")).replace(b"\n", b"\r\n")
    outer = corpus.message('Content-Type: multipart/mixed; boundary="outer"', body=(
        b"--outer\nContent-Type: text/plain\n\nsee below\n--outer\nContent-Type: message/rfc822\n\n"
        + inner + b"\n--outer--\n"
    ))
    answer = asking.ask(outer, "message")
    (attached,) = answer.message["attachments"]
    assert answer.part(attached) == inner
    assert attached["message"]["messageId"] == "m1@duarte-freight.example"
    again = asking.ask(answer.part(attached), "message")
    assert [part["name"] for part in again.message["attachments"]] == ["a.pdf"]


def test_a_dangerous_attachment_is_told_by_its_bytes():
    part = corpus.attachment('filename="..\\\\..\\\\invoice.pdf"', b"MZ" + b"\0" * 62 + b"PE\0\0" * 20, "application/pdf")
    (found,) = asking.ask(corpus.mixed(part), "message").message["attachments"]
    assert found["name"] == "invoice.pdf"
    assert found["declaredType"] == "application/pdf"
    assert found["foundType"] != "application/pdf"


# Mailboxes


POSTMARK = b"From ines@duarte-freight.example Wed Oct  7 09:12:00 2026\n"


def test_a_mailbox_gives_its_messages_as_they_were():
    first = corpus.message(body="One.\n\nFrom the desk of Ines\n>From afar\n>>From further\n")
    second = corpus.message(body="Two.\n")
    stored = b"".join(
        POSTMARK + b"".join(
            b">" + line if line.lstrip(b">").startswith(b"From ") and (line.startswith(b">") or escaped) else line
            for line in data.splitlines(keepends=True)
        ) + b"\n"
        for data, escaped in ((first, False), (second, True))
    )
    slices = asking.ask(stored, "mailbox").fields["mailbox"]
    assert [piece["escaped"] for piece in slices] == [True, False]
    for piece, original in zip(slices, (first, second)):
        task = ["message", str(piece["from"]), str(piece["bytes"])]
        answer = asking.ask(stored, *task, *(["escaped"] if piece["escaped"] else []))
        if piece["escaped"]:
            start = answer.fields["source"]
            assert answer.contents[start : start + len(original)] == original
        else:
            assert stored[piece["from"] : piece["from"] + piece["bytes"]] == original
        assert answer.message["bytes"] == len(original)


def test_one_message_is_a_mailbox_of_one():
    data = corpus.message()
    assert asking.ask(data, "mailbox").fields["mailbox"] == [
        {"from": 0, "bytes": len(data), "escaped": False}
    ]


def test_a_mailbox_has_a_limit():
    data = (POSTMARK + corpus.message() + b"\n") * 5_001
    assert asking.ask(data, "mailbox").refusal == "TOO_MANY_MESSAGES"
    assert asking.ask(POSTMARK + b"no header\n", "mailbox").refusal == "NOT_MAIL"
