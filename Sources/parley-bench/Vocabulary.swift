/// Numbers that are the same in every run (SplitMix64).
struct Chance {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var value = state
    value = (value ^ value >> 30) &* 0xbf58_476d_1ce4_e5b9
    value = (value ^ value >> 27) &* 0x94d0_49bb_1331_11eb
    return value ^ value >> 31
  }

  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }
}

/// Invented words that occur as those of a language do: the n-th about n times less often.
enum Vocabulary {
  static let count = 20_000
  private static let syllables = [
    "ba", "ce", "di", "fo", "gu", "la", "me", "ni", "po", "ru", "sa", "te", "vi", "wo", "zu", "ka",
    "ler", "min", "tor", "dan",
  ]

  /// The word of a rank; all are different.
  static func word(_ rank: Int) -> String {
    var rest = rank
    var word = ""
    repeat {
      word += syllables[rest % syllables.count]
      rest /= syllables.count
    } while rest > 0
    return word + (word.count < 4 ? "ne" : "")
  }

  /// So many words in a row.
  static func text(words: Int, _ chance: inout Chance) -> String {
    var text: [String] = []
    for _ in 0..<words {
      // The logarithm of a rank is spread evenly, as it nearly is in a language.
      let octave = 1 << chance.below(15)
      text.append(word((octave - 1 + chance.below(octave)) % count))
    }
    return text.joined(separator: " ")
  }
}
