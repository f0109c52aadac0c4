import Foundation

extension PlainValue {
  /// The bytes that a text of Base64 stands for; nil for any other text.
  package var base64Bytes: [UInt8]? {
    Data(base64Encoded: spelled).map(Array.init)
  }
}
