import ParleyDomain
import ParleyIntake
import ParleyService
import ParleyWire
import SwiftProtobuf

extension Parley_V1_CheckedEmail {
  init(_ checked: CheckedMail, number: Int, of count: Int) {
    self.init()
    self.number = Int32(clamping: number)
    self.count = Int32(clamping: count)
    fileOffset = checked.slice.from
    fileBytes = checked.slice.bytes
    escaped = checked.slice.escaped
    switch checked.outcome {
    case .failure(let fault):
      refusal = fault.reason
      sentence = fault.sentence
    case .success(let read):
      let answer = read.answer
      sizeBytes = answer.bytes
      sha256 = answer.sha256
      headers = .init(answer.head)
      subject = answer.head.subject ?? ""
      if let seconds = answer.head.date?.seconds {
        sendTime = .with { $0.seconds = seconds }
      }
      text = checked.text
      attachments = answer.attachments.map { .init($0) }
      notes = answer.notes
      places = checked.places.map { .init($0) }
      signs = checked.signs.map { .init($0) }
    }
  }
}

extension IntakeFault {
  /// The reason as a token that does not change.
  var reason: String {
    switch self {
    case .refused(let reason, _): reason
    case .stopped: "BROKE_OFF"
    case .tookTooLong: "TOOK_TOO_LONG"
    case .garbage: "NOT_CREDIBLE"
    case .busy: "BUSY"
    case .unavailable: "UNAVAILABLE"
    }
  }
}

extension Parley_V1_EmailHeaders {
  init(_ head: MailHead) {
    self.init()
    messageID = Self.fitting([head.messageId ?? ""], " ")
    // The nearest stand last; the farthest are left out where they are too many.
    let referred = head.references + head.inReplyTo.filter { !head.references.contains($0) }
    inReplyTo = String(Self.fitting(referred.reversed(), " "))
      .split(separator: " ").reversed().joined(separator: " ")
    from = Self.fitting(head.from.map(Self.shown), ", ")
    to = Self.fitting((head.to + head.cc).map(Self.shown), ", ")
    date = String((head.date?.written ?? "").prefix(300))
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

extension Parley_V1_EmailAttachment {
  init(_ attachment: MailAttachment) {
    self.init()
    number = Int32(clamping: attachment.number)
    fileName = attachment.name
    declaredType = attachment.declaredType
    foundType = attachment.foundType
    sizeBytes = attachment.bytes
    sha256 = attachment.sha256
  }
}

extension Parley_V1_EmailPlace {
  init(_ place: MailPlace) {
    self.init()
    dispute = place.dispute.name
    title = place.title
    links = place.links.map { link in
      switch link {
      case .thread: .thread
      case .invoice: .invoice
      case .address: .address
      }
    }
    direction = .init(place.direction)
  }
}

extension Parley_V1_EmailSign {
  init(_ sign: MailSign) {
    self.init()
    kind =
      switch sign.kind {
      case .promise: .promise
      case .offer: .offer
      case .payment: .payment
      }
    amount = sign.amount
    sentence = sign.sentence
  }
}
