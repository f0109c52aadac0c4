import ParleyClient

/// A choice typed in lower case with hyphens, sent as the API's name with its prefix.
protocol WireChoice: RawRepresentable<String>, Sendable {
  /// `PAYMENT_METHOD` of `PAYMENT_METHOD_BANK_TRANSFER`.
  static var prefix: String { get }
}

extension WireChoice {
  /// The value of the API.
  var wire: PlainValue {
    .text(Self.prefix + "_" + rawValue.uppercased().replacing("-", with: "_"))
  }
}
