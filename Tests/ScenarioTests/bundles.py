"""What the tests know of evidence bundles: taken apart with Python's own library, and never with Parley."""

import base64
import html
import io
import json
import re
import subprocess
import sys
import tarfile
import zlib
from pathlib import Path

DOCUMENT = Path(__file__).resolve().parents[2] / "deploy" / "docs" / "bundle.md"


def export(client, name: str, **fields) -> bytes:
    """The bytes of a bundle, as the stream has them."""
    fields.setdefault("all_seen", "compartments" not in fields)
    pieces = list(client.stream("ExportBundle", name=name, timeout=120.0, **fields))
    assert [each.HasField("bundle") for each in pieces] == [True] + [False] * (len(pieces) - 1)
    archive = b"".join(each.data for each in pieces)
    assert pieces[0].bundle.size_bytes == len(archive)
    return archive


def members(archive: bytes) -> dict[str, bytes]:
    """Every file, by its path."""
    with tarfile.open(fileobj=io.BytesIO(archive), mode="r:") as tar:
        assert all(each.isreg() for each in tar)
        return {each.name: tar.extractfile(each).read() for each in tar}


def pdf_text(document: bytes) -> str:
    """The letters of a PDF's text, without spaces, as far as they are Latin."""
    text = []
    for found in re.finditer(rb"stream\r?\n(.*?)\r?\nendstream", document, re.DOTALL):
        try:
            content = zlib.decompress(found.group(1))
        except zlib.error:
            continue
        if b"BT" not in content:
            continue
        for run in re.finditer(rb"\[((?:\\.|[^\]])*)\]\s*TJ|(\((?:\\.|[^)])*\))\s*Tj", content):
            strings = re.findall(rb"\(((?:\\.|[^)\\])*)\)", run.group(1) or run.group(2))
            text += [re.sub(rb"\\(.)", rb"\1", each).decode("cp1252", "replace") for each in strings]
    return re.sub(r"\s+", "", "".join(text))


def told(archive: bytes) -> str:
    """Everything that a bundle says, in every form in which a word may stand in it: the bytes as they
    are, pages unescaped, what stands in base64, and the text of its PDFs."""
    said = [archive.decode("latin-1")]
    for path, content in members(archive).items():
        if path.endswith(".pdf") and content.startswith(b"%PDF-1.5"):
            said.append(pdf_text(content))
        if path.endswith(".html"):
            said.append(html.unescape(content.decode()))
        if path.endswith(".jsonl"):
            for line in content.splitlines():
                stored = json.loads(line)["stored"]
                for part in ("header", "facts", "words"):
                    opened = base64.b64decode(stored[part].get("content", ""))
                    said.append(opened.decode("latin-1"))
    return "\n".join(said)


def member(path: bytes, data: bytes, kind: bytes = b"0", link: bytes = b"") -> bytes:
    """A member of an archive, as an attacker would write it."""
    header = bytearray(512)
    for offset, value in (
        (0, path), (100, b"0000644"), (108, b"0000000"), (116, b"0000000"),
        (124, b"%011o" % len(data)), (136, b"0" * 11), (148, b" " * 8), (156, kind), (157, link),
        (257, b"ustar"), (263, b"00"), (329, b"0000000"), (337, b"0000000"),
    ):
        header[offset : offset + len(value)] = value
    header[148:156] = b"%06o\0 " % sum(header)
    return bytes(header) + data + bytes(-len(data) % 512)


def archive_of(files: dict[str, bytes]) -> bytes:
    return b"".join(member(path.encode(), data) for path, data in files.items()) + bytes(1024)


def script(folder: Path) -> Path:
    """The verifier of the document, as it stands there."""
    code = re.search(r"```python\n(.*?)```", DOCUMENT.read_text(), re.DOTALL).group(1)
    assert len(code.splitlines()) == 20
    path = folder / "verify.py"
    path.write_text(code)
    return path


def python_says(archive: Path, *receipts: Path, folder: Path) -> tuple[int, str]:
    """How the document's verifier ends, and what it says."""
    done = subprocess.run(
        [sys.executable, script(folder), archive, *receipts],
        cwd=folder, capture_output=True, text=True, timeout=60,
    )
    return done.returncode, done.stdout + done.stderr
