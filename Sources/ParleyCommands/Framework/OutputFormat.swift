import ArgumentParser
import TerminalKit

/// The forms results are written in.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument, Sendable {
  case table
  case json
  case jsonl
  case yaml
  case id
}

/// When to paint; the value of `--color`.
enum ColorWhen: String, CaseIterable, ExpressibleByArgument, Sendable {
  case auto
  case always
  case never

  var choice: ColorChoice {
    switch self {
    case .auto: .auto
    case .always: .always
    case .never: .never
    }
  }
}

/// How times are written for people.
enum TimeForm: String, CaseIterable, ExpressibleByArgument, Sendable {
  case relative
  case iso
}
