"""A Watch that is read beside the test."""

import queue
import threading

import grpc

WAIT_SECONDS = 15.0


class Watching:
    """Follows a dispute on a thread and hands over one message at a time."""

    def __init__(self, client, name: str, **fields):
        self.call = client.stream("Watch", name=name, timeout=None, **fields)
        self.messages: queue.Queue = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def next(self, seconds: float = WAIT_SECONDS):
        """The next message; fails when none comes."""
        try:
            item = self.messages.get(timeout=seconds)
        except queue.Empty:
            raise AssertionError(f"nothing was sent within {seconds} s") from None
        if isinstance(item, grpc.RpcError):
            raise AssertionError(f"the watch ended with {item.code()}: {item.details()}")
        return item

    def until_current(self) -> list:
        """The messages up to the mark that all so far was sent; the mark is the last."""
        found = [self.next()]
        while found[-1].WhichOneof("step") != "current":
            found.append(self.next())
        return found

    def entries(self, count: int) -> list:
        """The next so many messages that hold entries; other kinds are passed over."""
        found: list = []
        while len(found) < count:
            message = self.next()
            if message.WhichOneof("step") == "entry":
                found.append(message)
        return found

    def close(self) -> None:
        self.call.cancel()

    def __enter__(self) -> "Watching":
        return self

    def __exit__(self, *_) -> None:
        self.close()

    def _read(self) -> None:
        try:
            for message in self.call:
                self.messages.put(message)
        except grpc.RpcError as error:
            self.messages.put(error)


def names(messages: list) -> list[str]:
    """The names of the entries among these messages."""
    return [each.entry.name for each in messages if each.WhichOneof("step") == "entry"]
