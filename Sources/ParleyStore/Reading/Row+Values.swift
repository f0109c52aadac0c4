import DocketChain
import Foundation
import GRDB
import OpenSSLKit
import ParleyDomain

extension SHA256Digest {
  /// As stored.
  var blob: Data { Data(bytes) }
}

extension Salt {
  /// As stored.
  var blob: Data { Data(bytes) }
}

extension Row {
  func bytes(_ column: String) -> [UInt8] {
    let stored: Data = self[column]
    return [UInt8](stored)
  }

  func digest(_ column: String) throws -> SHA256Digest {
    guard let digest = SHA256Digest(bytes: bytes(column)) else { throw damaged(column) }
    return digest
  }

  func salt(_ column: String) throws -> Salt {
    guard let salt = Salt(bytes: bytes(column)) else { throw damaged(column) }
    return salt
  }

  func instant(_ column: String) -> Instant {
    Instant(milliseconds: self[column])
  }

  func instantIfAny(_ column: String) -> Instant? {
    let stored: Int64? = self[column]
    return stored.map(Instant.init(milliseconds:))
  }

  /// A column that holds the stable name of an enumeration.
  func value<Value: RawRepresentable>(
    _ column: String, as type: Value.Type = Value.self
  ) throws -> Value where Value.RawValue == String {
    guard let value = Value(rawValue: self[column]) else { throw damaged(column) }
    return value
  }

  func compartment(_ column: String) throws -> Compartment {
    guard let compartment = Compartment(code: self[column]) else { throw damaged(column) }
    return compartment
  }

  /// Names the column, never what stands in it.
  func damaged(_ column: String) -> JournalFault {
    .damaged(reason: "column \(column) does not hold what it should")
  }
}
