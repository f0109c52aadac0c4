import ArgumentParser
import ParleyClient
import TerminalKit

/// The docket, entry by entry; checked on this machine, saved, or read from what was saved.
struct DisputeHistory: ParleyCommand {
  static let configuration = CommandConfiguration.leaf(
    "history", "The docket, entry by entry",
    examples: [
      "parley history 7k3q-m2xw", "parley history 7k3q-m2xw --verify",
      "parley history 7k3q-m2xw --in case -o jsonl", "parley history 7k3q-m2xw --reads",
      "parley history 7k3q-m2xw --save docket.json", "parley history --from docket.json --verify",
    ],
    notes: """
      --verify recomputes every chain here and holds it against the receipts you keep; with --from
      it does so without a server. --reads tells who read what you confided.
      """)

  @Argument(help: "The dispute, or its first 4 characters.") var dispute: String?
  @Option(name: .customLong("in"), help: "Only this compartment.")
  var compartment: CompartmentChoice?
  @Flag(help: "Check the record on this machine.") var verify = false
  @Flag(help: "Who read what is confided, as far as you may know.") var reads = false
  @Option(help: "Save the record here for a later check, and check it.", completion: .file())
  var save: String?
  @Option(help: "Check a record that was saved; no server is asked.", completion: .file())
  var from: String?
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  mutating func validate() throws {
    if dispute == nil, from == nil { throw ValidationError("Name a dispute, or a file --from.") }
    let ways = [verify && from == nil && save == nil, reads, save != nil, from != nil]
    if ways.count(where: { $0 }) > 1 {
      throw ValidationError("Of --verify, --reads, --save and --from say one.")
    }
    if from != nil, !verify {
      throw ValidationError("A saved record is there to be checked: say --verify too.")
    }
    if compartment != nil, ways.contains(true) {
      throw ValidationError("--in goes with the plain history alone.")
    }
  }

  func perform(_ desk: Desk) async throws {
    if let from { return try DocketVerdict(desk).show(file: from, of: dispute) }
    let id = try desk.dispute(dispute ?? "", binds: false)
    if reads { return try await showReads(id, desk) }
    if verify || save != nil { return try await DocketVerdict(desk).show(id, savingTo: save) }
    let filter = compartment.map {
      "compartment = \($0.rawValue.uppercased().replacing("-", with: "_"))"
    }
    let entries = try await desk.askAll(
      .listEntries,
      .fields([
        "parent": .text(id.name), "pageSize": .whole(200), "filter": .text(of: filter),
      ]), items: "entries")
    var listing = Listing(
      [
        TableColumn("WHEN"), TableColumn("ENTRY"), TableColumn("BY", shrinkPriority: 2),
        TableColumn("WHAT", shrinkPriority: 1, minimumCells: 20), TableColumn("NOW"),
      ], heading: "\(entries.count) entries. Times in \(desk.world.zone.name).")
    for entry in entries {
      let by = entry.text("actorDisplayName")
      let time = entry.text("effectiveTime")
      listing.add(
        entry, id: entry.text("name"),
        [
          .past(time, desk.times), TableCell(ShownName.last(entry.text("name"))),
          TableCell(by.isEmpty ? "the clock" : by, value: entry.text("actor")),
          TableCell(entry.text("title"), value: entry.text("event")),
          TableCell(ShownName.value(entry.text("transition.to"), "STATUS"), style: .bold),
        ])
    }
    try desk.show(listing)
  }

  private func showReads(_ id: DisputeID, _ desk: Desk) async throws {
    let reads = try await desk.askAll(
      .listReads, .fields(["parent": .text(id.name), "pageSize": .whole(200)]), items: "reads")
    var listing = Listing(
      [
        TableColumn("LAST READ"), TableColumn("BY", shrinkPriority: 1), TableColumn("IN"),
        TableColumn("WHAT"), TableColumn("BY WAY OF"), TableColumn("STORED BYTES"),
      ], heading: "\(reads.count) reads. Times in \(desk.world.zone.name).")
    for read in reads {
      let exhibit = read.text("exhibit")
      let name = read.text("readerDisplayName")
      listing.add(
        read, id: read.text("reader"),
        [
          .past(read.text("lastTime"), desk.times),
          TableCell(name.isEmpty ? read.text("reader") : name, value: read.text("reader")),
          TableCell(ShownName.value(read.text("compartment"), "COMPARTMENT")),
          TableCell(
            exhibit.isEmpty ? Self.entries(read) : ExhibitReference.label(ofName: exhibit)),
          TableCell(ShownName.value(read.text("way"), "READ_WAY")),
          TableCell(read.flag("full") ? "too" : ""),
        ])
    }
    try desk.show(listing)
  }

  private static func entries(_ read: PlainValue) -> String {
    let (first, last) = (read.text("firstSequence"), read.text("lastSequence"))
    if last.isEmpty || last == "0" { return "all listed" }
    return first == last ? "entry \(first)" : "entries \(first) to \(last)"
  }
}
