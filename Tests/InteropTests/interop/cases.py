"""The test cases of the gRPC interoperability tests, as grpcio plays the client."""

import threading
from concurrent import futures

import grpc
from grpc import StatusCode

from interop import stubs
from interop.service import ECHO_INITIAL, ECHO_TRAILING

RESPONSES = (31_415, 9, 2_653, 58_979)
REQUESTS = (27_182, 8, 1_828, 45_904)
GZIP = grpc.Compression.Gzip
SPECIAL = "\t\ntest with whitespace\r\nand Unicode BMP \u263a and non-BMP \U0001f608\t\n"


class Cases:
    """One method for each case; what does not hold raises."""

    def __init__(self, channel: grpc.Channel):
        self.pb = stubs.load()
        self.channel = channel
        self.stub = self.pb.service.TestServiceStub(channel)

    def empty_unary(self):
        assert self.stub.EmptyCall(self.pb.empty.Empty(), timeout=20).ByteSize() == 0

    def large_unary(self):
        assert self._large(self._simple()) == bytes(314_159)

    def client_compressed_unary(self):
        expecting = self._simple(expect_compressed={"value": True})
        assert self._code(lambda: self.stub.UnaryCall(expecting)) == StatusCode.INVALID_ARGUMENT
        assert self._large(expecting, compression=GZIP) == bytes(314_159)
        plain = self._simple(expect_compressed={"value": False})
        assert self._large(plain) == bytes(314_159)

    def server_compressed_unary(self):
        for wanted in (True, False):
            request = self._simple(response_compressed={"value": wanted})
            assert self._large(request) == bytes(314_159)

    def client_streaming(self):
        requests = (self._input(size) for size in REQUESTS)
        assert self.stub.StreamingInputCall(requests).aggregated_payload_size == 74_922

    def client_compressed_streaming(self):
        expecting = {"expect_compressed": {"value": True}}
        probe = iter([self._input(27_182, **expecting)])
        code = self._code(lambda: self.stub.StreamingInputCall(probe))
        assert code == StatusCode.INVALID_ARGUMENT
        requests = iter([self._input(27_182, **expecting), self._input(45_904)])
        answer = self.stub.StreamingInputCall(requests, compression=GZIP)
        assert answer.aggregated_payload_size == 73_086

    def server_streaming(self):
        answers = self.stub.StreamingOutputCall(self._output(*RESPONSES))
        assert [len(each.payload.body) for each in answers] == list(RESPONSES)

    def server_compressed_streaming(self):
        request = self._output(31_415, 92_653)
        for parameters, wanted in zip(request.response_parameters, (True, False)):
            parameters.compressed.value = wanted
        answers = self.stub.StreamingOutputCall(request)
        assert [len(each.payload.body) for each in answers] == [31_415, 92_653]

    def ping_pong(self):
        answered = threading.Semaphore(0)

        def requests():
            for response, request in zip(RESPONSES, REQUESTS):
                yield self._output(response, payload=request)
                answered.acquire(timeout=20)

        sizes = []
        for answer in self.stub.FullDuplexCall(requests()):
            sizes.append(len(answer.payload.body))
            answered.release()
        assert sizes == list(RESPONSES)

    def empty_stream(self):
        assert not list(self.stub.FullDuplexCall(iter(())))

    def custom_metadata(self):
        metadata = ((ECHO_INITIAL, "test_initial_metadata_value"), (ECHO_TRAILING, b"\xab\xab\xab"))
        _, unary = self.stub.UnaryCall.with_call(self._simple(), metadata=metadata)
        stream = self.stub.FullDuplexCall(iter([self._output(314_159)]), metadata=metadata)
        assert len(list(stream)) == 1
        for call in (unary, stream):
            assert dict(call.initial_metadata())[ECHO_INITIAL] == metadata[0][1]
            assert dict(call.trailing_metadata())[ECHO_TRAILING] == metadata[1][1]

    def status_code_and_message(self):
        self._status("test status message")

    def special_status_message(self):
        self._status(SPECIAL)

    def unimplemented_method(self):
        self._unimplemented("/grpc.testing.TestService/UnimplementedCall")

    def unimplemented_service(self):
        self._unimplemented("/grpc.testing.UnimplementedService/UnimplementedCall")

    def cancel_after_begin(self):
        waiting = threading.Event()

        def requests():
            waiting.wait(20)
            yield from ()

        call = self.stub.StreamingInputCall.future(requests())
        call.cancel()
        waiting.set()
        assert call.code() == StatusCode.CANCELLED

    def cancel_after_first_response(self):
        waiting = threading.Event()

        def requests():
            yield self._output(31_415, payload=27_182)
            waiting.wait(20)

        call = self.stub.FullDuplexCall(requests())
        assert len(next(call).payload.body) == 31_415
        call.cancel()
        waiting.set()
        assert self._code(lambda: list(call)) == StatusCode.CANCELLED

    def timeout_on_sleeping_server(self):
        request = self._output(31_415, payload=27_182)
        request.response_parameters[0].interval_us = 5_000_000
        call = self.stub.FullDuplexCall(iter([request]), timeout=0.1)
        assert self._code(lambda: list(call)) == StatusCode.DEADLINE_EXCEEDED

    def concurrent_large_unary(self):
        with futures.ThreadPoolExecutor(32) as pool:
            answers = [pool.submit(self._large, self._simple()) for _ in range(40)]
            assert all(answer.result() == bytes(314_159) for answer in answers)

    def _simple(self, **fields):
        return self.pb.messages.SimpleRequest(
            response_size=314_159, payload={"body": bytes(271_828)}, **fields
        )

    def _input(self, size, **fields):
        return self.pb.messages.StreamingInputCallRequest(payload={"body": bytes(size)}, **fields)

    def _output(self, *sizes, payload=0):
        return self.pb.messages.StreamingOutputCallRequest(
            response_parameters=[{"size": size} for size in sizes],
            payload={"body": bytes(payload)},
        )

    def _large(self, request, **options) -> bytes:
        return self.stub.UnaryCall(request, timeout=60, **options).payload.body

    def _status(self, text):
        status = {"code": 2, "message": text}
        simple = self.pb.messages.SimpleRequest(response_status=status)
        output = self.pb.messages.StreamingOutputCallRequest(response_status=status)
        for call in (
            lambda: self.stub.UnaryCall(simple),
            lambda: list(self.stub.FullDuplexCall(iter([output]))),
        ):
            error = self._error(call)
            assert (error.code(), error.details()) == (StatusCode.UNKNOWN, text)

    def _unimplemented(self, path):
        assert self._code(lambda: self.channel.unary_unary(path)(b"")) == StatusCode.UNIMPLEMENTED

    def _error(self, call) -> grpc.RpcError:
        try:
            call()
        except grpc.RpcError as error:
            return error
        raise AssertionError("the call went well")

    def _code(self, call) -> StatusCode:
        return self._error(call).code()


NAMES = [name for name in vars(Cases) if not name.startswith("_")]
