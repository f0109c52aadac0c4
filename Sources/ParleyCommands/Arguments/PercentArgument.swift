import ArgumentParser

/// A share in percent, `15` or `12.5`, exact to hundredths.
struct PercentArgument: Hashable, Sendable, ExpressibleByArgument {
  let basisPoints: Int

  init?(argument: String) {
    let bare = argument.hasSuffix("%") ? String(argument.dropLast()) : argument
    let parts = bare.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), !parts[0].isEmpty, parts.last?.isEmpty == false,
      parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
      let whole = Int(parts[0]), whole <= 100
    else { return nil }
    var hundredths = parts.count == 2 ? String(parts[1]) : "0"
    guard hundredths.utf8.count <= 2 else { return nil }
    if hundredths.utf8.count == 1 { hundredths += "0" }
    let points = whole * 100 + (Int(hundredths) ?? 0)
    guard points <= 10_000 else { return nil }
    basisPoints = points
  }
}
