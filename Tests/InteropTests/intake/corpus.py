"""Messages as programs and people really send them, and as nobody should: by construction, and by
seeded mutation of the former. Each has a name; the expectation stands beside it where it matters."""

import base64
import random
from collections.abc import Iterator
from pathlib import Path

EXAMPLES = Path(__file__).resolve().parents[3] / "deploy" / "examples" / "harbour"

HEAD = (
    "From: Ines Duarte <ines@duarte-freight.example>\n"
    "To: Accounts <accounts@harbour.example>\n"
    "Subject: Invoice INV-2026-118\n"
    "Date: Wed, 07 Oct 2026 09:12:00 +0100\n"
    "Message-ID: <m1@duarte-freight.example>\n"
)


def message(*headers: str, body: str | bytes = "Dear all,\n\nplease pay.\n", head: str = HEAD) -> bytes:
    """A message with these headers more."""
    text = body if isinstance(body, bytes) else body.encode()
    return head.encode() + "".join(f"{header}\n" for header in headers).encode() + b"\n" + text


def mixed(*parts: str, kind: str = "mixed", boundary: str = "b1") -> bytes:
    """A multipart message of parts, each with its headers."""
    body = "".join(f"--{boundary}\n{part}\n" for part in parts) + f"--{boundary}--\n"
    return message(f'MIME-Version: 1.0\nContent-Type: multipart/{kind}; boundary="{boundary}"', body=body)


def attachment(name: str, content: bytes = b"content", kind: str = "application/octet-stream") -> str:
    return (
        f"Content-Type: {kind}\nContent-Transfer-Encoding: base64\n"
        f"Content-Disposition: attachment; {name}\n\n{base64.encodebytes(content).decode()}"
    )


def plain(text: str, charset: str = "utf-8") -> str:
    return f"Content-Type: text/plain; charset={charset}\n\n{text}"


def nested(depth: int) -> bytes:
    """Multiparts inside each other."""
    head = message('MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="b0"', body="")
    opening = "".join(
        f'--b{level}\nContent-Type: multipart/mixed; boundary="b{level + 1}"\n\n' for level in range(depth)
    )
    leaf = f"--b{depth}\nContent-Type: text/plain\n\ndeep\n"
    closing = "".join(f"--b{level}--\n" for level in range(depth, -1, -1))
    return head + (opening + leaf + closing).encode()


def forwarded(depth: int) -> bytes:
    """Messages attached to messages."""
    inner = message()
    for _ in range(depth):
        inner = message("MIME-Version: 1.0\nContent-Type: message/rfc822", body=inner)
    return inner


# Name, message, and what must come of it: "whole", a reason, or None where either will do.
Case = tuple[str, bytes, str | None]


