"""Checks a docket with no help from the server: the formula of the contract, and receipts."""

import hashlib
import struct
import subprocess
import tempfile
from pathlib import Path

from google.protobuf import json_format

from parley_client import stubs

# The fixed start of an Ed25519 public key in DER (RFC 8410), before its 32 bytes.
DER_PREFIX = bytes.fromhex("302a300506032b6570032100")


def _text(value: str) -> bytes:
    encoded = value.encode()
    return struct.pack(">I", len(encoded)) + encoded


def _identity(dispute: str, compartment: int) -> bytes:
    return _text(dispute.removeprefix("disputes/")) + _text(
        stubs.enum_name("Compartment", compartment)
    )


def defects(dispute: str, compartment: int, entries: list, receipts: list = ()) -> list[str]:
    """What is wrong with one chain, given all its entries in full, oldest first."""
    found: list[str] = []
    chain = _identity(dispute, compartment)
    previous = hashlib.sha256(_text("parley-genesis-v1") + chain).digest()
    heads: dict[int, bytes] = {}
    for due, entry in enumerate(entries, start=1):
        stored = entry.stored
        if entry.sequence != due:
            found.append(f"entry {entry.sequence} stands where {due} is due")
        if stored.previous_hash != previous:
            found.append(f"entry {due} does not follow from the one before")
        for name in ("header", "facts", "words"):
            part = getattr(stored, name)
            opened = hashlib.sha256(part.salt + part.content).digest()
            if part.salt and opened != part.commitment:
                found.append(f"entry {due}: its {name} are not those committed to")
        parts = (stored.header, stored.facts, stored.words)
        link = _text("parley-entry-v1") + chain + struct.pack(">Q", entry.sequence)
        link += stored.previous_hash + b"".join(part.commitment for part in parts)
        if hashlib.sha256(link).digest() != stored.entry_hash:
            found.append(f"entry {due}: its hash is not that of its parts")
        heads[entry.sequence] = previous = stored.entry_hash
    for receipt in receipts:
        if receipt.sequence not in heads:
            found.append(f"the chain ends before entry {receipt.sequence} of a receipt")
        elif heads[receipt.sequence] != receipt.head:
            found.append(f"entry {receipt.sequence} is not the one of the receipt")
    return found


def check_signature(receipt, keys: list) -> bool:
    """Whether the key that the receipt names signed it, as OpenSSL's own program sees it."""
    key = next((each for each in keys if each.name == f"keys/{receipt.key_id}"), None)
    if key is None or hashlib.sha256(key.public_key).hexdigest()[:16] != receipt.key_id:
        return False
    statement = _text("parley-head-v1") + _identity(receipt.dispute, receipt.compartment)
    statement += struct.pack(">Q", receipt.sequence) + receipt.head
    return _verified(key.public_key, receipt.signature, statement)


def check_endorsement(key, keys: list) -> bool:
    """Whether one of these keys said that this one takes its place."""
    word = key.endorsement
    old = next((each for each in keys if each.name == word.endorser), None)
    if old is None or not all(_is_what_it_says(each) for each in (key, old)):
        return False
    statement = _text("parley-key-v1") + _text(old.name.removeprefix("keys/"))
    statement += _text(key.name.removeprefix("keys/")) + key.public_key
    statement += struct.pack(">Q", word.endorse_time.ToMilliseconds())
    return _verified(old.public_key, word.signature, statement)


def _is_what_it_says(key) -> bool:
    return key.name == "keys/" + hashlib.sha256(key.public_key).hexdigest()[:16]


def _verified(public_key: bytes, signature: bytes, statement: bytes) -> bool:
    """Whether OpenSSL's own program takes a signature."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "key").write_bytes(DER_PREFIX + public_key)
        (folder / "signature").write_bytes(signature)
        (folder / "statement").write_bytes(statement)
        command = ["openssl", "pkeyutl", "-verify", "-rawin", "-pubin", "-keyform", "DER"]
        command += ["-inkey", "key", "-sigfile", "signature", "-in", "statement"]
        return subprocess.run(command, cwd=folder, capture_output=True).returncode == 0


def saved_defects(document: dict, kept: list = (), known: list = ()) -> list[str]:
    """What is wrong with a saved docket, held against kept receipts. `known` are the keys believed
    before; without any the document's own first key is taken at its word."""
    found: list[str] = []
    keys = _messages("SigningKey", document["keys"])
    found += [f"{each.name} is not what it says" for each in keys if not _is_what_it_says(each)]
    believed = list(known) or [each for each in keys if not each.HasField("endorsement")]
    rest = [each for each in keys if each.name not in {key.name for key in believed}]
    while new := next((each for each in rest if check_endorsement(each, believed)), None):
        rest.remove(new)
        believed.append(new)
    found += [f"{each.name} is endorsed by none that is known" for each in rest]
    heads = _messages("Receipt", document["heads"])
    for head in heads:
        if head.dispute != document["dispute"]:
            found.append(f"a head of {head.dispute}")
        if not check_signature(head, believed):
            found.append(f"the head of entry {head.sequence} is not signed by a known key")
    entries = _messages("Entry", document["entries"])
    compartments = {each.compartment for each in entries + heads} | {r.compartment for r in kept}
    for compartment in sorted(compartments):
        chain = [each for each in entries if each.compartment == compartment]
        receipts = [each for each in heads + list(kept) if each.compartment == compartment]
        if chain and not any(each.compartment == compartment for each in heads):
            found.append(f"chain {compartment} has no signed head")
        found += defects(document["dispute"], compartment, chain, receipts)
    return found


def _messages(kind: str, values: list) -> list:
    message = stubs.message(f"parley.v1.{kind}")
    return [json_format.ParseDict(value, message()) for value in values]


def docket_defects(client, dispute: str, receipts: list = ()) -> list[str]:
    """What is wrong with every chain of a dispute that this caller sees, held against receipts."""
    entries = client.pages("ListEntries", "entries", parent=dispute, view="ENTRY_VIEW_FULL")
    compartments = {each.compartment for each in entries} | {r.compartment for r in receipts}
    found: list[str] = []
    for compartment in sorted(compartments):
        chain = sorted(
            (each for each in entries if each.compartment == compartment),
            key=lambda each: each.sequence,
        )
        kept = [each for each in receipts if each.compartment == compartment]
        found += defects(dispute, compartment, chain, kept)
    return found
