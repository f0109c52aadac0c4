"""The gRPC interoperability tests: grpcio against our server, our client against grpcio's."""

import grpc
import pytest

from interop import identity, program, service, stubs
from interop.cases import NAMES, Cases


@pytest.fixture(scope="module")
def own(tmp_path_factory):
    return identity.make(tmp_path_factory.mktemp("identity"), "localhost")


@pytest.fixture(scope="module", params=["cleartext", "tls"])
def ours(request, own):
    with program.Program(identity=own if request.param == "tls" else None) as running:
        yield running


@pytest.fixture(scope="module", params=["cleartext", "tls"])
def theirs(request, own):
    secured = own if request.param == "tls" else None
    server, port = service.start(identity=secured)
    yield port, ["--ca", secured.certificate] if secured else []
    server.stop(None)


@pytest.mark.parametrize("name", NAMES)
def test_their_client_and_our_server(ours, name):
    with ours.channel() as channel:
        getattr(Cases(channel), name)()


@pytest.mark.parametrize("name", NAMES)
def test_our_client_and_their_server(theirs, name):
    port, options = theirs
    ended = program.call("--host", "127.0.0.1", "--port", port, *options, name)
    assert (ended.returncode, ended.stdout) == (0, f"{name} passed\n"), ended.stdout + ended.stderr


def test_our_client_and_our_server(ours):
    options = ["--ca", ours.identity.certificate] if ours.identity else []
    ended = program.call("--port", ours.port, *options)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    # The cases, and the upload that is ours alone.
    assert ended.stdout.count(" passed\n") == len(NAMES) + 1


def test_health_is_watched(ours):
    pb = stubs.load()
    asked = pb.health.HealthCheckRequest(service="grpc.testing.TestService")
    states = pb.health.HealthCheckResponse
    with ours.channel() as channel:
        health = pb.health_service.HealthStub(channel)
        assert health.Check(asked).status == states.SERVING
        watch = health.Watch(asked, timeout=20)
        assert next(watch).status == states.SERVING
        health.Check(asked, metadata=[("x-set-serving", "false")])
        assert next(watch).status == states.NOT_SERVING
        health.Check(asked, metadata=[("x-set-serving", "true")])
        assert next(watch).status == states.SERVING
        watch.cancel()
        unknown = pb.health.HealthCheckRequest(service="none")
        with pytest.raises(grpc.RpcError) as caught:
            health.Check(unknown)
        assert caught.value.code() == grpc.StatusCode.NOT_FOUND
        assert next(health.Watch(unknown, timeout=20)).status == states.SERVICE_UNKNOWN


@pytest.mark.parametrize("version", ["v1", "v1alpha"])
def test_the_server_describes_itself(ours, version):
    pb = stubs.load().reflection[version]
    with ours.channel() as channel:
        stub = stubs.load().reflection_service[version].ServerReflectionStub(channel)
        asked = [
            pb.ServerReflectionRequest(list_services=""),
            pb.ServerReflectionRequest(file_containing_symbol="grpc.testing.TestService.UnaryCall"),
            pb.ServerReflectionRequest(file_by_filename="grpc/testing/messages.proto"),
            pb.ServerReflectionRequest(all_extension_numbers_of_type="grpc.testing.Payload"),
            pb.ServerReflectionRequest(file_containing_symbol="grpc.testing.Nothing"),
        ]
        listed, method, file, numbers, nothing = stub.ServerReflectionInfo(iter(asked), timeout=20)
    names = [each.name for each in listed.list_services_response.service]
    assert names == [
        "grpc.health.v1.Health",
        "grpc.reflection.v1.ServerReflection",
        "grpc.reflection.v1alpha.ServerReflection",
        "grpc.testing.TestService",
    ]
    described = method.file_descriptor_response.file_descriptor_proto
    assert len(described) == 3 and b"UnaryCall" in described[0]
    assert b"SimpleRequest" in file.file_descriptor_response.file_descriptor_proto[0]
    assert numbers.all_extension_numbers_response.base_type_name == "grpc.testing.Payload"
    assert nothing.error_response.error_code == grpc.StatusCode.NOT_FOUND.value[0]
    assert nothing.original_request.file_containing_symbol == "grpc.testing.Nothing"