def unusual() -> Iterator[Case]:
    """By construction."""
    yield "plain", message(), "whole"
    yield "crlf", message().replace(b"\n", b"\r\n"), "whole"
    yield "no body", HEAD.encode() + b"\n", "whole"
    yield "headers only", HEAD.encode(), "CUT_OFF"
    yield "no end of line at the end", HEAD.encode().rstrip(b"\n"), "CUT_OFF"
    yield "no date", message(head=HEAD.replace("Date: Wed, 07 Oct 2026 09:12:00 +0100\n", "")), "whole"
    yield "no id", message(head=HEAD.replace("Message-ID: <m1@duarte-freight.example>\n", "")), "whole"
    yield "no sender", message(head="To: x@harbour.example\n"), "NOT_MAIL"
    yield "empty", b"", "EMPTY"
    yield "not mail", b"This is just a text.\nNothing else.\n", "NOT_MAIL"
    yield "binary", bytes(range(256)) * 40, "NOT_MAIL"
    yield "pdf", (EXAMPLES / "contract.pdf").read_bytes(), "NOT_MAIL"
    yield "zero in headers", message("X-A: a\0b"), "MALFORMED"
    yield "zero in body", message(body=b"a\0b\n"), "whole"
    yield "line that is no header", message("no header at all"), "MALFORMED"
    yield "two senders", message("From: Other <other@harbour.example>"), "AMBIGUOUS"
    yield "two dates", message("Date: Thu, 08 Oct 2026 09:12:00 +0100"), "AMBIGUOUS"
    yield "two ids", message("Message-ID: <m2@duarte-freight.example>"), "AMBIGUOUS"
    yield "two types", message("Content-Type: text/plain", "Content-Type: text/html"), "AMBIGUOUS"
    yield "same subject twice", message("Subject: Invoice INV-2026-118"), "whole"
    yield "many headers", message(*[f"X-{n}: {n}" for n in range(1_200)]), "TOO_MANY_HEADERS"
    yield "huge header", message("X-A: " + "a" * 300_000), "HEADERS_TOO_LARGE"
    yield "folded header", message("X-A: a\n b\n\tc"), "whole"
    yield "long line", message(body="x" * 500_000), "whole"
    yield "text above its limit", message(body="word word word\n" * 100_000), "whole"
    yield "html only", message("Content-Type: text/html", body="<p>Hello</p><script>x</script>"), "whole"
    yield "html unclosed", message("Content-Type: text/html", body="<p>Hello <b>you <a href='x"), "whole"
    yield "alternative", mixed(plain("plain"), "Content-Type: text/html\n\n<p>html</p>", kind="alternative"), "whole"
    yield "mixed", mixed(plain("text"), attachment('filename="a.pdf"')), "whole"
    yield "signed", mixed(plain("text"), "Content-Type: application/pgp-signature\n\nsig", kind="signed"), "whole"
    yield "report", mixed(plain("failed"), "Content-Type: message/delivery-status\n\nReporting-MTA: dns; a", kind="report"), "whole"
    yield "calendar", mixed(plain("text"), "Content-Type: text/calendar; method=REQUEST\n\nBEGIN:VCALENDAR"), "whole"
    yield "no boundary", message("Content-Type: multipart/mixed", body="--x\n\na\n--x--\n"), "MALFORMED"
    yield "no end", message('Content-Type: multipart/mixed; boundary="b"', body="--b\n\ntext\n"), "CUT_OFF"
    yield "no parts", message('Content-Type: multipart/mixed; boundary="b"', body="text\n"), None
    yield "base64 cut off", mixed(f"Content-Type: application/pdf\nContent-Transfer-Encoding: base64\n\nQUJDR"), "CUT_OFF"
    yield "base64 unpadded", mixed("Content-Type: application/pdf\nContent-Transfer-Encoding: base64\n\nQUJDRA"), "whole"
    yield "base64 with noise", mixed("Content-Type: application/pdf\nContent-Transfer-Encoding: base64\n\nQU!JD\n  RA=="), "whole"
    yield "quoted printable odd", message("Content-Transfer-Encoding: quoted-printable", body="a=\nb=ZZ=4=3D=  \nc="), "whole"
    yield "unknown encoding", mixed("Content-Type: application/x\nContent-Transfer-Encoding: x-strange\n\nabc"), "whole"
    yield "uuencode", mixed("Content-Type: application/x\nContent-Transfer-Encoding: x-uuencode\n\nbegin 644 a\n#0V%T\n`\nend"), "whole"
    yield "uuencode cut off", mixed("Content-Type: application/x\nContent-Transfer-Encoding: x-uuencode\n\nbegin 644 a\n#0V%T\n"), "CUT_OFF"
    yield "many parts", mixed(*[plain(str(n)) for n in range(1_100)]), "TOO_MANY_PARTS"
    yield "many attachments", mixed(*[attachment(f"filename=a{n}") for n in range(250)]), "TOO_MANY_ATTACHMENTS"
    yield "depth 10", nested(10), "whole"
    yield "depth 60", nested(60), "TOO_DEEP"
    yield "depth 1000", nested(1_000), "TOO_DEEP"
    yield "forwarded 5", forwarded(5), "whole"
    yield "forwarded 60", forwarded(60), "TOO_DEEP"
    yield "attached message broken", mixed(plain("see"), "Content-Type: message/rfc822\n\nnot a message at all"), "whole"
    yield "many addresses", message(head="From: a@harbour.example\nTo: " + ", ".join(f"u{n}@harbour.example" for n in range(3_000)) + "\n"), "TOO_MANY_ADDRESSES"
    yield "many references", message("References: " + " ".join(f"<{n}@h.example>" for n in range(600))), "TOO_MANY_HEADERS"
    yield "group", message(head="From: a@h.example\nTo: Team: b@h.example, c@h.example;\n"), "whole"
    yield "undisclosed", message(head="From: a@h.example\nTo: undisclosed-recipients:;\n"), "whole"
    yield "sender without domain", message(head="From: MAILER-DAEMON (Mail System)\n"), "whole"
    yield "groups in groups", message(head="From: a@h.example\nTo: " + "g:" * 20_000 + "\n"), None
    yield "comments in comments", message(head="From: a@h.example " + "(" * 50_000 + "\n"), None
    yield "conflicting parameter", message("Content-Type: text/plain; charset=utf-8; charset=koi8-r"), None
    yield "huge boundary", message(f'Content-Type: multipart/mixed; boundary="{"b" * 5_000}"', body=f"--{'b' * 5_000}\n\na\n--{'b' * 5_000}--\n"), None
    yield "boundary of dashes", message('Content-Type: multipart/mixed; boundary="--"', body="----\n\na\n------\n"), None
    yield "empty boundary", message('Content-Type: multipart/mixed; boundary=""', body="--\n\na\n----\n"), None
    yield "boundary inside boundary", mixed('Content-Type: multipart/mixed; boundary="b1b"\n\n--b1b\n\na\n--b1b--'), None
    yield "same boundary inside", mixed('Content-Type: multipart/mixed; boundary="b1"\n\n--b1\n\na\n--b1--'), None
    for name in ("../../etc/passwd", "C:\\\\windows\\\\a.exe", "/etc/shadow", ".bashrc", "a\tb", "con?.txt", "..", "", "x" * 400 + ".pdf"):
        yield f"file name {name[:20]!r}", mixed(plain("text"), attachment(f'filename="{name}"')), "whole"
    yield "file name reversed", mixed(attachment("filename*=utf-8''invoice%E2%80%AEfdp.exe")), "whole"
    yield "file name continued", mixed(attachment("filename*0=inv;\n filename*1=oice.pdf")), "whole"
    yield "file name encoded word", mixed(attachment('filename="=?utf-8?B?w6kucGRm?="')), "whole"
    for name, charset, data in CHARSETS:
        head = f"Content-Type: text/plain; charset={charset}"
        yield f"charset {name}", message(head, body=data), "whole"
    for subject in SUBJECTS:
        yield f"subject {subject[:30]}", message(head=HEAD.replace("Subject: Invoice INV-2026-118", f"Subject: {subject}")), "whole"
    for date in DATES:
        yield f"date {date}", message(head=HEAD.replace("Wed, 07 Oct 2026 09:12:00 +0100", date)), "whole"


