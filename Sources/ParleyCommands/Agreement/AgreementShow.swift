import ArgumentParser
import ParleyClient
import TerminalKit

/// Shows the agreement and who has signed it.
struct AgreementShow: ParleyCommand {
  static let configuration = CommandConfiguration.leaf(
    "show", "The agreement and who has signed",
    examples: [
      "parley agreement show 7k3q-m2xw", "parley agreement show 7k3q-m2xw --print agreement.pdf",
    ])

  @Argument(help: "The dispute, or its first 4 characters.") var dispute: String
  @OptionGroup var print: PrintOption
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func perform(_ desk: Desk) async throws {
    let id = try desk.dispute(dispute, binds: false)
    if print.path != nil {
      return try await desk.show(document: "\(id.name)/documents/agreement", print: print)
    }
    let agreement = try await desk.ask(
      .getAgreement, .fields(["name": .text(id.name + "/agreement")]))
    let text = TerminalText.stripControls(agreement.text("text"), keepingLines: true)
    if desk.output == .table, !desk.terminal.isTerminal(.output) {
      return try desk.write(text + "\n")
    }
    var sheet = Sheet(agreement, id: agreement.text("sha256"), isPaged: true)
    sheet.lines = [text, ""]
    for signature in agreement.list("signatures") {
      sheet.add(
        "Signed",
        "\(ShownName.value(signature.text("side"), "SIDE")), "
          + "\(desk.clean(signature.text("signerName"))) "
          + "(\(ShownName.value(signature.text("authority"), "AUTHORITY")))")
    }
    let signBy = agreement.text("signByTime")
    if !signBy.isEmpty { sheet.add("Sign by", desk.times.due(signBy), value: signBy) }
    sheet.add("SHA-256", agreement.text("sha256"))
    try desk.show(sheet)
  }
}
