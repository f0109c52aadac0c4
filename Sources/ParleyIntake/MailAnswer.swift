/// A stretch of the contents of a reading.
package struct Stretch: Hashable, Sendable, Decodable {
  package let offset: Int64
  package let bytes: Int64
}

/// Where a message lies in a mailbox file.
package struct MailSlice: Hashable, Sendable, Decodable {
  package let from: Int64
  package let bytes: Int64
  /// Whether lines of it were changed on the way into the mailbox.
  package let escaped: Bool

  package init(from: Int64, bytes: Int64, escaped: Bool) {
    (self.from, self.bytes, self.escaped) = (from, bytes, escaped)
  }
}

/// A person or mailbox in a header.
package struct MailParty: Hashable, Sendable, Decodable {
  package let name: String
  /// Empty where there is none.
  package let address: String
}

/// What the headers of a message say. All of it is claimed by its sender and those on its way;
/// nothing is proved by it.
package struct MailHead: Hashable, Sendable, Decodable {
  package struct Moment: Hashable, Sendable, Decodable {
    /// As it was written.
    package let written: String
    /// Seconds since 1970; nil where it cannot be read.
    package let seconds: Int64?
    /// Minutes east of Greenwich; nil where the zone is not known.
    package let offsetMinutes: Int?
  }

  package struct Claims: Hashable, Sendable, Decodable {
    package let authenticationResults: [String]
    package let dkimSignatures: [String]
  }

  package let messageId: String?
  package let inReplyTo: [String]
  package let references: [String]
  package let subject: String?
  package let date: Moment?
  package let from: [MailParty]
  package let sender: [MailParty]
  package let replyTo: [MailParty]
  package let to: [MailParty]
  package let cc: [MailParty]
  package let bcc: [MailParty]
  package let received: [String]
  package let claims: Claims
}

/// Text that was found, in UTF-8.
package struct FoundText: Hashable, Sendable, Decodable {
  package let offset: Int64
  package let bytes: Int64
  /// How it was taken: `plain`, `html`, `pdf`, `ooxml`, `odf` or `rtf`.
  package let from: String
  package let charset: String
  /// Characters that had no meaning and were replaced.
  package let replaced: Int

  package var stretch: Stretch { Stretch(offset: offset, bytes: bytes) }
}

/// A part of a message that is not its text.
package struct MailAttachment: Hashable, Sendable, Decodable {
  /// The headers of an attached message, or why it cannot be read.
  package enum Enclosed: Hashable, Sendable, Decodable {
    case head(MailHead)
    case refused(reason: String)

    private enum Key: String, CodingKey { case refused, reason }

    package init(from decoder: any Decoder) throws {
      let fields = try decoder.container(keyedBy: Key.self)
      if fields.contains(.refused) {
        let refused = try fields.nestedContainer(keyedBy: Key.self, forKey: .refused)
        self = .refused(reason: try refused.decode(String.self, forKey: .reason))
      } else {
        self = .head(try MailHead(from: decoder))
      }
    }
  }

  package let number: Int
  /// Made safe for a disk.
  package let name: String
  package let declaredName: String?
  package let declaredType: String
  /// What its bytes are, whatever it is declared to be.
  package let foundType: String
  package let inline: Bool
  package let contentId: String?
  package let offset: Int64
  package let bytes: Int64
  package let sha256: String
  package let message: Enclosed?

  package var stretch: Stretch { Stretch(offset: offset, bytes: bytes) }
}

/// One message, understood whole.
package struct MailAnswer: Hashable, Sendable, Decodable {
  package let bytes: Int64
  package let sha256: String
  package let head: MailHead
  package let text: FoundText?
  package let attachments: [MailAttachment]
  /// What had to be guessed, replaced or passed over.
  package let notes: [String]
}

/// Any other file.
package struct FileAnswer: Hashable, Sendable, Decodable {
  package struct Entry: Hashable, Sendable, Decodable {
    package let path: String
    package let bytes: Int64
    package let folder: Bool
  }

  package struct Archive: Hashable, Sendable, Decodable {
    package let entries: [Entry]
    package let unfoldedBytes: Int64
  }

  package let type: String
  package let bytes: Int64
  package let sha256: String
  package let text: FoundText?
  package let archive: Archive?
}
