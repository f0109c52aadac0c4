import JournalWire
import ParleyDomain
import SwiftProtobuf

/// An entry as it is stored: three parts of proto3-JSON. The bytes are hashed as they stand and
/// never encoded again.
struct EntryForm: Sendable {
  /// The newest version of the form that this build reads, and the one it writes.
  static let schemaVersion: UInt32 = 1

  let header: [UInt8]
  let facts: [UInt8]
  let words: [UInt8]

  /// The place of an entry: what its header says beside what the rules made.
  struct Place {
    let dispute: DisputeID
    let compartment: Compartment
    let sequence: UInt64
  }

  init(_ entry: Entry, at place: Place, filedAt: Instant) throws {
    let facts = try entry.event.stored()
    header = try StoredHeader(entry, facts, at: place, filedAt: filedAt).jsonUTF8Bytes()
    self.facts = try facts.jsonUTF8Bytes()
    words = try StoredWords.with { words in
      words.words = entry.words.map { word in
        .with {
          $0.path = word.path
          $0.text = word.text
        }
      }
    }.jsonUTF8Bytes()
  }

  /// Reads an entry back; words are nil where they were erased. Throws
  /// ``JournalFault/damaged(reason:)`` for anything this build does not know, an unknown field
  /// included, and where the header names another place than the one it stands in.
  static func decoded(
    header: [UInt8], facts: [UInt8], words: [UInt8]?, at place: Place
  ) throws -> (entry: Entry, filedAt: Instant) {
    let header = try read(StoredHeader.self, header, "header")
    guard header.schemaVersion == schemaVersion else { throw unreadable("version") }
    let facts = try read(StoredFacts.self, facts, "facts")
    let words = try words.map { try read(StoredWords.self, $0, "words").words } ?? []
    guard header.dispute == place.dispute.text, header.compartment == place.compartment.code,
      header.sequence == place.sequence, header.event == facts.kind
    else { throw unreadable("place") }
    let entry = Entry(
      compartment: place.compartment, event: try Event(stored: facts),
      transition: try header.readTransition(),
      actor: header.actor.isEmpty ? nil : MemberID(header.actor),
      recordedFor: try header.readRecordedFor(), effectiveAt: instant(header.effectiveMs),
      words: words.map { Word($0.path, $0.text) })
    return (entry, instant(header.filedMs))
  }

  private static func read<Message: SwiftProtobuf.Message>(
    _ type: Message.Type, _ bytes: [UInt8], _ what: String
  ) throws -> Message {
    do {
      return try Message(jsonUTF8Bytes: bytes)
    } catch {
      throw unreadable(what)
    }
  }
}
