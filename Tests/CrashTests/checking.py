"""What must be true after a restart."""

import hashlib
from collections import Counter
from dataclasses import dataclass, field

from ledger import Write
from parley_client import chain
from parley_client.client import Client
from parley_client.refusal import Refusal
from traffic import change_of, send


@dataclass
class Findings:
    """Counts over all rounds, and a line for each thing that is wrong."""

    acknowledged: int = 0
    unknown: int = 0
    watched: int = 0
    files: int = 0
    lost: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)

    @property
    def is_sound(self) -> bool:
        return not (self.lost or self.doubled or self.broken)


class Docket:
    """All entries of some disputes as they stand, with the chains checked on the way."""

    def __init__(self, client: Client, disputes: set[str], findings: Findings):
        self.hashes: dict[tuple[str, int, int], str] = {}
        self.contents: dict[str, list[bytes]] = {}
        self.names: set[str] = set()
        self.heads: dict[tuple[str, int], int] = {}
        for dispute in sorted(disputes):
            self._read(client, dispute, findings)

    def _read(self, client: Client, dispute: str, findings: Findings) -> None:
        try:
            entries = client.pages(
                "ListEntries", "entries", parent=dispute, view="ENTRY_VIEW_FULL", page_size=200
            )
            heads = client.pages("ListHeads", "heads", parent=dispute)
        except Refusal as refusal:
            findings.lost.append(f"{dispute}: {refusal}")
            return
        chains: dict[int, list] = {}
        for entry in entries:
            stored = entry.stored
            self.names.add(entry.name)
            key = (dispute, entry.compartment, entry.sequence)
            self.hashes[key] = stored.entry_hash.hex()
            content = b"\0".join((stored.facts.content, stored.words.content))
            self.contents.setdefault(dispute, []).append(content + entry.event.encode())
            chains.setdefault(entry.compartment, []).append(entry)
        for head in heads:
            self.heads[dispute, head.compartment] = head.sequence
        for compartment, chained in chains.items():
            chained.sort(key=lambda each: each.sequence)
            for defect in chain.defects(dispute, compartment, chained):
                findings.broken.append(f"{dispute}, compartment {compartment}: {defect}")

    def count(self, write: Write) -> int:
        """In how many entries the write is found."""
        sign = (write.mark or EVENTS[write.method]).encode()
        return sum(sign in content for content in self.contents.get(write.dispute, []))


# Writes that leave no words of their own are found by their event.
EVENTS = {"FileDispute": "DISPUTE_FILED", "WithdrawDispute": "DISPUTE_CLOSED"}


def check(client: Client, senders: list[tuple[Client, list[Write]]], watched, findings) -> None:
    """Checks a round: everything acknowledged is there, once; the rest is there whole or not."""
    writes = [each for _, kept in senders for each in kept]
    disputes = {each.dispute for each in writes if each.dispute}
    disputes |= {name.split("/entries/")[0] for name in watched}
    before = Docket(client, disputes, findings)
    for write in writes:
        if write.outcome == "OK":
            findings.acknowledged += 1
            _check_kept(write, before, findings)
        if write.outcome == "FAIL":
            findings.broken.append(f"{write.method} was refused: {write.reason}")
    findings.watched += len(watched)
    findings.lost += [f"{each} was seen and is gone" for each in sorted(watched - before.names)]
    for sender, kept in senders:
        for write in kept:
            _send_again(sender, write, before, findings)
    after = Docket(client, disputes | {each.dispute for each in writes}, findings)
    for write in writes:
        expected = {"OK": 1, "UNKNOWN": 1, "NOT DONE": 0}.get(write.outcome)
        if expected is not None and (count := after.count(write)) != expected:
            kind = findings.doubled if count > expected else findings.lost
            kind.append(f"{write.method} {write.key} stands {count} times in {write.dispute}")
    repeated = Counter(each.dispute for each in writes if each.outcome == "UNKNOWN")
    for dispute in {each.dispute for each in writes} - set(repeated):
        if len(after.contents[dispute]) != len(before.contents.get(dispute, [])):
            findings.doubled.append(f"{dispute} grew by repeats of what was acknowledged")


def _check_kept(write: Write, docket: Docket, findings: Findings) -> None:
    for dispute, compartment, sequence, head in write.receipts:
        if docket.hashes.get((dispute, compartment, sequence)) != head:
            findings.lost.append(f"{write.method} {write.key}: its receipt is not met")
        if docket.heads.get((dispute, compartment), 0) < sequence:
            findings.lost.append(f"{write.method} {write.key}: the head is before its receipt")
    if not write.receipts:
        findings.broken.append(f"{write.method} {write.key} was answered without a receipt")
    if docket.count(write) == 0:
        findings.lost.append(f"{write.method} {write.key}: it is not in {write.dispute}")


def _send_again(client: Client, write: Write, before: Docket, findings: Findings) -> None:
    """Repeats a write: the first answer where there was one, otherwise the same one twice.

    What nobody acknowledged and the docket does not hold was not done; when its dispute was closed
    meanwhile, it is rightly refused, and must not be done by the repeat.
    """
    if write.outcome == "FAIL":
        return
    try:
        answer = send(client, write)
        if write.outcome == "UNKNOWN":
            findings.unknown += 1
            write.dispute = change_of(write, answer).dispute.name
            write.answer = hashlib.sha256(answer).hexdigest()
            answer = send(client, write)
        if hashlib.sha256(answer).hexdigest() != write.answer:
            findings.doubled.append(f"{write.method} {write.key}: a repeat was answered anew")
        if write.method == "UploadExhibit":
            _check_file(client, write, findings)
    except Refusal as refusal:
        if write.outcome == "UNKNOWN" and refusal.reason == "WRONG_STAGE" and not write.answer:
            findings.unknown += 1
            if before.count(write) == 0:
                write.outcome = "NOT DONE"
                return
        findings.lost.append(f"{write.method} {write.key}: a repeat was refused: {refusal}")


def _check_file(client: Client, write: Write, findings: Findings) -> None:
    exhibits = client.pages("ListExhibits", "exhibits", parent=write.dispute)
    exhibit = next((each for each in exhibits if write.mark in each.title), None)
    if exhibit is None:
        findings.lost.append(f"the exhibit of {write.key} is gone")
        return
    pieces = client.stream("DownloadExhibit", name=exhibit.name)
    digest = hashlib.sha256(b"".join(each.data for each in pieces)).hexdigest()
    findings.files += 1
    if digest != exhibit.sha256:
        findings.broken.append(f"{exhibit.name} is not the file that was sent")
