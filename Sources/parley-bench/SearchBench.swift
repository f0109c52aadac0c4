import ArgumentParser
import Foundation
import Logging
import OpenSSLKit
import ParleyDomain
import ParleyService
import ParleyStore

/// Measures the full text: makes a store of so many entries, in this process and through the same rules
/// as the server does, and searches it as several people.
struct SearchBench: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Median and 99th percentile of searches, and the size of the index.",
    discussion: """
      Example:

        parley-bench search --entries 1000000 --disputes 10000

      Nine tenths of the entries are of one organization, the rest of another; notes of 30 words, drawn
      from 20,000 as words are in a language: few often, most seldom. With --keep the store stays, and
      is measured again where it is there already.
      """)

  @Option(help: "Entries of notes.") var entries = 1_000_000
  @Option(help: "Disputes they stand in.") var disputes = 10_000
  @Option(help: "Searches of each kind.") var searches = 300
  @Option(help: "A folder to keep the store in.") var keep: String?

  func validate() throws {
    guard (1...10_000_000).contains(entries), (2...entries).contains(disputes),
      (10...100_000).contains(searches)
    else { throw ValidationError("Give more entries than disputes, and at least 10 searches.") }
  }

  func run() async throws {
    let folder =
      keep.map { URL(filePath: $0) }
      ?? FileManager.default.temporaryDirectory
      .appending(path: "parley-search-\(UUID().uuidString.lowercased())")
    defer { if keep == nil { try? FileManager.default.removeItem(at: folder) } }
    let path = folder.appending(path: "data").path
    let isThere = FileManager.default.fileExists(atPath: path)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let store = try await SearchStore.open(at: path, folder: folder, isThere: isThere)
    if !isThere { try await fill(store) }
    try await measure(store)
    await store.registrar.close()
  }

  private func fill(_ store: SearchStore) async throws {
    let begun = ContinuousClock.now
    func seconds() -> Int { Int((ContinuousClock.now - begun) / .seconds(1)) }
    try await store.fill(entries: entries, disputes: disputes) { count in
      Progress.say("\(count) notes after \(seconds()) s")
    }
    Progress.say("\(entries) notes in \(disputes) disputes made in \(seconds()) s")
    let behind = ContinuousClock.now
    while try !store.registrar.journal.read({ try $0.isSearchComplete() }) {
      store.registrar.journal.catchUpSearch()
      try await Task.sleep(for: .milliseconds(200))
    }
    Progress.say("the index came up \(Int((ContinuousClock.now - behind) / .seconds(1))) s later")
  }

  private func measure(_ store: SearchStore) async throws {
    let (index, texts) = try store.registrar.journal.read { try $0.searchBytes() }
    Progress.say("index \(index >> 20) MiB for \(texts >> 20) MiB of text")
    for (name, caller) in [("of nine tenths", store.large), ("of one tenth", store.small)] {
      Progress.say("as a broker who sees the disputes \(name):")
      var all: [Int64] = []
      for kind in SearchText.Sample.allCases {
        var chance = Chance(seed: 7)
        var took: [Int64] = []
        var hits = 0
        for _ in 0..<searches {
          let text = try SearchText(kind.query(&chance))
          let begun = ContinuousClock.now
          let findings = try await store.registrar.search(
            SearchAsk(text), after: nil, for: caller)
          took.append(Int64((ContinuousClock.now - begun) / .microseconds(1)))
          hits += findings.found.count
        }
        all += took
        Progress.say(Self.line(kind.rawValue, took, hits: hits / searches))
      }
      Progress.say(Self.line("all", all, hits: nil))
    }
  }

  private static func line(_ name: String, _ took: [Int64], hits: Int?) -> String {
    let sorted = took.sorted()
    func at(_ share: Double) -> String {
      let value = sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))]
      return String(format: "%9.2f ms", Double(value) / 1000)
    }
    let padded = name.padding(toLength: 22, withPad: " ", startingAt: 0)
    let found = hits.map { "  \($0) of a page of 50 found" } ?? ""
    return "  \(padded) p50 \(at(0.5))  p99 \(at(0.99))  most \(at(1))\(found)"
  }
}

extension SearchText {
  /// What people look for.
  enum Sample: String, CaseIterable {
    case common = "a common word"
    case rare = "a rare word"
    case both = "a common and a rare one"
    case phrase = "a phrase"
    case beginning = "a beginning"
    case nothing = "a word that is nowhere"

    func query(_ chance: inout Chance) -> String {
      switch self {
      case .common: Vocabulary.word(chance.below(20))
      case .rare: Vocabulary.word(5_000 + chance.below(15_000))
      case .both:
        Vocabulary.word(chance.below(20)) + " " + Vocabulary.word(2_000 + chance.below(2_000))
      case .phrase:
        "\"" + Vocabulary.word(chance.below(100)) + " " + Vocabulary.word(chance.below(100)) + "\""
      case .beginning: Vocabulary.word(chance.below(20_000)).prefix(4) + "*"
      case .nothing: "zzz" + Vocabulary.word(chance.below(20_000))
      }
    }
  }
}
