"""Contracts over the real programs: registered before any dispute, compared at filing, form reviewed."""

import datetime
import hashlib

from grpc import StatusCode
import pytest

from parley_client import stubs
from parley_client.case import Case
from parley_client.cli import Person

TERMS = b"Terms of carriage, version 3"


def registered(office, **changes) -> dict:
    return {
        "parent": office.organization,
        "counterpart": "Anchor Imports",
        "form": "CONTRACT_FORM_ELECTRONIC",
        "type": "CONTRACT_TYPE_SERVICES",
        "governing_law": "US-WA",
        "made_date": office.day(-200),
        "terms_sha256": hashlib.sha256(TERMS).hexdigest(),
        "clauses": [{"clause": "CLAUSE_ARBITRATION", "reference": "p. 3"}],
    } | changes


def comparison(case, who=None) -> str:
    seen = case.seen_by(who or case.broker)
    return stubs.enum_name("TermsComparison", seen.contract.terms_comparison)


def test_a_contract_registered_before_the_dispute_binds_it(office):
    contract = office.broker.do("RegisterContract", **registered(office))
    assert contract.name.startswith(f"{office.organization}/contracts/")
    missing = {stubs.enum_name("Clause", each) for each in contract.missing_clauses}
    assert "LATE_FEE" in missing and "ARBITRATION" not in missing
    office.advance(days=30)
    # No jurisdiction, form or law is stated again; limitation follows those on register.
    bare = {"limitation_date": None, "limitation_source": ""}
    case = Case(office, contract={"registration": contract.name}, jurisdiction="US-CA", **bare)
    drafted = case.dispute
    assert stubs.enum_name("ContractForm", drafted.contract.form) == "ELECTRONIC"
    assert drafted.contract.governing_law == "US-WA"
    assert drafted.contract.terms_sha256 == contract.terms_sha256
    assert drafted.contract.registration == contract.name
    assert drafted.contract.register_time == contract.register_time
    assert drafted.contract.clauses[0].reference == "p. 3"
    assert drafted.limitation_basis.jurisdiction == "US-WA"
    assert drafted.limitation_basis.period_months == 72
    assert comparison(case) == "NOT_SHOWN"
    case.exhibit(case.broker, b"Terms of carriage, version 4", "Contract")
    assert comparison(case) == "DIFFER"
    refused = case.broker.refused("FileDispute", name=case.name)
    assert refused.reason == "TERMS_DIFFER"
    case.exhibit(case.broker, TERMS, "Contract")
    assert comparison(case) == "SAME"
    case.act(case.broker, "FileDispute")
    client = case.invite_client()
    assert comparison(case, client) == "SAME"
    assert client.refused("GetContract", name=contract.name).code == StatusCode.PERMISSION_DENIED


def test_the_register_only_grows_and_is_the_organizations_own(office):
    first = office.broker.do("RegisterContract", **registered(office))
    same = registered(office, request_id="3f0e8a9c-52d1-4b7e-9a60-1c2d3e4f5a6b")
    second = office.broker.do("RegisterContract", **same, supersedes=first.name)
    again = office.broker.do("RegisterContract", **same, supersedes=first.name)
    assert again.name == second.name
    taken = office.broker.refused("RegisterContract", **registered(office), supersedes=first.name)
    assert taken.code == StatusCode.ALREADY_EXISTS
    listed = office.colleague.pages("ListContracts", "contracts", parent=office.organization)
    assert [each.superseded_by for each in listed[-2:]] == [second.name, ""]
    # Another organization's register is as one that is not there.
    for method, fields in (
        ("GetContract", {"name": first.name}),
        ("ListContracts", {"parent": office.organization}),
        ("RegisterContract", registered(office)),
    ):
        assert office.stranger.refused(method, **fields).code == StatusCode.NOT_FOUND
    broken = office.broker.refused("RegisterContract", **registered(office, terms_sha256=""))
    assert broken.code == StatusCode.INVALID_ARGUMENT
    verbal = registered(office, terms_sha256="", form="CONTRACT_FORM_VERBAL")
    assert office.broker.do("RegisterContract", **verbal).terms_sha256 == ""
    stated = {"registration": first.name, "form": "CONTRACT_FORM_VERBAL"}
    with pytest.raises(Exception) as caught:
        Case(office, contract=stated)
    assert caught.value.code == StatusCode.INVALID_ARGUMENT


def test_another_form_is_reviewed_and_moves_the_limitation(office):
    bare = {"limitation_date": None, "limitation_source": ""}
    contract = {"form": "CONTRACT_FORM_WRITTEN_SIGNED", "type": "CONTRACT_TYPE_SERVICES"}
    case = Case.filed(office, contract=contract, jurisdiction="US-CA", **bare)
    before = case.dispute
    assert before.limitation_basis.period_months == 48
    client = case.invite_client()
    change = {"form": "CONTRACT_FORM_VERBAL", "reason": "No signed copy was ever made."}
    assert client.refused("ChangeContractForm", name=case.name, **change).code == StatusCode.PERMISSION_DENIED
    asked = case.act(case.broker, "ChangeContractForm", **change)
    assert asked.approval
    assert case.dispute.limitation_date == before.limitation_date
    assert "signed copy" not in str([case.seen_by(client), case.entries(client)])
    own = case.broker.refused("GrantApproval", name=case.name, approval=asked.approval)
    assert own.code == StatusCode.PERMISSION_DENIED
    case.act(office.supervisor, "GrantApproval", approval=asked.approval)
    after = case.seen_by(client)
    assert stubs.enum_name("ContractForm", after.contract.form) == "VERBAL"
    assert after.limitation_basis.period_months == 24
    assert after.limitation_date.year == before.limitation_date.year - 2
    assert after.contract.form_changes[0].reason == "No signed copy was ever made."
    assert case.events(client)[-2:] == ["CONTRACT_FORM_CHANGED", "LIMITATION_MOVED"]


def test_a_broker_registers_the_file_and_files_under_it(office, tmp_path):
    code = office.broker.do("CreateSignInCode").code
    person = Person(tmp_path / "broker", office.server).sign_in(code, "Bela Tide")
    terms, other = tmp_path / "terms.txt", tmp_path / "other.txt"
    terms.write_bytes(TERMS + b", of the shelf\n")
    other.write_bytes(b"Other terms\n")
    register = ["contract", "register", str(terms), "--with", "Harbour Lettings Ltd"]
    told = person.done(*register, "--form", "electronic", "--law", "GB-EAW", "-o", "id").strip()
    number = told.rsplit("/", 1)[-1]
    assert hashlib.sha256(terms.read_bytes()).hexdigest() in person.done("contract", "list")
    person.done("contract", "show", number, "--compare", str(terms))
    assert person.run("contract", "show", number, "--compare", str(other)).returncode == 1
    due = (office.now.date() - datetime.timedelta(days=40)).isoformat()
    claim = ["--claimant", "Tideway Brokers", "--client", "Harbour Lettings Ltd", "--email"]
    claim += ["accounts@harbour.example", "--invoice", "INV-R1", "--amount", "EUR 500.00", "--due", due]
    claim += ["--debtor", "business", "--jurisdiction", "GB-EAW", "--registered", number, "--yes"]
    wrong = person.run("file", *claim, "--contract", str(other))
    assert wrong.returncode == 6 and "terms were fixed" in wrong.stderr
    assert "is not those" in wrong.stderr
    claim[claim.index("INV-R1")] = "INV-R2"
    filed = person.run("file", *claim, "--contract", str(terms))
    assert filed.returncode == 0, filed.stderr
    assert "the contract attached is those" in filed.stderr
