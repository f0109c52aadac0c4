import GRPCCore
import GRPCProtobuf
import Testing

@testable import ParleyClient

@Suite struct ProcedureTests {
  @Test(arguments: Procedure.allCases)
  func everyProcedureHasItsMessages(_ procedure: Procedure) {
    #expect(RequestCheck.problem(procedure, .fields([:])) == nil)
    #expect(RequestCheck.problem(procedure, .fields(["noSuchField": .text("")])) != nil)
  }

  @Test func namesAreThoseOfTheContract() {
    #expect(Procedure.fileDispute.service == "parley.v1.DisputeService")
    #expect(Procedure.fileDispute.method == "FileDispute")
  }

  @Test func readsEveryDetailOfARefusal() {
    let status = GoogleRPCStatus(
      code: .failedPrecondition, message: "The grace period runs.",
      details: .errorInfo(
        reason: "GRACE_RUNNING", domain: "parley",
        metadata: [
          "next_action": "SERVE_DEMAND", "next_actor": "CLAIMANT",
          "earliest_time": "2026-12-08T00:00:00Z",
        ]),
      .badRequest(violations: [.init(field: "items[1].amount", description: "must be positive")]),
      .preconditionFailure(violations: [
        .init(type: "DEADLINE", subject: "disputes/7k3qm2xw", description: "grace")
      ]))
    let refusal = ServiceRefusal(RPCError(status))
    #expect(refusal.code == .failedPrecondition)
    #expect(refusal.reason == "GRACE_RUNNING")
    #expect(refusal.message == "The grace period runs.")
    #expect(refusal.nextAction == "SERVE_DEMAND")
    #expect(refusal.nextActor == "CLAIMANT")
    #expect(refusal.earliest == "2026-12-08T00:00:00Z")
    #expect(refusal.fields == [.init(field: "items[1].amount", problem: "must be positive")])
    #expect(refusal.unmet.map(\.kind) == ["DEADLINE"])
    #expect(refusal.unmet.map(\.description) == ["grace"])
  }

  @Test func anErrorWithoutDetailsKeepsItsMessage() {
    let refusal = ServiceRefusal(RPCError(code: .notFound, message: "not found"))
    #expect(refusal == ServiceRefusal(code: .notFound, message: "not found"))
  }
}
