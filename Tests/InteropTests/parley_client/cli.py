"""Somebody who uses the command line, with sessions and receipts of their own."""

import json
import os
import shutil
import subprocess
from pathlib import Path

from parley_client import stubs
from parley_client.server import Server, binary

RUN_SECONDS = 60.0


class Person:
    """Runs `parley` with a folder of its own for what it keeps."""

    def __init__(self, home: Path, server: Server):
        self.home = home
        self.server = server

    def sign_in(self, code: str, name: str) -> "Person":
        """Redeems a one-time code, pinning the certificate."""
        options = ["--server", self.server.target, "--fingerprint", self.server.fingerprint]
        self.done("auth", "login", *options, "--name", name, text=code + "\n")
        return self

    def run(self, *arguments: str, text: str = "") -> subprocess.CompletedProcess:
        folders = {"XDG_CONFIG_HOME": str(self.home), "XDG_STATE_HOME": str(self.home)}
        return subprocess.run(
            [binary("parley"), *arguments],
            input=text,
            capture_output=True,
            text=True,
            timeout=RUN_SECONDS,
            env={**os.environ, **folders, "LANG": "C.UTF-8"},
        )

    def done(self, *arguments: str, text: str = "") -> str:
        """The output of a command that must succeed."""
        ended = self.run(*arguments, text=text)
        assert ended.returncode == 0, (arguments, ended.stdout, ended.stderr)
        return ended.stdout

    def alarmed(self, *arguments: str) -> str:
        """What a command says that must find the record wanting."""
        ended = self.run(*arguments)
        assert ended.returncode == 1, (arguments, ended.returncode, ended.stdout, ended.stderr)
        return ended.stderr

    def copy(self, home: Path) -> "Person":
        """The same person with what was kept up to now, as it stands."""
        shutil.copytree(self.home, home)
        return Person(home, self.server)

    def receipts(self, dispute: str) -> list:
        """The receipts kept of a dispute, read from where the program keeps them."""
        found = []
        kind = stubs.message("parley.v1.Receipt")
        compartments = stubs.enum("Compartment").values_by_name
        bare = dispute.removeprefix("disputes/")
        for path in self.home.glob(f"parley/receipts/*/{bare}.jsonl"):
            for kept in map(json.loads, path.read_text().splitlines()):
                receipt = kind(dispute=f"disputes/{kept['dispute']}", sequence=kept["sequence"])
                receipt.compartment = compartments[f"COMPARTMENT_{kept['compartment']}"].number
                receipt.head = bytes.fromhex(kept["head"])
                receipt.signature = bytes.fromhex(kept["signature"])
                receipt.key_id = kept["keyID"]
                found.append(receipt)
        return found
