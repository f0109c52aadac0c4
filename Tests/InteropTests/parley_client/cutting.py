"""A stretch of wire between a client and the server that breaks, again and again, or stands still."""

import random
import socket
import threading


class CuttingWire:
    """Passes bytes on in both directions and, after so many towards one end, cuts the connection in
    the middle of a piece, as often as it is told to; from then on it passes everything. One that
    `holds` passes so many bytes towards the server and no more, until it is closed."""

    def __init__(
        self, port: int, *, cuts: int = 0, every: int = 0, towards: str = "server", holds: int = 0,
        listen: int = 0,
    ):
        self._target = port
        self._every = every
        self._left = cuts
        self._towards = towards
        self._holds = holds
        self._chance = random.Random(every)
        self._lock = threading.Lock()
        self._due = self._next()
        self._connections: list[socket.socket] = []
        self._closed = threading.Event()
        self.holding = threading.Event()
        self.cut = 0
        self._listener = socket.create_server(("127.0.0.1", listen))
        self.port = self._listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    @property
    def target(self) -> str:
        return f"localhost:{self.port}"

    def close(self) -> None:
        self._closed.set()
        end(self._listener)
        self._listener.close()
        with self._lock:
            for connection in self._connections:
                end(connection)

    def _next(self) -> int:
        return int(self._every * self._chance.uniform(0.5, 1.5))

    def _accept(self) -> None:
        while True:
            try:
                near, _ = self._listener.accept()
            except OSError:
                return
            try:
                far = socket.create_connection(("127.0.0.1", self._target))
            except OSError:
                near.close()
                continue
            with self._lock:
                self._connections += [near, far]
            for source, sink, way in ((near, far, "server"), (far, near, "client")):
                threading.Thread(target=self._pass, args=(source, sink, way), daemon=True).start()

    def _pass(self, source: socket.socket, sink: socket.socket, way: str) -> None:
        passed = 0
        try:
            while data := source.recv(256 * 1024):
                passed += len(data)
                if way == "server" and 0 < self._holds < passed:
                    self.holding.set()
                    self._closed.wait()
                    break
                if way == self._towards and self._is_time(len(data)):
                    # Not even what is on its way arrives whole.
                    sink.sendall(data[: len(data) // 2])
                    break
                sink.sendall(data)
        except OSError:
            pass
        end(source)
        end(sink)

    def _is_time(self, count: int) -> bool:
        with self._lock:
            self._due -= count
            if self._due > 0 or not self._left:
                return False
            self._left -= 1
            self.cut += 1
            self._due = self._next()
            return True


def end(connection: socket.socket) -> None:
    """Ends both directions, also for a thread that waits for bytes."""
    try:
        connection.shutdown(socket.SHUT_RDWR)
    except OSError:
        pass
