import Foundation
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

  /// The contracts say which requests must name what was read; the table here must say the same.
  @Test func whatMustNameAnEtagIsWhatTheContractsSay() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "protos/parley/v1")
    let files = try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    var required: Set<String> = []
    for file in files where file.pathExtension == "proto" {
      let text = try String(contentsOf: file, encoding: .utf8)
      for message in text.components(separatedBy: "\nmessage ").dropFirst() {
        let body = message.components(separatedBy: "\n}").first ?? ""
        let name = body.prefix { $0 != " " }
        guard body.contains("Freshness: required, and the `etag` of the dispute") else { continue }
        required.insert(String(name.dropLast("Request".count)))
      }
    }
    #expect(required.count > 10)
    let named = Set(Procedure.allCases.filter(\.namesEtag).map(\.method))
    #expect(named == required)
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
