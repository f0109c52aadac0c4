"""Stubs made from the contracts, once for each process, in a folder that goes with it."""

import atexit
import functools
import importlib
import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import grpc
import grpc_tools
from google.protobuf import descriptor_pool, message_factory
from google.protobuf.descriptor import MethodDescriptor
from grpc_tools import protoc

ROOT = Path(__file__).resolve().parents[3]
OWN_PROTOS = Path(__file__).resolve().parent / "protos"


@dataclass(frozen=True)
class Method:
    """One RPC: its descriptor, the class of its request and the stub that calls it."""

    descriptor: MethodDescriptor
    request: type
    response: type
    stub: type

    @property
    def path(self) -> str:
        return f"/{self.descriptor.containing_service.full_name}/{self.descriptor.name}"


@functools.cache
def load() -> dict[str, Method]:
    """Every RPC by its name, and health checks as `Health.Check` and `Health.Watch`."""
    folder = _generate()
    methods: dict[str, Method] = {}
    for file in sorted((folder / "parley" / "v1").glob("*_service_pb2_grpc.py")):
        _add(methods, f"parley.v1.{file.stem}")
    _add(methods, "grpc.health.v1.health_pb2_grpc", prefix="Health.")
    importlib.import_module("google.rpc.status_pb2")
    return methods


@functools.cache
def message(full_name: str) -> type:
    """The class of a message by its full name."""
    load()
    pool = descriptor_pool.Default()
    return message_factory.GetMessageClass(pool.FindMessageTypeByName(full_name))


def enum(name: str) -> Any:
    """The descriptor of an enumeration of the API."""
    load()
    return descriptor_pool.Default().FindEnumTypeByName(f"parley.v1.{name}")


def enum_name(name: str, number: int) -> str:
    """The name of a value, without the prefix that repeats the name of its enumeration."""
    values = enum(name).values_by_number
    prefix = values[0].name.removesuffix("UNSPECIFIED")
    return values[number].name.removeprefix(prefix)


def _generate() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="parley-stubs-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    contracts = ROOT / "protos"
    files = sorted(
        path.relative_to(root).as_posix()
        for root in (contracts, OWN_PROTOS)
        for path in root.rglob("*.proto")
        if "journal" not in path.parts
    )
    include = Path(grpc_tools.__file__).parent / "_proto"
    arguments = [
        "protoc",
        *(f"-I{path}" for path in (contracts, OWN_PROTOS, include)),
        f"--python_out={folder}",
        f"--grpc_python_out={folder}",
        *files,
    ]
    if protoc.main(arguments) != 0:
        raise RuntimeError("protoc refused the contracts")
    sys.path.insert(0, str(folder))
    # `grpc` and `google` are packages of the libraries already; ours are further parts of them.
    grpc.__path__.append(str(folder / "grpc"))
    google = importlib.import_module("google")
    if str(folder / "google") not in list(google.__path__):
        google.__path__.append(str(folder / "google"))
    return folder


def _add(methods: dict[str, Method], module_name: str, prefix: str = "") -> None:
    stubs = importlib.import_module(module_name)
    messages = importlib.import_module(module_name.removesuffix("_grpc"))
    for service in messages.DESCRIPTOR.services_by_name.values():
        stub = getattr(stubs, f"{service.name}Stub")
        for method in service.methods:
            name = prefix + method.name
            if name in methods:
                raise RuntimeError(f"two services have a method {name}")
            methods[name] = Method(
                method,
                message_factory.GetMessageClass(method.input_type),
                message_factory.GetMessageClass(method.output_type),
                stub,
            )
