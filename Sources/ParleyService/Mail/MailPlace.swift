package import ParleyDomain
import ParleyIntake

/// A dispute that an e-mail may belong to, and what speaks for it.
package struct MailPlace: Hashable, Sendable {
  package enum Link: String, CaseIterable, Sendable {
    /// It answers an e-mail in evidence there, or is answered by one.
    case thread
    /// It names an invoice claimed there.
    case invoice
    /// It went from or to an address of a party there.
    case address
  }

  package let dispute: DisputeID
  package let title: String
  package let links: [Link]
  /// Seen from the claimant; nil where the addresses do not tell.
  package let direction: Direction?

  /// A thread says more than an invoice, and an invoice more than an address.
  var weight: Int {
    links.reduce(0) { sum, link in
      switch link {
      case .thread: sum + 4
      case .invoice: sum + 2
      case .address: sum + 1
      }
    }
  }
}

/// What one dispute is known by in e-mails, as far as the caller sees it.
struct MailMarks: Sendable {
  let dispute: DisputeID
  let title: String
  private let ids: Set<String>
  private let answered: Set<String>
  private let invoices: [String]
  private let claimant: String
  private let respondent: String

  /// - Parameter sheet: the dispute as the caller sees it, so that nothing else can speak.
  init(_ sheet: Sheet) {
    let seen = sheet.dispute
    dispute = seen.id
    let words = seen.records[.caseFile]?.words ?? [:]
    claimant = (words["claimant.email"] ?? "").lowercased()
    respondent = (words["respondent.email"] ?? "").lowercased()
    let own = words["claimant.name"] ?? sheet.organizationName
    title = "\(own) v \(words["respondent.name"] ?? "")"
    invoices = words.filter { $0.key.hasPrefix("item.") && $0.key.hasSuffix(".number") }
      .map { $0.value.lowercased() }
    var ids: Set<String> = []
    var answered: Set<String> = []
    // Of the case file alone: what is confided is shown to nobody unrecorded, not even by a hint.
    for (path, word) in words where path.hasPrefix("exhibit.") {
      if path.hasSuffix(".messageId") { ids.insert(word) }
      if path.hasSuffix(".inReplyTo") {
        answered.formUnion(word.split(separator: " ").map(String.init))
      }
    }
    (self.ids, self.answered) = (ids, answered)
  }

  /// How an e-mail stands to the dispute; nil where nothing links them.
  func place(of head: MailHead, text: String) -> MailPlace? {
    var links: [MailPlace.Link] = []
    let referred = head.inReplyTo + head.references
    let isAnswered = head.messageId.map { answered.contains($0) || ids.contains($0) } ?? false
    if isAnswered || referred.contains(where: ids.contains) { links.append(.thread) }
    let said = "\(head.subject ?? "")\n\(text)".lowercased()
    if invoices.contains(where: { Self.names($0, in: said) }) { links.append(.invoice) }
    let everybody = (head.from + head.to + head.cc).map { $0.address.lowercased() }
    if everybody.contains(where: { !$0.isEmpty && $0 == respondent }) { links.append(.address) }
    guard !links.isEmpty else { return nil }
    return MailPlace(dispute: dispute, title: title, links: links, direction: direction(of: head))
  }

  /// Where a dispute was named and nothing links the e-mail to it.
  func named(_ head: MailHead) -> MailPlace {
    MailPlace(dispute: dispute, title: title, links: [], direction: direction(of: head))
  }

  /// From the respondent it came in; to the respondent, or from the claimant, it went out. Colleagues
  /// at the same domain count where the two sides' domains differ.
  private func direction(of head: MailHead) -> Direction? {
    let from = (head.from + head.sender).map { $0.address.lowercased() }
    let to = (head.to + head.cc + head.bcc).map { $0.address.lowercased() }
    if from.contains(respondent), !respondent.isEmpty { return .incoming }
    if from.contains(claimant), !claimant.isEmpty { return .outgoing }
    if to.contains(respondent), !respondent.isEmpty { return .outgoing }
    let theirs = Self.domain(respondent)
    guard !theirs.isEmpty, theirs != Self.domain(claimant) else { return nil }
    if from.contains(where: { Self.domain($0) == theirs }) { return .incoming }
    return to.contains { Self.domain($0) == theirs } ? .outgoing : nil
  }

  private static func domain(_ address: String) -> String {
    address.lastIndex(of: "@").map { String(address[address.index(after: $0)...]) } ?? ""
  }

  /// Whether an invoice's number stands in a text by itself and not inside a longer one. Numbers
  /// below four characters are too common to say anything.
  private static func names(_ invoice: String, in text: String) -> Bool {
    guard invoice.count >= 4 else { return false }
    return text.ranges(of: invoice).contains { range in
      let before = text[..<range.lowerBound].last
      let after = text[range.upperBound...].first
      return [before, after].allSatisfy { $0.map { !$0.isLetter && !$0.isNumber } ?? true }
    }
  }
}
