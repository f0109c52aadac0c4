import ArgumentParser
import ParleyClient
import TerminalKit

/// One contract on register; with a file, whether that is its terms.
struct ContractShow: ParleyCommand {
  static let configuration = CommandConfiguration.leaf(
    "show", "One contract on register; compare a file with it",
    examples: ["parley contract show 3", "parley contract show 3 --compare carriage.pdf"])

  @Argument(help: "Its number on register.") var number: Int
  @Option(help: "A file that may be its terms.", completion: .file()) var compare: String?
  @Option(name: .customLong("organization"), help: "Yours.") var organization: String?
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func perform(_ desk: Desk) async throws {
    let file = try compare.map { try SourceFile(path: $0) }
    let parent = try await desk.organization(organization)
    let contract = try await desk.ask(
      .getContract, .fields(["name": .text("\(parent)/contracts/\(number)")]))
    let terms = contract.text("termsSha256")
    if let file, file.sha256 != terms {
      throw CommandFailure(
        .failed, "\(file.name) is not the terms of contract \(number).",
        lines: ["On register  \(terms.isEmpty ? "none" : terms)", "This file    \(file.sha256)"])
    }
    let clauses = contract.list("clauses").map { clause in
      let name = ShownName.value(clause.text("clause"), "CLAUSE")
      let place = clause.text("reference")
      return place.isEmpty ? name : "\(name) \(place)"
    }
    let form = ShownName.value(contract.text("form"), "CONTRACT_FORM")
    let made = contract.date("madeDate")
    try desk.show(
      ChangeReport(
        "Contract \(number) with \(contract.text("counterpart")): \(form), law of "
          + "\(contract.text("governingLaw"))\(made.isEmpty ? "" : ", made \(made)").",
        consequence:
          "On register since \(desk.times.exact(contract.text("registerTime"))), SHA-256 "
          + "\(terms.isEmpty ? "none" : terms)"
          + (file == nil ? "" : ", which this file is")
          + (clauses.isEmpty ? "" : "; \(clauses.joined(separator: ", "))") + ".",
        value: contract, id: contract.text("name")))
  }
}
