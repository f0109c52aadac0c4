"""The server's transport as operators meet it: certificates, sockets, endings, many connections."""

import threading
import time

import grpc
import pytest

from interop import identity, program, raw, stubs
from interop.cases import Cases
from interop.raw import Raw, frame, message


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("identities")


@pytest.fixture(scope="module")
def authority(folder):
    return identity.make(folder, "authority")


@pytest.fixture(scope="module")
def own(folder):
    return identity.make(folder, "localhost")


def test_clients_show_certificates(folder, authority, own):
    known = identity.make(folder, "known", issuer=authority, host="known.example")
    stranger = identity.make(folder, "stranger")
    pb = stubs.load().messages
    options = ["--client-ca", authority.certificate]
    with program.Program(*options, identity=own) as server:
        with server.channel(client=known) as channel:
            answer = Cases(channel).stub.UnaryCall(pb.SimpleRequest(fill_username=True))
            assert answer.username == "CN=known DNS:known.example"
        for client in (None, stranger):
            with server.channel(client=client) as channel:
                with pytest.raises(grpc.RpcError) as caught:
                    Cases(channel).stub.EmptyCall(stubs.load().empty.Empty(), timeout=10)
                assert caught.value.code() in (
                    grpc.StatusCode.UNAVAILABLE, grpc.StatusCode.DEADLINE_EXCEEDED
                )  # fmt: skip
        ours = ["--port", server.port, "--ca", own.certificate, "empty_unary"]
        shown = ["--client-cert", known.certificate, "--client-key", known.key]
        assert program.call(*ours, *shown).returncode == 0
        assert program.call(*ours).returncode == 1


def test_a_unix_socket(tmp_path):
    path = tmp_path / "socket"
    server = program.Program("--unix-socket", path)
    assert path.stat().st_mode & 0o777 == 0o600
    with server.channel() as channel:
        Cases(channel).large_unary()
        Cases(channel).ping_pong()
    assert program.call("--unix-socket", path, "large_unary", "ping_pong").returncode == 0
    server.process.kill()
    server.process.wait()
    # A socket that a dead process left is replaced; the file goes when the server ends.
    assert path.exists()
    with program.Program("--unix-socket", path) as second:
        with second.channel() as channel:
            Cases(channel).empty_unary()
    assert not path.exists()


def test_certificates_are_reloaded_without_a_lost_call(folder, tmp_path):
    first = identity.make(tmp_path / "first", "localhost")
    second = identity.make(tmp_path / "second", "localhost")
    used = identity.Identity(tmp_path / "used.pem", tmp_path / "used-key.pem")

    def install(which):
        used.key.write_bytes(which.key_bytes)
        used.certificate.write_bytes(which.certificate_bytes)

    install(first)
    log = tmp_path / "log"
    with program.Program("--short-timers-ms", 500, identity=used, log=log) as server:
        calls, failures, stop = [0], [], threading.Event()

        def keep_calling():
            cases = Cases(channel)
            while not stop.is_set():
                try:
                    cases.empty_unary()
                    calls[0] += 1
                except Exception as error:
                    failures.append(error)

        with server.channel(root=first.certificate_bytes) as channel:
            caller = threading.Thread(target=keep_calling)
            caller.start()
            install(second)
            end = time.monotonic() + 60
            while not _accepts(server, second.certificate_bytes) and time.monotonic() < end:
                time.sleep(0.05)
            assert _accepts(server, second.certificate_bytes)
            assert not _accepts(server, first.certificate_bytes)
            # Files that cannot be used change nothing, and are complained of.
            used.certificate.write_bytes(b"nothing")
            while b"not reloaded" not in log.read_bytes() and time.monotonic() < end:
                time.sleep(0.05)
            assert b"not reloaded" in log.read_bytes()
            assert _accepts(server, second.certificate_bytes)
            stop.set()
            caller.join()
        assert not failures and calls[0] > 0


def _accepts(server, root) -> bool:
    options = [("grpc.use_local_subchannel_pool", 1)]
    with server.channel(root=root, options=options) as channel:
        try:
            Cases(channel).stub.EmptyCall(stubs.load().empty.Empty(), timeout=5)
            return True
        except grpc.RpcError:
            return False


@pytest.mark.parametrize("secured", [False, True], ids=["cleartext", "tls"])
def test_a_graceful_end_in_two_steps(own, secured):
    server = program.Program(identity=own if secured else None)
    with Raw(server) as connection:
        connection.send(connection.request(1, raw.DUPLEX, body=None))
        connection.send(connection.request(3))
        assert connection.answer(3)["grpc-status"] == "0"
        server.process.terminate()
        found = connection.next()
        assert found.type == raw.GOAWAY and found.last_stream_id == 0x7FFFFFFF
        assert found.error_code == 0
        ping = connection.next()
        assert ping.type == raw.PING
        # A call begun before the client has heard of it is still answered.
        connection.send(connection.request(5))
        assert connection.answer(5)["grpc-status"] == "0"
        connection.send(frame(raw.PING, raw.ACK, 0, ping.opaque_data))
        final = connection.next()
        assert final.type == raw.GOAWAY and final.last_stream_id == 5
        # The call that was open all the while ends as its client likes.
        connection.send(frame(raw.DATA, raw.END_STREAM, 1))
        assert connection.answer(1)["grpc-status"] == "0"
        connection.drain()
        assert connection.closed
    assert server.process.wait(timeout=20) == 0
    server.process.stdout.close()


def test_many_connections_on_several_loops(own):
    with program.Program("--loops", 3, identity=own) as server:
        connections = [Raw(server) for _ in range(30)]
        for each in connections:
            each.send(each.request(1))
        assert all(each.answer(1)["grpc-status"] == "0" for each in connections)
        assert server.counters()["connections"] == 31
        for each in connections:
            each.close()


def test_the_fast_lane_answers_the_same(own):
    pb = stubs.load().messages
    with program.Program("--fast-reply-bytes", 300, identity=own) as server:
        with server.channel() as channel:
            stub = Cases(channel).stub
            calls = [stub.UnaryCall.future(pb.SimpleRequest()) for _ in range(500)]
            assert all(len(call.result(20).payload.body) == 300 for call in calls)
        assert server.counters()["handlers_most"] == 1  # The count itself.


def test_deadlines_of_eight_digits_are_kept(own):
    request = stubs.load().messages.StreamingOutputCallRequest(
        response_parameters=[{"size": 1, "interval_us": 5_000_000}]
    )
    with program.Program() as server, Raw(server) as connection:
        body = message(request.SerializeToString())
        timeout = [("grpc-timeout", "00200000u")]
        connection.send(connection.request(1, raw.OUTPUT, extra=timeout, body=body))
        assert connection.answer(1)["grpc-status"] == "4"
