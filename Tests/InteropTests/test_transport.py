"""The transport from outside: TLS, framing, deadlines, limits."""

import subprocess

import grpc
from grpc import StatusCode
import pytest

from parley_client import stubs
from parley_client.frames import Frames, message
from parley_client.office import Office
from parley_client.server import Server, binary


@pytest.fixture
def unharmed(office):
    """The server, which must be the same process and serve when the test is over."""
    process = office.server.process
    yield office.server
    assert process.poll() is None, office.server.log
    health = office.anonymous().do("Health.Check")
    assert health.status == type(health).SERVING


def s_client(server: Server, *options: str) -> subprocess.CompletedProcess:
    command = ["openssl", "s_client", "-connect", f"127.0.0.1:{server.port}"]
    command += ["-servername", "localhost", "-CAfile", str(server.certificate), *options]
    return subprocess.run(
        command, input=b"", capture_output=True, timeout=30, check=False
    )


def test_tls_1_2_and_1_3_with_h2_are_taken(unharmed):
    for version in ("-tls1_2", "-tls1_3"):
        answer = s_client(unharmed, version, "-alpn", "h2")
        said = answer.stdout.decode()
        assert "ALPN protocol: h2" in said, answer.stderr
        assert "Verify return code: 0 (ok)" in said


@pytest.mark.parametrize(
    "options",
    [
        ("-tls1_1", "-alpn", "h2", "-cipher", "DEFAULT@SECLEVEL=0"),
        ("-tls1", "-alpn", "h2", "-cipher", "DEFAULT@SECLEVEL=0"),
        ("-tls1_2", "-alpn", "h2", "-cipher", "AES128-SHA"),
        ("-alpn", "http/1.1"),
    ],
    ids=["TLS 1.1", "TLS 1.0", "no forward secrecy", "ALPN http/1.1"],
)
def test_other_handshakes_are_refused(unharmed, options):
    answer = s_client(unharmed, *options)
    assert answer.returncode != 0
    assert b"alert" in answer.stderr.lower() or b"handshake" in answer.stderr.lower()
    assert b"ALPN protocol:" not in answer.stdout


def test_a_client_that_trusts_others_does_not_connect(office, tmp_path):
    other, _ = Server.found(tmp_path / "other")
    roots = grpc.ssl_channel_credentials(other.certificate.read_bytes())
    with grpc.secure_channel(office.server.target, roots) as channel:
        call = channel.unary_unary("/grpc.health.v1.Health/Check")
        with pytest.raises(grpc.RpcError) as caught:
            call(b"", timeout=5)
    assert caught.value.code() in (StatusCode.UNAVAILABLE, StatusCode.DEADLINE_EXCEEDED)


@pytest.mark.parametrize(
    ("value", "status"),
    [
        ("5S", 0),
        ("99999999H", 0),
        ("99999999S", 0),
        ("29999876u", 0),
        ("0S", 4),
        ("0n", 4),
        ("-5S", 13),
        ("+5S", 13),
        ("123456789S", 13),
        ("5", 13),
        ("S", 13),
        ("5X", 13),
        ("9223372036854775808S", 13),
        ("5.5S", 13),
    ],
)
def test_no_timeout_does_harm(unharmed, value, status):
    with Frames(unharmed) as frames:
        answer = frames.ask([("grpc-timeout", value)])
        assert answer.status == status, answer.headers
        assert frames.ask().status == 0


@pytest.mark.parametrize(
    ("value", "doubled"), [("", False), (" 5S", False), ("5S", True), ("-5S", True)]
)
def test_no_malformed_timeout_header_does_harm(unharmed, value, doubled):
    fields = [("grpc-timeout", value)] * (2 if doubled else 1)
    with Frames(unharmed) as frames:
        answer = frames.ask(fields)
        assert answer.status is not None or answer.reset is not None or answer.closed


def test_a_message_above_the_limit_is_refused_before_it_is_read(unharmed):
    with Frames(unharmed) as frames:
        answer = frames.ask(body=message(b"x", length=0xFFFFFFFF), finish=False)
        assert answer.status == StatusCode.RESOURCE_EXHAUSTED.value[0]
        assert frames.ask().status == 0


def test_an_oversize_request_of_a_stock_client_is_refused(office, unharmed):
    largest = office.broker.do("GetLimits").request_bytes_max
    for size, code in (
        (largest + 1024, StatusCode.RESOURCE_EXHAUSTED),
        (largest - 1024, StatusCode.INVALID_ARGUMENT),
    ):
        refusal = office.broker.refused("SendReminder", name="disputes/x" + "y" * size)
        assert refusal.code == code, size


@pytest.mark.parametrize(
    "body",
    [message(b"", flag=2), message(b"abc", length=9), message(b"\xff\xff"), b"\0\0", b""],
    ids=["flag", "cut", "not protobuf", "half a prefix", "nothing"],
)
def test_bad_framing_is_an_error_of_that_call_alone(unharmed, body):
    with Frames(unharmed) as frames:
        answer = frames.ask(body=body)
        assert answer.status not in (None, 0) or answer.reset is not None
        assert frames.ask().status == 0


def test_what_is_not_grpc_is_told_so(unharmed):
    with Frames(unharmed) as frames:
        answer = frames.ask([("content-type", "text/html")])
        assert answer.headers[":status"] == "415"
        assert frames.ask(path="/no.such.Service/Method").status == 12
        assert frames.ask().status == 0


def test_a_deadline_that_passes_is_told(office, case):
    with pytest.raises(grpc.RpcError) as caught:
        list(office.broker.stream("Health.Watch", timeout=1.0))
    assert caught.value.code() == StatusCode.DEADLINE_EXCEEDED


def test_cleartext_is_refused_on_other_than_loopback(tmp_path):
    server, _ = Server.found(tmp_path / "data")
    command = [binary(), "serve", "--data", server.data, "--cleartext"]
    command += ["--listen", "0.0.0.0:0"]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=20, check=False)
    assert ended.returncode not in (0, None)
    assert "Listening" not in ended.stdout
    assert "loopback" in ended.stderr.lower()


def test_cleartext_on_loopback_serves(tmp_path):
    server, _ = Server.found(tmp_path / "data")
    server.start("--cleartext")
    try:
        check = stubs.load()["Health.Check"]
        with grpc.insecure_channel(f"127.0.0.1:{server.port}") as channel:
            answer = check.stub(channel).Check(check.request(), timeout=10)
        assert answer.status == check.response.SERVING
    finally:
        assert server.stop() == 0


def test_a_server_told_to_stop_ends_its_watches_and_then_itself(tmp_path):
    office = Office.at_new_server(tmp_path / "data")
    try:
        watch = office.broker.stream("Watch", name="disputes/-", timeout=30)
        assert next(watch).WhichOneof("step") == "current"
        assert office.server.stop() == 0
        with pytest.raises(grpc.RpcError) as caught:
            list(watch)
        assert caught.value.code() == StatusCode.UNAVAILABLE
    finally:
        office.close()
