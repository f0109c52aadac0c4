import ArgumentParser
import ParleyClient
import TerminalKit

/// One exhibit, and what its file was found to be.
struct EvidenceShow: ParleyCommand {
  static let configuration = CommandConfiguration.leaf(
    "show", "One exhibit, and what was found in its file",
    examples: ["parley evidence show 7k3q-m2xw E-1"],
    notes: """
      Text is found in PDF, in office documents (docx, xlsx, pptx, odt, ods, odp, rtf), in plain text, HTML \
      and e-mails. A page that is a picture holds no text.
      """)

  @Argument(help: "The dispute, or its first 4 characters.") var dispute: String
  @Argument(help: "The exhibit, as it is cited: E-1.") var exhibit: ExhibitReference
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func perform(_ desk: Desk) async throws {
    let id = try desk.dispute(dispute, binds: false)
    let all = try await desk.askAll(
      .listExhibits, .fields(["parent": .text(id.name), "pageSize": .whole(200)]),
      items: "exhibits")
    let name = "\(id.name)/exhibits/\(exhibit.id)"
    guard let found = all.first(where: { $0.text("name") == name }) else {
      throw CommandFailure(
        .notFound, "There is no exhibit \(ExhibitReference.label(ofName: name)) that you see.",
        next: "parley evidence list \(id)")
    }
    try desk.show(sheet(of: found, id, desk))
  }

  private func sheet(of found: PlainValue, _ id: DisputeID, _ desk: Desk) -> Sheet {
    let label = found.text("label")
    var sheet = Sheet(found, id: found.text("name"))
    sheet.lines.append("\(desk.bold("Exhibit \(label)")) in \(desk.bold(id.description))")
    func add(_ name: String, _ text: String, value: String? = nil) {
      if !text.isEmpty { sheet.add(name, text, value: value) }
    }
    add("Title", desk.clean(found.text("title")))
    add("Kind", ShownName.value(found.text("kind"), "EXHIBIT_KIND"))
    add("In", ShownName.value(found.text("compartment"), "COMPARTMENT"))
    let filed = found.text("fileTime")
    add("Filed", desk.times.past(filed), value: filed)
    add("Record", ShownName.value(found.text("recordStanding"), "RECORD_STANDING"))
    add("File", desk.clean(found.text("fileName")))
    let bytes = found.integer("sizeBytes") ?? 0
    add("Size", ByteCount.text(Int(bytes)), value: "\(bytes)")
    add("SHA-256", found.text("sha256"))
    add("Type stated", desk.clean(found.text("mediaType")))
    add("Type found", desk.clean(found.text("reading.foundType")))
    let pages = FileReadingText.pages(of: found)
    let silent = found.integer("reading.silentPageCount") ?? 0
    add(
      "Pages", silent == 0 ? pages : "\(pages), \(silent) without text",
      value: found.text("reading.pageCount"))
    add("Text", FileReadingText.text(of: found))
    add("Headers", FileReadingText.differing(found).joined(separator: ", "))
    if let count = found.integer("reading.archive.entryCount") {
      add("Holds", "\(count) \(count == 1 ? "entry" : "entries")", value: "\(count)")
      for entry in found.list("reading.archive.entries") {
        let size = ByteCount.text(Int(entry.integer("sizeBytes") ?? 0))
        add("", "\(desk.clean(entry.text("path")))  \(entry.flag("folder") ? "" : size)")
      }
    }
    return sheet
  }
}
