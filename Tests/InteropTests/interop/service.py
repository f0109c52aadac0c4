"""The test service as grpcio serves it, for our client to call."""

import time
from concurrent import futures

import grpc

from interop import stubs

ECHO_INITIAL = "x-grpc-test-echo-initial"
ECHO_TRAILING = "x-grpc-test-echo-trailing-bin"


def start(*, identity=None, **options) -> tuple[grpc.Server, int]:
    """A running server and its port."""
    pb = stubs.load()
    server = grpc.server(futures.ThreadPoolExecutor(max_workers=32), **options)
    pb.service.add_TestServiceServicer_to_server(_servicer(pb), server)
    if identity is None:
        port = server.add_insecure_port("127.0.0.1:0")
    else:
        pair = (identity.key_bytes, identity.certificate_bytes)
        port = server.add_secure_port("127.0.0.1:0", grpc.ssl_server_credentials([pair]))
    server.start()
    return server, port


def _servicer(pb):
    class Servicer(pb.service.TestServiceServicer):
        def EmptyCall(self, request, context):
            _echo(context)
            return pb.empty.Empty()

        def UnaryCall(self, request, context):
            _echo(context)
            _status(request, context)
            if request.HasField("response_compressed") and request.response_compressed.value:
                context.set_compression(grpc.Compression.Gzip)
            return pb.messages.SimpleResponse(payload=_payload(request.response_size))

        def StreamingOutputCall(self, request, context):
            _echo(context)
            if any(each.compressed.value for each in request.response_parameters):
                context.set_compression(grpc.Compression.Gzip)
            yield from self._responses(request, context)

        def StreamingInputCall(self, requests, context):
            size = sum(len(request.payload.body) for request in requests)
            return pb.messages.StreamingInputCallResponse(aggregated_payload_size=size)

        def FullDuplexCall(self, requests, context):
            _echo(context)
            for request in requests:
                _status(request, context)
                yield from self._responses(request, context)

        def _responses(self, request, context):
            for parameters in request.response_parameters:
                if parameters.interval_us:
                    time.sleep(parameters.interval_us / 1e6)
                if not parameters.compressed.value:
                    context.disable_next_message_compression()
                yield pb.messages.StreamingOutputCallResponse(payload=_payload(parameters.size))

    def _payload(size):
        return pb.messages.Payload(body=bytes(size))

    return Servicer()


def _echo(context) -> None:
    for key, value in context.invocation_metadata():
        if key == ECHO_INITIAL:
            context.send_initial_metadata(((key, value),))
        if key == ECHO_TRAILING:
            context.set_trailing_metadata(((key, value),))


def _status(request, context) -> None:
    if request.response_status.code:
        codes = {code.value[0]: code for code in grpc.StatusCode}
        context.abort(codes[request.response_status.code], request.response_status.message)
