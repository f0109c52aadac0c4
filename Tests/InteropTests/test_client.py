"""Our client with servers that do not behave, or say goodbye."""

import socket
import threading
import time

import pytest

from interop import program
from interop.scripted import HEAD, Scripted, succeed


def call(server, *options):
    """Calls EmptyCall and answers what the client said of it."""
    ended = program.call("--host", "127.0.0.1", "--port", server.port, *options, "empty_unary")
    return ended.stdout.strip()


def test_what_a_request_looks_like():
    with Scripted(succeed) as server:
        assert call(server) == "empty_unary passed"
        head = server.requests[0]
    assert head[":method"] == "POST" and head[":scheme"] == "http"
    assert head[":path"] == "/grpc.testing.TestService/EmptyCall"
    assert head[":authority"] == f"127.0.0.1:{server.port}"
    assert head["content-type"] == "application/grpc" and head["te"] == "trailers"
    assert head["grpc-accept-encoding"] == "identity,gzip" and "grpc-encoding" not in head


@pytest.mark.parametrize(
    ("code", "status"),
    [(7, "unavailable"), (8, "cancelled"), (11, "resourceExhausted"), (12, "permissionDenied"),
     (2, "internalError"), (0, "internalError")],
)  # fmt: skip
def test_resets_have_their_status(code, status):
    with Scripted(lambda connection, stream, _: connection.reset_stream(stream, code)) as server:
        assert call(server).startswith(f"empty_unary failed: {status}")


@pytest.mark.parametrize(
    ("http", "status"),
    [("400", "internalError"), ("401", "unauthenticated"), ("403", "permissionDenied"),
     ("404", "unimplemented"), ("429", "unavailable"), ("502", "unavailable"),
     ("503", "unavailable"), ("504", "unavailable"), ("500", "unknown"), ("200", "unknown")],
)  # fmt: skip
def test_answers_that_are_not_grpc_have_their_status(http, status):
    def answer(connection, stream, _):
        connection.send_headers(stream, [(":status", http), ("content-type", "text/html")])
        connection.send_data(stream, b"<html>", end_stream=True)

    with Scripted(answer) as server:
        assert call(server).startswith(f"empty_unary failed: {status}")


@pytest.mark.parametrize(
    ("body", "trailers", "status"),
    [
        (b"\2\0\0\0\0", [("grpc-status", "0")], "internalError"),
        (b"\1\0\0\0\0", [("grpc-status", "0")], "internalError"),
        (b"\0\0\0\0\5ab", [("grpc-status", "0")], "internalError"),
        (b"\0\xff\xff\xff\xff", [("grpc-status", "0")], "resourceExhausted"),
        (bytes(5), None, "internalError"),
        (bytes(5), [("x-other", "1")], "unknown"),
        (bytes(5), [("grpc-status", "99")], "unknown"),
        (bytes(5), [("grpc-status", "5"), ("grpc-message", "no%20%E2%98%BA%zz")], "notFound"),
    ],
)
def test_broken_answers_are_errors(body, trailers, status):
    def answer(connection, stream, _):
        connection.send_headers(stream, HEAD)
        connection.send_data(stream, body, end_stream=trailers is None)
        if trailers is not None:
            connection.send_headers(stream, trailers, end_stream=True)

    with Scripted(answer) as server:
        said = call(server)
    assert said.startswith(f"empty_unary failed: {status}")
    if status == "notFound":
        assert "no \u263a%zz" in said


def test_a_goodbye_moves_the_next_call_to_another_connection():
    def answer(connection, stream, earlier):
        succeed(connection, stream)
        if earlier == 0:
            connection.close_connection(last_stream_id=stream)

    with Scripted(answer) as server:
        options = ["--host", "127.0.0.1", "--port", server.port, "empty_unary", "empty_unary"]
        ended = program.call(*options)
        assert ended.stdout == "empty_unary passed\n" * 2
        assert server.connections == 2


