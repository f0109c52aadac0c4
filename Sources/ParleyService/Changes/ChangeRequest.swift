package import OpenSSLKit
package import ParleyDomain
import ParleyProfiles

/// A state-changing call, read and complete, before any rule has looked at it.
package struct ChangeRequest: Sendable {
  /// What is asked for.
  package enum Ask: Sendable {
    case command(Command)
    /// Accepts an offer; the text of the agreement, which its hash binds, is made when it is
    /// accepted.
    case acceptOffer(number: Int)
    /// Proposes a bidding; its terms are put into a text, which its hash binds.
    case openBidding(BiddingTerms, Authority)
    /// Bids; what is kept of the amount is sealed before anything is written.
    case placeBid(number: Int, round: Int, amount: Money)
    /// Makes an exhibit of a note; the file is made of its words when it is published.
    case publishNote(NoteReference, items: [Int])
  }

  package let dispute: DisputeID
  package let ask: Ask
  package let words: [Word]
  package let recordedFor: RecordedAct?
  package let freshness: Freshness
  package let repeatability: Repeatability
  /// Check everything, keep nothing.
  package let validateOnly: Bool
  /// Where the bytes of an exhibit lie already; nil where there are none yet.
  let place: Compartment?

  package init(
    dispute: DisputeID, ask: Ask, words: [Word] = [], recordedFor: RecordedAct? = nil,
    freshness: Freshness = .any, repeatability: Repeatability, validateOnly: Bool = false,
    place: Compartment? = nil
  ) {
    self.place = place
    self.dispute = dispute
    self.ask = ask
    self.words = words
    self.recordedFor = recordedFor
    self.freshness = freshness
    self.repeatability = repeatability
    self.validateOnly = validateOnly
  }
}

/// A call that opens a dispute.
package struct OpeningRequest: Sendable {
  package let opening: DisputeOpening
  package let words: [Word]
  /// The rule profile it is to be opened under.
  package let profile: String
  package let repeatability: Repeatability
  package let validateOnly: Bool
  /// The contract on the organization's register that it rests on; its form, type, law, clauses, day
  /// and terms then are those of the register.
  package let registration: Int?

  package init(
    opening: DisputeOpening, words: [Word], profile: String = ProfileShelf.standard,
    repeatability: Repeatability, validateOnly: Bool = false, registration: Int? = nil
  ) {
    self.registration = registration
    self.profile = profile
    self.opening = opening
    self.words = words
    self.repeatability = repeatability
    self.validateOnly = validateOnly
  }
}

/// What the caller last read and decides on.
package enum Freshness: Hashable, Sendable {
  /// Nothing stated: the rules alone decide.
  case any
  /// The etag of the dispute as the caller saw it.
  case dispute(String)
  /// The etag of the offer that is acted upon.
  case offer(Int, String)
  /// The etag of the agreement that is signed.
  case agreement(String)
}

/// What makes a repeat recognisable.
package struct Repeatability: Hashable, Sendable {
  /// A UUID the client chose, in lower case.
  package let requestID: String
  /// The hash of the whole request, its id left out.
  package let content: SHA256Digest
  /// A short fingerprint of every field by its path.
  package let fields: [String: String]

  package init(requestID: String, content: SHA256Digest, fields: [String: String]) {
    self.requestID = requestID
    self.content = content
    self.fields = fields
  }
}