CHARSETS = [
    ("latin", "iso-8859-1", "Grüße, 5 £".encode("latin-1")),
    ("euro in latin", "iso-8859-1", b"5\x80"),
    ("windows", "windows-1252", "5 €".encode("cp1252")),
    ("latin 9", "iso-8859-15", "5 €".encode("iso-8859-15")),
    ("cyrillic", "koi8-r", "Привет".encode("koi8-r")),
    ("greek", "iso-8859-7", "Καλημέρα".encode("iso-8859-7")),
    ("japanese", "iso-2022-jp", "請求書".encode("iso-2022-jp")),
    ("shift jis", "shift_jis", "請求書".encode("shift_jis")),
    ("chinese", "gb2312", "发票".encode("gb2312")),
    ("big5", "big5", "發票".encode("big5")),
    ("korean", "ks_c_5601-1987", "송장".encode("cp949")),
    ("utf-16", "utf-16", "Rechnung".encode("utf-16")),
    ("utf-7", "utf-7", "Gr+APwA3w-e".encode()),
    ("wrong utf-8", "utf-8", b"a\xff\xfeb"),
    ("utf-8 said to be ascii", "us-ascii", "é".encode()),
    ("eight bit said to be ascii", "us-ascii", b"caf\xe9"),
    ("unknown", "x-martian", b"caf\xe9"),
    ("nonsense", '"; drop', b"abc"),
    ("cut off", "shift_jis", b"\x90"),
]