@pytest.mark.parametrize("acknowledged", [True, False])
def test_keepalive_notices_a_dead_server(acknowledged):
    with Scripted(lambda *_: None, acknowledges_pings=acknowledged) as server:
        said = ""
        if acknowledged:
            with pytest.raises(program.subprocess.TimeoutExpired):
                program.call("--host", "127.0.0.1", "--port", server.port, "--keepalive-ms", 200,
                             "empty_unary", seconds=3)  # fmt: skip
        else:
            said = call(server, "--keepalive-ms", 200)
            assert said.startswith("empty_unary failed: unavailable") and "keepalive" in said


def test_nobody_there():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    ended = program.call("--host", "127.0.0.1", "--port", port, "empty_unary")
    assert ended.stdout.startswith("empty_unary failed: unavailable")
    ended = program.call("--host", "no-such-host.invalid", "--port", port, "--ca", "/dev/null")
    assert ended.returncode != 0


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_names_and_addresses(host):
    with program.Program() as server:
        assert program.call("--host", host, "--port", server.port, "empty_unary").returncode == 0


def refuse_first(connection, stream, earlier):
    """Refuses the first request, and answers those after it."""
    if earlier == 0:
        connection.reset_stream(stream, 7)
    else:
        succeed(connection, stream)


def test_a_refused_call_is_sent_once_more():
    with Scripted(refuse_first) as server:
        assert call(server) == "empty_unary passed"
        assert len(server.requests) == 2 and server.connections == 1
        assert server.requests[0] == server.requests[1]


def test_a_refused_call_is_not_sent_for_ever():
    with Scripted(lambda connection, stream, _: connection.reset_stream(stream, 7)) as server:
        assert call(server).startswith("empty_unary failed: unavailable")
        assert len(server.requests) == 2


def test_a_call_that_a_goodbye_passed_over_goes_to_another_connection():
    def answer(connection, stream, earlier):
        if earlier == 0:
            connection.close_connection(last_stream_id=0)
        else:
            succeed(connection, stream)

    with Scripted(answer) as server:
        assert call(server) == "empty_unary passed"
        assert server.connections == 2 and len(server.requests) == 2


def test_a_call_that_was_begun_is_not_sent_anew():
    def answer(connection, stream, _):
        connection.send_headers(stream, HEAD)
        connection.reset_stream(stream, 7)

    with Scripted(answer) as server:
        assert call(server).startswith("empty_unary failed: unavailable")
        assert len(server.requests) == 1


@pytest.mark.parametrize("how", ["nobody", "silent", "garbage"])
def test_another_address_serves_where_the_first_does_not(how):
    def misbehave(listener):
        while True:
            try:
                accepted, _ = listener.accept()
            except OSError:
                return
            if how == "garbage":
                accepted.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")
            accepted.close()

    with Scripted(succeed) as server, socket.create_server(("127.0.0.1", 0)) as first:
        if how == "nobody":
            first.close()
            port = server.port
            options = ["--host", "127.0.0.2", "--port", 1, "--also", f"127.0.0.1:{port}"]
        else:
            threading.Thread(target=misbehave, args=(first,), daemon=True).start()
            options = ["--host", "127.0.0.1", "--port", first.getsockname()[1]]
            options += ["--also", f"127.0.0.1:{server.port}"]
        started = time.monotonic()
        ended = program.call(*options, "empty_unary", "empty_unary", seconds=50)
        assert ended.stdout == "empty_unary passed\n" * 2
        assert server.connections == 1
        # At once, not after the wait between attempts.
        assert time.monotonic() - started < 30


def test_no_address_serves():
    options = ["--host", "127.0.0.2", "--port", 1, "--also", "127.0.0.3:1"]
    assert program.call(*options, "empty_unary").stdout.startswith(
        "empty_unary failed: unavailable"
    )


def test_calls_wait_for_a_stream():
    """More calls at once than the server allows streams: none is refused, none is lost."""
    with program.Program("--streams-max", 2) as server:
        options = ["--host", "127.0.0.1", "--port", server.port]
        ended = program.call(*options, "concurrent_large_unary")
        assert ended.stdout == "concurrent_large_unary passed\n"
        counters = server.counters()
        assert counters["handlers_most"] <= 3 and counters["too_many_refused_streams"] == 0
