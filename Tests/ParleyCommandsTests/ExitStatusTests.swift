import ParleyClient
import Testing

@testable import ParleyCommands

@Suite struct ExitStatusTests {
  @Test func theNumbersArePromised() {
    let promised: [ParleyCommands.ExitStatus: Int32] = [
      .done: 0, .failed: 1, .cancelled: 2, .notFound: 3, .notPermitted: 4, .changed: 5,
      .notNow: 6, .unreachable: 7, .stillPending: 8, .usage: 64,
    ]
    #expect(promised.count == ParleyCommands.ExitStatus.allCases.count)
    for (status, number) in promised { #expect(status.rawValue == number) }
  }

  @Test func everyRefusalHasItsNumber() {
    let promised: [RefusalCode: Int32] = [
      .cancelled: 2, .unknown: 1, .invalidArgument: 64, .deadlineExceeded: 7, .notFound: 3,
      .alreadyExists: 1, .permissionDenied: 4, .resourceExhausted: 7, .failedPrecondition: 6,
      .aborted: 5, .outOfRange: 64, .unimplemented: 1, .internalError: 1, .unavailable: 7,
      .dataLoss: 1, .unauthenticated: 4,
    ]
    for code in RefusalCode.allCases {
      #expect(ParleyCommands.ExitStatus(code).rawValue == promised[code])
    }
  }

  @Test(arguments: ["nope", "list --nope", "show", "offer accept 7k3q-m2xw x", "list --limit 0"])
  func aWrongCommandLineIs64(_ line: String) async throws {
    let stage = try Stage()
    #expect(await stage.run(line) == 64)
    #expect(!stage.errors.isEmpty)
  }

  @Test func helpIs0() async throws {
    let stage = try Stage()
    #expect(await stage.run("offer make --help") == 0)
    #expect(stage.output.contains("USAGE: parley offer make"))
    #expect(await stage.run("--version") == 0)
  }
}
