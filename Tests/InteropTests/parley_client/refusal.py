"""What a server says when it refuses: the status, and the details that go with it."""

import grpc

from parley_client import stubs


class Refusal(Exception):
    """A call that was refused, with its `google.rpc.Status` taken apart."""

    def __init__(self, error: grpc.RpcError):
        self.code: grpc.StatusCode = error.code()
        self.message: str = error.details() or ""
        trailers = error.trailing_metadata() or ()
        self.trailers = sorted((item.key, item.value) for item in trailers)
        self.details = next((v for k, v in self.trailers if k == "grpc-status-details-bin"), b"")
        self.status = stubs.message("google.rpc.Status").FromString(self.details)
        super().__init__(f"{self.code.name}: {self.message} [{self.reason}]")

    @property
    def info(self):
        """The one `ErrorInfo`; an empty one when there is none."""
        return self._detail("ErrorInfo")

    @property
    def reason(self) -> str:
        return self.info.reason

    @property
    def metadata(self) -> dict[str, str]:
        return dict(self.info.metadata)

    @property
    def bad_fields(self) -> list[str]:
        """The paths of the fields that cannot be taken."""
        return [each.field for each in self._detail("BadRequest").field_violations]

    @property
    def preconditions(self) -> list:
        """The conditions that do not hold."""
        return list(self._detail("PreconditionFailure").violations)

    @property
    def seen(self) -> tuple:
        """All that a caller can tell apart: code, message and trailers, byte for byte."""
        return (self.code, self.message, tuple(self.trailers))

    def _detail(self, name: str):
        kind = stubs.message(f"google.rpc.{name}")
        found = [each for each in self.status.details if each.Is(kind.DESCRIPTOR)]
        if len(found) > 1:
            raise AssertionError(f"{len(found)} details of kind {name}")
        detail = kind()
        if found:
            found[0].Unpack(detail)
        return detail
