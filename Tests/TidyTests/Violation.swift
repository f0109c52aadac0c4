/// One place where a house rule is broken.
struct Violation: Hashable, CustomStringConvertible {
  let path: String
  /// Counted from 1; nil where it concerns the file as a whole.
  let line: Int?
  let reason: String

  init(_ path: String, line: Int? = nil, _ reason: String) {
    self.path = path
    self.line = line
    self.reason = reason
  }

  var description: String {
    "\(path)\(line.map { ":\($0)" } ?? ""): \(reason)"
  }
}
