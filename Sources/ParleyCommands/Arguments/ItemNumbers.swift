import ArgumentParser
import ParleyClient

/// Numbers of claim items: `1,3`.
struct ItemNumbers: Hashable, Sendable, ExpressibleByArgument {
  let numbers: [Int]

  init?(argument: String) {
    let parts = argument.split(separator: ",", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Int($0) }.filter { $0 > 0 }
    guard numbers.count == parts.count, Set(numbers).count == numbers.count else { return nil }
    self.numbers = numbers
  }

  var wire: PlainValue { .list(numbers.map(PlainValue.whole)) }
}
