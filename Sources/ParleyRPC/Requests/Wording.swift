import ParleyDomain

/// The names, contacts and free texts of a request, each under the path its command takes it by.
/// What is empty was not given.
struct Wording {
  private(set) var words: [Word] = []

  mutating func add(_ path: String, _ text: String) {
    if !text.isEmpty { words.append(Word(path, text)) }
  }
}
