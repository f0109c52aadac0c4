import ArgumentParser
import ParleyClient

/// Puts a file in evidence.
struct EvidenceAdd: ParleyCommand {
  static let configuration = CommandConfiguration.leaf(
    "add", "Put a file in evidence",
    examples: [
      "parley evidence add 7k3q-m2xw carriage.pdf --kind contract",
      "parley evidence add 7k3q-m2xw slip.png --kind payment-record --title 'Bank slip' --item 1",
      "parley evidence add 7k3q-m2xw --from call:2 --title 'What was said on the telephone'",
      "parley evidence add 7k3q-m2xw terms-en.pdf --kind contract --translation-of E-1 "
        + "--language English --made-by 'L. Reis' --certified",
    ],
    notes: "An upload that breaks off goes on where it stood when the command is run again.")

  @OptionGroup var target: DisputeTarget
  @Argument(help: "The file.", completion: .file()) var file: String?
  @Option(help: "Instead of a file: a note of your side, call:2 or note:1.") var from: NoteArgument?
  @Option(help: "With --from: where the note stands; with your side's own where not given.")
  var keptIn: CompartmentChoice?
  @Option(help: "contract, invoice, email, photo, ...") var kind: ExhibitChoice?
  @Option(help: "Its title; the file's name where not given.") var title: String?
  @Option(name: .customLong("in"), help: "Whose sight it is in.")
  var compartment: CompartmentChoice = .case
  @Option(help: "Where it comes from.") var source: String?
  @Option(help: "When what it shows happened.") var at: Moment?
  @Flag(name: .customLong("incoming"), help: "A message from the client.") var incoming =
    false
  @Flag(name: .customLong("outgoing"), help: "A message to the client.") var outgoing =
    false
  @Option(help: "A claim item it supports; repeatable.") var item: [Int] = []
  @Option(help: "The media type, where the name does not tell.") var mediaType: String?
  @Flag(help: "It was made for the mediation.") var madeForMediation = false
  @Option(help: "Tender it although the record is closed, and say why.") var late: String?
  @OptionGroup(title: "Origin") var origin: ProvenanceOptions
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  mutating func validate() throws {
    if (file == nil) == (from == nil) { throw ValidationError("Give a file, or --from a note.") }
    if from != nil {
      if title == nil { throw ValidationError("Say the --title of what is made of the note.") }
      let isOther = late != nil || origin.provenance != nil || origin.isRendition
      if compartment != .case || kind != nil || incoming || outgoing || madeForMediation || isOther
      {
        throw ValidationError("What is made of a note is an exhibit of the case, as it stands.")
      }
      return
    }
    guard let kind else { throw ValidationError("Say of which --kind it is.") }
    if (kind == .recording) != (origin.consent != nil) {
      throw ValidationError("A recording, and nothing else, rests on --consent: say on which.")
    }
    if keptIn != nil { throw ValidationError("--kept-in goes with --from.") }
    if incoming, outgoing { throw ValidationError("Say --incoming or --outgoing, not both.") }
    if [.email, .chat].contains(kind), !incoming, !outgoing {
      throw ValidationError("A message came or went: say --incoming or --outgoing.")
    }
  }

  func perform(_ desk: Desk) async throws {
    let id = try desk.dispute(target.dispute, binds: false)
    if let from { return try await publish(from, id, desk) }
    guard let file else { return }
    let source = try SourceFile(path: file)
    let reply = try await desk.upload(source, spec: try spec(id, source), label: source.name)
    let label = reply.text("exhibit.label")
    try desk.show(
      desk.report(
        "Put \(source.name) in evidence\(label.isEmpty ? "" : " as \(label)").",
        change: reply["change"] ?? .null, value: reply))
  }

  private func publish(_ note: NoteArgument, _ id: DisputeID, _ desk: Desk) async throws {
    var place = keptIn?.wire
    if place == nil { place = .text(try await desk.ownCompartment(id)) }
    let reply = try await desk.change(.publishNote, try request(note, in: place, of: id))
    try desk.show(
      desk.report("Made an exhibit of \(id) of a note.", change: reply, value: reply))
  }

  /// The request that makes an exhibit of a note.
  func request(
    _ note: NoteArgument, in place: PlainValue?, of id: DisputeID
  ) throws -> PlainValue {
    .fields([
      "name": .text(id.name), "kind": .text(note.kind), "compartment": place,
      "number": .whole(note.number), "title": .text(of: title),
      "items": item.isEmpty ? nil : .list(item.map { .whole($0) }), "etag": .text(of: target.etag),
    ])
  }

  /// The spec, all but what is read from the file's bytes.
  func spec(_ id: DisputeID, _ source: SourceFile) throws -> PlainValue {
    .fields([
      "name": .text(id.name), "kind": kind?.wire, "compartment": compartment.wire,
      "title": .text(title ?? source.name), "source": .text(of: self.source),
      "fileName": .text(source.name),
      "mediaType": .text(mediaType ?? MediaType.of(fileName: source.name)),
      "direction": incoming
        ? .text("DIRECTION_INCOMING") : outgoing ? .text("DIRECTION_OUTGOING") : nil,
      "occurTime": at?.time, "items": item.isEmpty ? nil : .list(item.map { .whole($0) }),
      "madeForMediation": madeForMediation ? .bool(true) : nil, "etag": .text(of: target.etag),
      "provenance": origin.provenance, "rendition": origin.rendition(id),
      "lateReason": .text(of: late),
    ])
  }
}
