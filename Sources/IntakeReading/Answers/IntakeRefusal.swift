/// Why a file was not read. The file is not half read: nothing else of it is answered.
package struct IntakeRefusal: Error, Hashable, Sendable {
  /// The kinds of reasons; a promise to those who read the answers.
  package enum Reason: String, CaseIterable, Sendable {
    /// It is not what it was taken for.
    case notMail = "NOT_MAIL"
    case notAnArchive = "NOT_AN_ARCHIVE"
    /// It has nothing in it.
    case empty = "EMPTY"
    case tooLarge = "TOO_LARGE"
    case tooManyParts = "TOO_MANY_PARTS"
    case tooDeep = "TOO_DEEP"
    case tooManyHeaders = "TOO_MANY_HEADERS"
    case headersTooLarge = "HEADERS_TOO_LARGE"
    case tooManyAttachments = "TOO_MANY_ATTACHMENTS"
    case tooManyAddresses = "TOO_MANY_ADDRESSES"
    case tooManyMessages = "TOO_MANY_MESSAGES"
    case tooManyEntries = "TOO_MANY_ENTRIES"
    case answerTooLarge = "ANSWER_TOO_LARGE"
    /// Its end is missing.
    case cutOff = "CUT_OFF"
    /// Two readers could understand it differently.
    case ambiguous = "AMBIGUOUS"
    /// What it says does not hold together.
    case malformed = "MALFORMED"
    /// An archive that unfolds to far more than it is.
    case unfolds = "UNFOLDS_TOO_FAR"
    /// An archive with a path or an entry that reaches outside.
    case reachesOutside = "REACHES_OUTSIDE"
    /// It is locked with a password.
    case encrypted = "ENCRYPTED"
    /// A document that holds no text: pictures of pages, as a scanner makes them.
    case noText = "NO_TEXT"
    /// A format that nothing here reads.
    case formatNotRead = "FORMAT_NOT_READ"
    /// Reading it takes longer than it may.
    case tookTooLong = "TOOK_TOO_LONG"
    /// Its reader came to harm: it is damaged, made to do harm, or takes more memory than there is.
    case brokeOff = "BROKE_OFF"
    /// The process was not started as it must be.
    case misused = "MISUSED"
    /// The platform refused a step of the confinement.
    case notConfined = "NOT_CONFINED"
    /// Reading or writing failed.
    case failed = "FAILED"
  }

  package let reason: Reason
  /// One sentence. It names no content beyond what the reader needs to find the place.
  package let sentence: String

  init(_ reason: Reason, _ sentence: String) {
    (self.reason, self.sentence) = (reason, sentence)
  }

  /// The answer.
  package var answer: AnswerValue { .fields([("refused", reasonAndSentence)]) }

  /// The two, as a part of an answer.
  var reasonAndSentence: AnswerValue {
    .fields([("reason", .text(reason.rawValue)), ("sentence", .text(sentence))])
  }
}
