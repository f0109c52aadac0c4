"""A stock client files a dispute and moves a large file both ways."""

import hashlib
import random
import uuid

from grpc import StatusCode
import pytest

from parley_client.case import CHUNK_BYTES, Case, upload
from parley_client.crc32c import crc32c
from parley_client.refusal import Refusal


def large_file(size: int) -> bytes:
    """Bytes in which no two halves are alike, made of few kinds of chunk so that sums are cheap."""
    seeded = random.Random(size)
    blocks = [seeded.randbytes(CHUNK_BYTES) for _ in range(6)]
    content = bytearray()
    while len(content) < size:
        content += blocks[seeded.randrange(len(blocks))]
    return bytes(content[:size])


def download(client, exhibit: str, offset: int = 0) -> tuple[bytes, list]:
    """The bytes from an offset on, each piece checked, and the messages they came in."""
    content = bytearray()
    messages = list(client.stream("DownloadExhibit", name=exhibit, read_offset=offset))
    for message in messages:
        assert message.read_offset == offset + len(content)
        assert len(message.data) <= CHUNK_BYTES
        assert message.crc32c == crc32c(message.data)
        content += message.data
    return bytes(content), messages


def test_a_dispute_is_drafted_and_filed(office):
    case = Case(office)
    assert case.status == "DRAFT"
    case.act(case.broker, "FileDispute")
    dispute = case.dispute
    assert case.status == "FILED"
    assert dispute.balance.units == 1200 and dispute.balance.nanos == 500_000_000
    assert dispute.items[0].amount == dispute.balance
    assert dispute.name in [each.name for each in case.broker.pages("ListDisputes", "disputes")]


def test_a_file_of_20_mib_comes_back_the_same(case):
    content = large_file(20 * 1024 * 1024 + 1)
    exhibit = case.exhibit(case.broker, content, "The whole file", kind="EXHIBIT_KIND_OTHER")
    assert exhibit.size_bytes == len(content)
    assert exhibit.label == "E-1"
    assert exhibit.sha256 == hashlib.sha256(content).hexdigest()
    returned, messages = download(case.broker, exhibit.name)
    assert hashlib.sha256(returned).hexdigest() == exhibit.sha256
    assert messages[0].exhibit.name == exhibit.name


def test_a_download_starts_where_it_is_told(case):
    content = large_file(CHUNK_BYTES + 100)
    exhibit = case.exhibit(case.broker, content, "Part")
    for offset in (1, CHUNK_BYTES - 1, CHUNK_BYTES, len(content) - 1):
        assert download(case.broker, exhibit.name, offset)[0] == content[offset:]
    beyond = case.broker.refused_stream(
        "DownloadExhibit", name=exhibit.name, read_offset=len(content) + 1
    )
    assert beyond.code == StatusCode.OUT_OF_RANGE


def test_an_upload_that_broke_off_goes_on_where_it_stood(case):
    content = large_file(4 * CHUNK_BYTES + 7)
    request_id = str(uuid.uuid4())
    messages = list(upload(case.name, content, "Resumed", request_id=request_id))
    with pytest.raises(Refusal):
        case.broker.send_stream("UploadExhibit", messages[:3])
    state = case.broker.do("QueryUpload", upload_id=request_id)
    assert not state.complete
    assert 0 < state.committed_bytes <= 2 * CHUNK_BYTES
    rest = upload(
        case.name, content, "Resumed", upload_id=request_id, start=state.committed_bytes
    )
    exhibit = case.broker.send_stream("UploadExhibit", rest).exhibit
    assert download(case.broker, exhibit.name)[0] == content
    assert case.broker.do("QueryUpload", upload_id=request_id).exhibit == exhibit.name


def test_nothing_is_stored_of_a_file_with_another_hash(case):
    content = large_file(1000)
    messages = upload(case.name, content, "Wrong", sha256=hashlib.sha256(b"").hexdigest())
    with pytest.raises(Refusal) as caught:
        case.broker.send_stream("UploadExhibit", messages)
    assert caught.value.code == StatusCode.DATA_LOSS
    assert case.broker.pages("ListExhibits", "exhibits", parent=case.name) == []


def test_a_piece_at_the_wrong_offset_is_told_the_right_one(case):
    content = large_file(2 * CHUNK_BYTES)
    spec, first, second = upload(case.name, content, "Gap")
    with pytest.raises(Refusal) as caught:
        case.broker.send_stream("UploadExhibit", [spec, second])
    assert caught.value.code == StatusCode.OUT_OF_RANGE
    assert caught.value.metadata["committed_bytes"] == "0"
    with pytest.raises(Refusal) as caught:
        case.broker.send_stream("UploadExhibit", [spec, damaged(first), second])
    assert caught.value.code == StatusCode.DATA_LOSS


def damaged(message):
    """The same piece, one bit of it turned on its way."""
    copy = type(message)()
    copy.CopyFrom(message)
    data = bytearray(copy.chunk.data)
    data[100] ^= 1
    copy.chunk.data = bytes(data)
    return copy
