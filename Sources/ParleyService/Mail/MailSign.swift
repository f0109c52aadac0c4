/// A sentence of an e-mail that seems to say something about money. It is pointed out to a person and
/// nothing follows from it: a promise is kept, an offer made and a payment posted by people.
package struct MailSign: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    case promise, offer, payment
  }

  package let kind: Kind
  /// As commands take it: `EUR 8400.00`.
  package let amount: String
  package let sentence: String

  /// The signs in a text, in its order. Lines that quote an earlier message are passed over: they are
  /// somebody else's words.
  package static func all(in text: String) -> [MailSign] {
    var signs: [MailSign] = []
    for sentence in sentences(text.prefix(ServiceLimits.mailTextCharactersMax)) {
      guard signs.count < ServiceLimits.mailSignsMax else { break }
      guard let kind = kind(of: sentence.lowercased()), let amount = amount(in: sentence) else {
        continue
      }
      signs.append(MailSign(kind: kind, amount: amount, sentence: String(sentence.prefix(300))))
    }
    return signs
  }

  private static func sentences(_ text: Substring) -> [String] {
    var sentences: [String] = []
    var current = ""
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let isQuoted = line.first == ">"
      if isQuoted || line.allSatisfy(\.isWhitespace) {
        sentences.append(current)
        current = ""
        continue
      }
      for word in line.split(whereSeparator: \.isWhitespace) {
        current += (current.isEmpty ? "" : " ") + word
        if let last = word.last, ".!?;".contains(last) {
          sentences.append(current)
          current = ""
        }
      }
    }
    sentences.append(current)
    return sentences.filter { !$0.isEmpty }
  }

  private static func kind(of sentence: String) -> Kind? {
    func says(_ words: [String]) -> Bool { words.contains { sentence.contains($0) } }
    let isDenied = says([" not ", "n't", "cannot", "never"])
    guard !isDenied else { return nil }
    if says(["offer", "propose", "full and final", "in settlement", "settle for"]) {
      return .offer
    }
    let isAhead = says(["will ", "'ll ", "shall ", "going to ", "promise"])
    if isAhead, says(["pay", "paid", "transfer", "send", "remit"]) { return .promise }
    if says(["paid", "transferred", "remitted", "have sent", "payment of"]) { return .payment }
    return nil
  }

  private static let signs = ["€": "EUR", "$": "USD", "£": "GBP", "¥": "JPY"]
  private static let codes: Set<String> = [
    "EUR", "USD", "GBP", "CHF", "JPY", "CAD", "AUD", "SEK", "NOK", "DKK", "PLN", "CZK", "BRL",
  ]

  /// The first amount with a currency.
  private static func amount(in sentence: String) -> String? {
    let words = sentence.split(separator: " ").map {
      String($0).trimmingMarks(",;:.!?()\"'")
    }
    for (index, word) in words.enumerated() {
      let next = index + 1 < words.count ? words[index + 1] : ""
      if codes.contains(word.uppercased()), let number = number(next) {
        return "\(word.uppercased()) \(number)"
      }
      if codes.contains(next.uppercased()), let number = number(word) {
        return "\(next.uppercased()) \(number)"
      }
      if let code = word.first.flatMap({ signs[String($0)] }) {
        if let number = number(String(word.dropFirst())) ?? number(next) {
          return "\(code) \(number)"
        }
      }
      if let code = word.last.flatMap({ signs[String($0)] }),
        let number = number(String(word.dropLast()))
      {
        return "\(code) \(number)"
      }
    }
    return nil
  }

  /// `8,400.00`, `8.400,00` and `8'400` alike: a mark with exactly two digits behind it parts the
  /// cents, every other one groups.
  private static func number(_ text: String) -> String? {
    let marks: Set<Character> = [",", ".", "'"]
    guard let first = text.first, first.isASCII, first.isNumber, text.count <= 20,
      text.allSatisfy({ $0.isASCII && $0.isNumber || marks.contains($0) })
    else { return nil }
    let digits = text.filter(\.isNumber)
    guard let mark = text.lastIndex(where: { marks.contains($0) }),
      text[mark...].count == 3, text[mark] != "'"
    else { return digits }
    return "\(digits.dropLast(2)).\(digits.suffix(2))"
  }
}

extension String {
  /// Without these characters at either end.
  fileprivate func trimmingMarks(_ marks: String) -> String {
    var rest = self[...]
    while let first = rest.first, marks.contains(first) { rest = rest.dropFirst() }
    while let last = rest.last, marks.contains(last) { rest = rest.dropLast() }
    return String(rest)
  }
}
