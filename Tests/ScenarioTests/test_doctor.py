"""`parley doctor` and the scripts by which shells complete, through the real programs."""

import json
import shutil
import subprocess

import pytest

from parley_client.cli import Person
from parley_client.office import Office


def checks(person, *options: str, code: int = 0) -> dict[str, dict]:
    ended = person.run("doctor", "-o", "json", *options)
    assert ended.returncode == code, (ended.stdout, ended.stderr)
    return {each["check"]: each for each in json.loads(ended.stdout)}


def test_it_finds_what_keeps_commands_from_working(tmp_path):
    office = Office.at_new_server(tmp_path / "data")
    try:
        nobody = Person(tmp_path / "nobody", office.server)
        found = checks(nobody, code=1)
        assert found["server"]["state"] == "failed"
        assert found["server"]["next"].startswith("parley auth login")
        found = checks(nobody, "--server", office.server.target, "--ca", str(office.server.certificate),
                       code=1)
        assert found["certificate"]["state"] == "ok" and ", until " in found["certificate"]["found"]
        assert found["login"]["found"] == "nobody is signed in there"

        code = office.broker.do("CreateSignInCode").code
        broker = Person(tmp_path / "broker", office.server).sign_in(code, "Bela Tide")
        found = checks(broker)
        assert {each["state"] for each in found.values()} == {"ok"}, found
        assert found["service"]["found"].endswith("Bela Tide")
        # A clock that was moved for development is no wrong clock.
        office.advance(days=30)
        assert checks(broker)["clock"]["state"] == "ok"

        broker.done("auth", "revoke", "--help")
        sessions = next(broker.home.rglob("sessions.json"))
        sessions.chmod(0o640)
        found = checks(broker, code=1)
        assert found["kept files"]["next"].startswith("chmod 600")
        sessions.chmod(0o600)

        kept = sessions.read_text()
        pinned = json.loads(kept)["sessions"][0]["trust"]
        digits = office.server.fingerprint.replace(":", "").lower()
        assert digits in json.dumps(pinned).replace(":", "").lower()
        wrong = kept.replace(office.server.fingerprint, office.server.fingerprint[::-1])
        if wrong == kept:
            wrong = kept.replace(digits, digits[::-1])
        sessions.write_text(wrong)
        found = checks(broker, code=1)
        assert "not the one you trusted" in found["certificate"]["found"]
        assert found["service"]["state"] == "skipped"
        sessions.write_text(kept)

        office.server.stop()
        found = checks(broker, code=1)
        assert "cannot be reached" in found["certificate"]["found"]
        assert found["clock"]["state"] == "skipped"
    finally:
        office.close()


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_is_one_that_the_shell_takes(office, tmp_path, shell):
    person = Person(tmp_path / "home", office.server)
    script = tmp_path / f"parley.{shell}"
    script.write_text(person.done("completion", shell))
    assert "evidence" in script.read_text()
    program = shutil.which(shell)
    if program is None:
        # Not on this machine: that it is made, and of this shell, is what can be seen.
        assert {"bash": "complete", "zsh": "#compdef", "fish": "complete -c"}[shell] in script.read_text()
        return
    checked = subprocess.run([program, "-n", script], capture_output=True, text=True, timeout=30)
    assert checked.returncode == 0, checked.stderr
