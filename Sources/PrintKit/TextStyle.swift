/// How a run of text is set.
enum TextStyle {
  case title
  case heading
  case body
  case bold
  case amount
  /// Above amounts.
  case amountTitle
  case verbatim
  case footer

  /// As pango names a font. One family, so that a document looks the same wherever it is installed;
  /// scripts that it lacks are taken from what else there is.
  var font: String {
    switch self {
    case .title: "DejaVu Sans Bold 15"
    case .heading: "DejaVu Sans Bold 11"
    case .body, .amount: "DejaVu Sans 8.5"
    case .bold, .amountTitle: "DejaVu Sans Bold 8.5"
    case .verbatim: "DejaVu Sans Mono 7.5"
    case .footer: "DejaVu Sans 7"
    }
  }

  var isRightAligned: Bool {
    switch self {
    case .amount, .amountTitle: true
    default: false
    }
  }
}
