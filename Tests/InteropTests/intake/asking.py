"""Asks parley-intake about a file, as the server does: file on standard input, contents on 3."""

import hashlib
import json
import os
import resource
import signal
import struct
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
PROGRAM = ROOT / ".build" / "debug" / "parley-intake"
ANSWER_BYTES_MAX = 4 << 20


@dataclass
class Answer:
    """What came back, and what it cost."""

    status: int
    fields: dict
    contents: bytes
    seconds: float

    @property
    def refusal(self) -> str | None:
        """The reason of a refusal."""
        return self.fields.get("refused", {}).get("reason")

    @property
    def message(self) -> dict:
        return self.fields["message"]

    def part(self, place: dict) -> bytes:
        """The bytes of a text or an attachment."""
        return self.contents[place["offset"] : place["offset"] + place["bytes"]]

    @property
    def text(self) -> str:
        place = self.message.get("text")
        return self.part(place).decode() if place else ""


class Garbage(Exception):
    """It ended without an answer that can be read."""


def start(*task: str, stdin, spool) -> subprocess.Popen:
    """Starts the program."""

    def place_spool():
        os.dup2(spool, 3)
        os.set_inheritable(3, True)

    return subprocess.Popen(
        [PROGRAM, *task],
        stdin=stdin,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        preexec_fn=place_spool,
        close_fds=False,
        env={"LANG": "C.UTF-8"},
    )


def ask(data: bytes | Path, *task: str) -> Answer:
    """The answer about these bytes; Garbage where there is none."""
    with tempfile.TemporaryFile() as source, tempfile.TemporaryFile() as spool:
        if isinstance(data, Path):
            source = data.open("rb")
        else:
            source.write(data)
            source.seek(0)
        begun = time.monotonic()
        program = start(*task, stdin=source, spool=spool.fileno())
        try:
            output, _ = program.communicate(timeout=90)
        except subprocess.TimeoutExpired:
            program.kill()
            raise
        seconds = time.monotonic() - begun
        if isinstance(data, Path):
            source.close()
        if program.returncode < 0:
            raise Garbage(signal.Signals(-program.returncode).name)
        spool.seek(0)
        return Answer(program.returncode, decoded(output), spool.read(), seconds)


def decoded(output: bytes) -> dict:
    """The one answer; checks its length and that nothing follows."""
    if len(output) < 4:
        raise Garbage("no answer")
    (count,) = struct.unpack(">I", output[:4])
    if count > ANSWER_BYTES_MAX or len(output) != 4 + count:
        raise Garbage("wrong length")
    return json.loads(output[4:])


def is_whole(answer: Answer) -> bool:
    """Whether the answer about a message is whole, and all it says of contents is true."""
    message = answer.message
    for part in message["attachments"]:
        if hashlib.sha256(answer.part(part)).hexdigest() != part["sha256"]:
            return False
        if len(answer.part(part)) != part["bytes"] or not part["name"]:
            return False
        if "/" in part["name"] or part["name"].startswith(".") or "\\" in part["name"]:
            return False
    answer.text.encode()
    head = message["head"]
    return bool(head["from"] or head["sender"]) and len(message["sha256"]) == 64


def peak_kilobytes() -> int:
    """The largest child waited for so far."""
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
