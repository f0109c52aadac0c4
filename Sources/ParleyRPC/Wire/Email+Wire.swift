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
      headers = .init(MailHeaders(answer.head))
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

extension Parley_V1_EmailHeaders {
  init(_ headers: MailHeaders) {
    self.init()
    messageID = headers.messageID
    inReplyTo = headers.inReplyTo
    from = headers.from
    to = headers.to
    date = headers.date
    subject = headers.subject
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
