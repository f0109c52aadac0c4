import ArgumentParser
import ParleyClient

/// Shows one dispute: stage, money, deadlines, what the caller may do, the way so far.
struct DisputeShow: ParleyCommand {
  static let configuration = CommandConfiguration.leaf(
    "show", "Stage, money, deadlines, what you may do",
    examples: ["parley show 7k3q-m2xw", "parley show 7k3q-m2xw --why", "parley show 7k3q -o json"])

  @Argument(help: "The dispute, or its first 4 characters.") var dispute: String
  @Flag(help: "Also what you may not do now, and why.") var why = false
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func perform(_ desk: Desk) async throws {
    let id = try desk.dispute(dispute, binds: false)
    let value = try await desk.read(id)
    desk.noteSeen([id.name])
    try desk.show(DisputeSheet(value, id: id, why: why, desk: desk).sheet)
  }
}