SUBJECTS = [
    "=?utf-8?Q?In=C3=AAs?=", "=?utf-8?B?SW7Dqg==?= =?utf-8?B?cw==?=", "=?iso-8859-1?Q?Gr=FC=DFe?=",
    "=?utf-8?B?w?= =?utf-8?B?6k=?=", "=?utf-8?Q?a b?=", "=?x-martian?Q?abc?=", "=?utf-8?X?abc?=",
    "=?utf-8?Q?", "=?=?=?=?=?=", "=?utf-8?B?/////w==?=", "\x1b[31mred", "a\u202eb", "Grüße", "", "=?utf-8*en?Q?x?=",
    "=?utf-8?Q?=C3?= =?utf-8?Q?=A9?=", "x" * 5_000, "=?utf-8?B?" + "QUJD" * 500 + "?=",
]

DATES = [
    "7 Oct 2026 09:12 +0100", "Wed, 7 Oct 26 09:12:00 GMT", "Wed Oct  7 09:12:00 2026", "7-Oct-2026 09:12:00 EST",
    "Wed, 07 Oct 2026 09:12:00 +0100 (BST (summer))", "Wed, 07 Oct 2026 23:59:60 -0000", "Wed, 31 Feb 2026 09:12:00 +0000",
    "yesterday", "", "Wed, 07 Oct 99999 09:12:00 +0000", "Wed, 07 Oct 2026 25:12:00 +0000", "Wed, 07 Oct 2026 09:12:00 +9999",
    "(" * 300, "Wed, 07 Oct 2026 09:12:00", "29 Feb 2024 00:00:00 Z",
]


def mutated(count: int, seed: int = 20_261_007) -> Iterator[Case]:
    """Real structures, damaged at random."""
    chance = random.Random(seed)
    real = [path.read_bytes() for path in sorted(EXAMPLES.glob("*.eml"))]
    real += [data for _, data, _ in unusual() if 0 < len(data) < 20_000]
    for number in range(count):
        data = bytearray(chance.choice(real))
        for _ in range(chance.randint(1, 6)):
            MUTATIONS[chance.randrange(len(MUTATIONS))](data, chance, real)
        yield f"mutation {number} of seed {seed}", bytes(data), None


def _flip(data, chance, _):
    if data:
        data[chance.randrange(len(data))] = chance.randrange(256)


def _cut(data, chance, _):
    if data:
        start = chance.randrange(len(data))
        del data[start : start + chance.randint(1, 80)]


def _end(data, chance, _):
    if data:
        del data[chance.randrange(len(data)) :]


def _double(data, chance, _):
    if data:
        start = chance.randrange(len(data))
        data[start:start] = data[start : start + chance.randint(1, 300)]


def _word(data, chance, _):
    words = [b"\r", b"\n", b"\n\n", b"--", b"=", b"\0", b"=?utf-8?B?", b"\xff", b"From ", b'"', b";", b"Content-Type: multipart/mixed; boundary=b1\n", b"(", b"<", b"%00", b"\x80" * 8]
    place = chance.randrange(len(data) + 1)
    data[place:place] = chance.choice(words)


def _splice(data, chance, real):
    other = chance.choice(real)
    place = chance.randrange(len(data) + 1)
    data[place:] = other[chance.randrange(len(other)) :]


MUTATIONS = [_flip, _cut, _end, _double, _word, _splice]
