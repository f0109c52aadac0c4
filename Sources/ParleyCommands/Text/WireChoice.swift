package import ArgumentParser
package import ParleyClient

/// A choice typed in lower case with hyphens, sent as the API's name with its prefix.
package protocol WireChoice: RawRepresentable<String>, CaseIterable, ExpressibleByArgument, Sendable
{
  /// `PAYMENT_METHOD` of `PAYMENT_METHOD_BANK_TRANSFER`.
  static var prefix: String { get }
}

extension WireChoice {
  /// The value of the API.
  package var wire: PlainValue {
    .text(Self.prefix + "_" + rawValue.uppercased().replacing("-", with: "_"))
  }
}
