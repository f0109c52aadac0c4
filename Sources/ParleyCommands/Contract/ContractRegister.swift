import ArgumentParser
import ParleyClient

/// Puts a contract on the register of the organization. The file stays here: its hash alone is sent.
struct ContractRegister: ParleyCommand {
  static let configuration = CommandConfiguration.leaf(
    "register", "Put a contract on register by the hash of its terms",
    examples: [
      "parley contract register carriage.pdf --with 'Harbour Lettings Ltd' --form electronic "
        + "--type carriage --law PT --made 2026-03-02 --clause arbitration:p3",
      "parley contract register --with 'Harbour Lettings Ltd' --form verbal --law PT",
    ],
    notes: "Keep the file as it is: a changed byte is another hash.")

  @Argument(help: "The terms, as a file; none for a verbal contract.", completion: .file())
  var file: String?
  @Option(help: "With whom it was made.") var with: String
  @Option(help: "written-signed, electronic, email-exchange, verbal or mixed.") var form: FormChoice
  @Option(help: "services, goods, carriage, ...") var type: TypeChoice = .services
  @Option(help: "The law that governs it: PT, US-CA, ...") var law: String
  @Option(help: "When it was made.") var made: CalendarDay?
  @Option(help: "A clause and its place; repeatable.") var clause: [ClauseArgument] = []
  @Option(help: "The number on register that it takes the place of.") var supersedes: Int?
  @Option(name: .customLong("organization"), help: "Yours.") var organization: String?
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  mutating func validate() throws {
    if (file == nil) != (form == .verbal) {
      throw ValidationError("Give the terms as a file, and none for a verbal contract.")
    }
  }

  func perform(_ desk: Desk) async throws {
    let parent = try await desk.organization(organization)
    let reply = try await desk.change(.registerContract, try request(parent))
    let missing = reply.list("missingClauses").map { ShownName.value($0.spelled, "CLAUSE") }
    let lacks =
      missing.isEmpty ? "It lacks no clause." : "It has no \(missing.joined(separator: ", "))."
    try desk.show(
      ChangeReport(
        "Put on register as number \(ShownName.last(reply.text("name"))).", consequence: lacks,
        value: reply, id: reply.text("name")))
  }

  /// The request, without its id.
  func request(_ parent: String) throws -> PlainValue {
    .fields([
      "parent": .text(parent), "counterpart": .text(with), "form": form.wire, "type": type.wire,
      "governingLaw": .text(law.uppercased()), "madeDate": made?.date,
      "termsSha256": try file.map { PlainValue.text(try SourceFile(path: $0).sha256) },
      "clauses": clause.isEmpty ? nil : .list(clause.map(\.value)),
      "supersedes": supersedes.map { .text("\(parent)/contracts/\($0)") },
    ])
  }
}
