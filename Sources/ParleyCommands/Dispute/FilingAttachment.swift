import ParleyClient

/// A file that goes with a new filing.
struct FilingAttachment {
  let file: SourceFile
  let kind: ExhibitChoice
  /// Set for e-mails.
  let direction: String?

  /// What is uploaded, all but size and hash.
  func spec(_ dispute: DisputeID) throws -> PlainValue {
    let head =
      kind == .email ? EmailHead(try file.bytes(from: 0, count: EmailHead.byteCountMax)) : nil
    return .fields([
      "name": .text(dispute.name), "kind": kind.wire, "compartment": CompartmentChoice.case.wire,
      "title": .text(String((head?.subject ?? file.name).prefix(200))),
      "fileName": .text(file.name), "mediaType": .text(MediaType.of(fileName: file.name)),
      "direction": .text(of: direction),
      "occurTime": head?.sentAt.map { .text(Timestamp.text($0)) },
    ])
  }
}
