"""The test services' messages and stubs, made from the contracts beside the interop server."""

import atexit
import functools
import importlib
import shutil
import sys
import tempfile
from pathlib import Path
from types import SimpleNamespace

import grpc
import grpc_tools
from grpc_tools import protoc

ROOT = Path(__file__).resolve().parents[3]
PROTOS = ROOT / "Tests" / "InteropServer" / "Protos"


@functools.cache
def load() -> SimpleNamespace:
    """The generated modules: `messages`, `service`, `empty`, `health`, `health_service`, and
    `reflection` and `reflection_service` by version."""
    folder = Path(tempfile.mkdtemp(prefix="interop-stubs-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    include = Path(grpc_tools.__file__).parent / "_proto"
    files = [path.relative_to(PROTOS).as_posix() for path in sorted(PROTOS.rglob("*.proto"))]
    arguments = ["protoc", f"-I{PROTOS}", f"-I{ROOT / 'protos'}", f"-I{include}"]
    arguments += [f"--python_out={folder}", f"--grpc_python_out={folder}"]
    if protoc.main([*arguments, *files, "grpc/health/v1/health.proto"]) != 0:
        raise RuntimeError("protoc refused the contracts")
    sys.path.insert(0, str(folder))
    # `grpc` is a package of the library already; ours is a further part of it.
    grpc.__path__.append(str(folder / "grpc"))

    def module(name: str):
        return importlib.import_module(f"grpc.{name}")

    versions = ("v1", "v1alpha")
    return SimpleNamespace(
        empty=module("testing.empty_pb2"),
        messages=module("testing.messages_pb2"),
        service=module("testing.test_pb2_grpc"),
        health=module("health.v1.health_pb2"),
        health_service=module("health.v1.health_pb2_grpc"),
        reflection={each: module(f"reflection.{each}.reflection_pb2") for each in versions},
        reflection_service={
            each: module(f"reflection.{each}.reflection_pb2_grpc") for each in versions
        },
    )
