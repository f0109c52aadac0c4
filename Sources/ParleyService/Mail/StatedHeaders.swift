import ParleyDomain
package import ParleyIntake

/// The headers of an e-mail, as an exhibit keeps them.
package struct MailHeaders: Hashable, Sendable {
  package let messageID: String
  /// The ids it answers and refers to, the nearest last.
  package let inReplyTo: String
  package let from: String
  package let to: String
  /// As it was written.
  package let date: String
  package let subject: String

  package init(_ head: MailHead) {
    messageID = Self.fitting([head.messageId ?? ""], " ")
    // The nearest stand last; the farthest are left out where they are too many.
    let referred = head.references + head.inReplyTo.filter { !head.references.contains($0) }
    inReplyTo = Self.fitting(referred.reversed(), " ")
      .split(separator: " ").reversed().joined(separator: " ")
    from = Self.fitting(head.from.map(Self.shown), ", ")
    to = Self.fitting((head.to + head.cc).map(Self.shown), ", ")
    date = String((head.date?.written ?? "").prefix(300))
    subject = String((head.subject ?? "").prefix(1_000))
  }

  private static func shown(_ party: MailParty) -> String {
    party.name.isEmpty || party.address.isEmpty
      ? party.name + party.address : "\(party.name) <\(party.address)>"
  }

  /// As many as fit into what an exhibit keeps.
  private static func fitting(_ texts: [String], _ separator: String) -> String {
    var joined = ""
    for text in texts where !text.isEmpty {
      let longer = joined.isEmpty ? text : joined + separator + text
      guard longer.count <= 1_000 else { break }
      joined = longer
    }
    return joined
  }
}

/// What was stated of an e-mail's headers when it was filed. It is the filer's word; the file itself
/// says what it says.
package struct StatedHeaders: Sendable {
  package enum Name: String, CaseIterable, Codable, Sendable {
    case messageID = "MESSAGE_ID"
    case inReplyTo = "IN_REPLY_TO"
    case from = "FROM"
    case to = "TO"
    case date = "DATE"
    case subject = "SUBJECT"
  }

  private let stated: [Name: String]

  init(of exhibit: Exhibit, in dispute: Dispute) {
    let place = exhibit.id.compartment
    let words = dispute.records[place]?.words ?? [:]
    let path = "exhibit.\(place.exhibitPrefix)-\(exhibit.id.number)"
    stated = [
      .messageID: words["\(path).messageId"] ?? "", .inReplyTo: words["\(path).inReplyTo"] ?? "",
      .from: words["\(path).from"] ?? "", .to: words["\(path).to"] ?? "",
      .date: words["\(path).date"] ?? "", .subject: words["\(path).subject"] ?? "",
    ]
  }

  /// Those that were stated and that the file says otherwise. What was not stated differs from nothing.
  func differing(from headers: MailHeaders) -> [Name] {
    Name.allCases.filter { name in
      let stated = Self.folded(stated[name] ?? "")
      guard !stated.isEmpty else { return false }
      let found =
        switch name {
        case .messageID: headers.messageID
        case .inReplyTo: headers.inReplyTo
        case .from: headers.from
        case .to: headers.to
        case .date: headers.date
        case .subject: headers.subject
        }
      return stated != Self.folded(found)
    }
  }

  /// Blanks and composition aside, which the way through a form may change.
  private static func folded(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
