"""Certificates made for a test."""

import subprocess
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Identity:
    """A certificate and its key, in files."""

    certificate: Path
    key: Path

    @property
    def certificate_bytes(self) -> bytes:
        return self.certificate.read_bytes()

    @property
    def key_bytes(self) -> bytes:
        return self.key.read_bytes()


def make(folder: Path, name: str, *, issuer: Identity | None = None, host="localhost", days=2):
    """A certificate of its own making, or one that `issuer` vouches for."""
    folder.mkdir(parents=True, exist_ok=True)
    made = Identity(folder / f"{name}.pem", folder / f"{name}-key.pem")
    key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"]
    key += ["-keyout", made.key, "-subj", f"/CN={name}"]
    names = f"subjectAltName=DNS:{host}"
    if issuer is None:
        _openssl("req", "-x509", "-days", days, *key, "-addext", names, "-out", made.certificate)
        return made
    request = folder / f"{name}.csr"
    _openssl("req", *key, "-out", request)
    extensions = folder / f"{name}.ext"
    extensions.write_text(names + "\n")
    arguments = ["-req", "-in", request, "-CA", issuer.certificate, "-CAkey", issuer.key]
    arguments += ["-CAcreateserial", "-extfile", extensions, "-out", made.certificate]
    _openssl("x509", *arguments, "-days", days)
    return made


def _openssl(*arguments) -> None:
    subprocess.run(["openssl", *map(str, arguments)], check=True, capture_output=True)
