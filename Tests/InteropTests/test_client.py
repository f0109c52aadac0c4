"""Our client with servers that do not behave, or say goodbye."""

import socket

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
