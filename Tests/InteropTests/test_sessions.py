"""Sessions: codes work once, tokens until they are revoked."""

from grpc import StatusCode


def test_without_a_session_there_is_nothing(office, case):
    nobody = office.anonymous()
    assert nobody.refused("GetDispute", name=case.name).code == StatusCode.UNAUTHENTICATED
    assert nobody.refused("ListDisputes").reason == "NOT_SIGNED_IN"
    nobody.token = "A" * 43
    assert nobody.refused("ListDisputes").code == StatusCode.UNAUTHENTICATED
    assert nobody.refused_stream("Watch", name=case.name).code == StatusCode.UNAUTHENTICATED


def test_a_code_works_once(office):
    code = office.invite("ROLE_BROKER", "Once Only", office.organization)
    office.anonymous().enrol(code, "Once Only")
    used = office.anonymous().refused("Enrol", code=code, display_name="Twice", label="x")
    wrong = office.anonymous().refused("Enrol", code="0000-0000", display_name="No", label="x")
    assert used.code in (StatusCode.UNAUTHENTICATED, StatusCode.INVALID_ARGUMENT)
    assert used.seen == wrong.seen


def test_a_code_is_taken_however_it_is_typed(office):
    code = office.invite("ROLE_BROKER", "Loose Typist", office.organization)
    typed = f" {code.lower().replace('-', ' ')} "
    assert office.anonymous().enrol(typed, "Loose Typist").token


def test_a_revoked_session_is_over_at_once(office):
    first = office.join("ROLE_BROKER", "Two Devices", office.organization)
    session = first.do("GetSession").session
    assert session.current and session.member == first.member
    assert [each.name for each in first.pages("ListSessions", "sessions")] == [session.name]
    first.do("RevokeSession", name=session.name)
    assert first.refused("GetSession").code == StatusCode.UNAUTHENTICATED


def test_sign_out_ends_the_session_of_the_call_and_no_other(office):
    leaving = office.join("ROLE_BROKER", "Leaving Now", office.organization)
    leaving.do("SignOut")
    assert leaving.refused("ListDisputes").code == StatusCode.UNAUTHENTICATED
    assert office.broker.do("GetSession").member.name == office.broker.member


def test_nobody_ends_the_session_of_somebody_else(office):
    session = office.colleague.do("GetSession").session
    refusal = office.stranger.refused("RevokeSession", name=session.name)
    assert refusal.code == StatusCode.NOT_FOUND
    assert office.colleague.do("GetSession").session.name == session.name


def test_keys_and_health_are_open_to_everybody(office):
    nobody = office.anonymous()
    assert nobody.do("ListKeys").keys
    health = nobody.do("Health.Check")
    assert health.status == type(health).SERVING
    assert nobody.refused("Health.Check", service="nothing").code == StatusCode.NOT_FOUND


def test_a_sign_in_code_opens_a_further_session_of_the_same_account(office):
    first = office.join("ROLE_BROKER", "Lost Telephone", office.organization)
    code = first.do("CreateSignInCode").code
    second = office.anonymous()
    second.enrol(code, "")
    assert second.do("GetSession").member.name == first.member
    assert len(list(first.pages("ListSessions", "sessions"))) == 2
    helped = office.administrator.do("CreateSignInCode", member=first.member).code
    third = office.anonymous()
    third.enrol(helped, "")
    assert third.do("GetSession").member.name == first.member
    refusal = office.stranger.refused("CreateSignInCode", member=first.member)
    assert refusal.code == StatusCode.PERMISSION_DENIED


def test_a_closed_account_is_out_at_once_and_for_good(office):
    leaving = office.join("ROLE_BROKER", "Gone Away", office.organization)
    code = leaving.do("CreateSignInCode").code
    assert office.broker.refused("CloseMember", name=leaving.member).code == (
        StatusCode.PERMISSION_DENIED
    )
    office.administrator.do("CloseMember", name=leaving.member)
    assert leaving.refused("GetSession").code == StatusCode.UNAUTHENTICATED
    refusal = office.anonymous().refused("Enrol", code=code, display_name="x", label="x")
    assert refusal.code == StatusCode.INVALID_ARGUMENT
    again = office.administrator.refused("CloseMember", name=leaving.member)
    assert again.code == StatusCode.NOT_FOUND
