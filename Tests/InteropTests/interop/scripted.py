"""A server that answers each request as a test says."""

import socket
import threading

import h2.config
import h2.connection
import h2.events


class Scripted:
    """Accepts connections on loopback and hands every request's end to `answer`, which gets the
    connection of h2, the stream, and how many requests there were before."""

    def __init__(self, answer, *, acknowledges_pings=True):
        self.answer = answer
        self.acknowledges_pings = acknowledges_pings
        self.requests: list[dict[str, str]] = []
        self.connections = 0
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def __enter__(self) -> "Scripted":
        return self

    def __exit__(self, *_) -> None:
        self.listener.close()

    def _accept(self) -> None:
        while True:
            try:
                accepted, _ = self.listener.accept()
            except OSError:
                return
            self.connections += 1
            threading.Thread(target=self._serve, args=(accepted,), daemon=True).start()

    def _serve(self, accepted: socket.socket) -> None:
        config = h2.config.H2Configuration(client_side=False, header_encoding="utf-8")
        connection = h2.connection.H2Connection(config)
        connection.initiate_connection()
        accepted.sendall(connection.data_to_send())
        while received := accepted.recv(65_536):
            for event in connection.receive_data(received):
                if isinstance(event, h2.events.PingReceived) and not self.acknowledges_pings:
                    # The acknowledgement waits in the library's buffer; it is taken out with the rest.
                    connection.clear_outbound_data_buffer()
                if isinstance(event, h2.events.RequestReceived):
                    self.requests.append(dict(event.headers))
                if isinstance(event, h2.events.StreamEnded):
                    self.answer(connection, event.stream_id, len(self.requests) - 1)
            try:
                accepted.sendall(connection.data_to_send())
            except OSError:
                return
            if connection.state_machine.state is h2.connection.ConnectionState.CLOSED:
                accepted.close()
                return


HEAD = [(":status", "200"), ("content-type", "application/grpc")]


def succeed(connection, stream, _=0) -> None:
    """An empty message and status OK."""
    connection.send_headers(stream, HEAD)
    connection.send_data(stream, bytes(5))
    connection.send_headers(stream, [("grpc-status", "0")], end_stream=True)
