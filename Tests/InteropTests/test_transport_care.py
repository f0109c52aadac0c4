"""How `parleyd` looks after its transport: certificates at SIGHUP, incidents in the log."""

import signal
import socket
import ssl
import subprocess
import time

import pytest

from parley_client.server import Server

PATIENCE = 60.0
PREFACE = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"
SETTINGS = b"\0\0\0\4\0\0\0\0\0"


@pytest.fixture
def server(tmp_path):
    founded, _ = Server.found(tmp_path / "data")
    made(tmp_path, "first")
    founded.start(
        "--log-level", "notice", "--tls-certificate", str(tmp_path / "used.pem"),
        "--tls-key", str(tmp_path / "used-key.pem"),
    )  # fmt: skip
    yield founded
    assert founded.is_running
    assert founded.stop() == 0


def made(folder, name) -> bytes:
    """Puts a new certificate in the place of the one in use; answers it in DER form."""
    command = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"]
    command += ["-nodes", "-days", "2", "-subj", f"/CN={name}", "-addext"]
    command += ["subjectAltName=DNS:localhost", "-keyout", folder / "used-key.pem"]
    command += ["-out", folder / "used.pem"]
    subprocess.run([str(part) for part in command], check=True, capture_output=True)
    return ssl.PEM_cert_to_DER_cert((folder / "used.pem").read_text())


def connected(server) -> ssl.SSLSocket:
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    context.set_alpn_protocols(["h2"])
    plain = socket.create_connection(("127.0.0.1", server.port), timeout=PATIENCE)
    return context.wrap_socket(plain, server_hostname="localhost")


def until(what, why):
    end = time.monotonic() + PATIENCE
    while not what():
        assert time.monotonic() < end, why
        time.sleep(0.05)


def test_sighup_reloads_the_certificate_and_says_so(server, tmp_path):
    before = connected(server)
    first = before.getpeercert(binary_form=True)
    second = made(tmp_path, "second")
    server.process.send_signal(signal.SIGHUP)
    until(lambda: "certificate reloaded" in server.log, server.log)
    assert connected(server).getpeercert(binary_form=True) == second != first
    # The old connection goes on.
    before.sendall(PREFACE + SETTINGS)
    assert before.recv(9)
    # What cannot be used changes nothing, and is complained of.
    (tmp_path / "used.pem").write_text("nothing")
    server.process.send_signal(signal.SIGHUP)
    until(lambda: "certificate not reloaded" in server.log, server.log)
    assert connected(server).getpeercert(binary_form=True) == second


def test_incidents_are_logged_without_a_flood(server):
    for _ in range(20):
        with connected(server) as peer:
            peer.sendall(PREFACE + SETTINGS * 300)
            while peer.recv(65_536):
                pass
    until(lambda: "too_many_settings" in server.log, server.log)
    lines = [line for line in server.log.splitlines() if "too_many_settings" in line]
    # The first at once, the others together once a minute.
    assert len(lines) == 1 and "times=1" in lines[0] and "total=1" in lines[0]
    assert server.stop() == 0
    lines = [line for line in server.log.splitlines() if "too_many_settings" in line]
    assert len(lines) == 2 and "times=19" in lines[1] and "total=20" in lines[1]
    assert "127.0.0.1" not in "".join(lines)
    server.start("--log-level", "notice")
