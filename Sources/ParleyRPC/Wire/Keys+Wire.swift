import DocketChain
import Foundation
import OpenSSLKit
import ParleyDomain
import ParleyService
import ParleyStore
import ParleyWire
import SwiftProtobuf

extension Parley_V1_SigningKey {
  init(_ key: RegisteredKey) {
    self.init()
    name = "keys/\(key.id)"
    publicKey = Data(key.publicKey.raw)
    createTime = .init(key.usedFrom)
    if let until = key.usedUntil { retireTime = .init(until) }
    guard let word = key.endorsement else { return }
    endorsement.endorser = "keys/\(word.endorser)"
    endorsement.endorseTime = .init(Instant(milliseconds: Int64(clamping: word.endorsedAt)))
    endorsement.signature = Data(word.signature)
  }
}

extension Parley_V1_Read {
  init(_ seen: SeenRead) {
    self.init()
    let read = seen.recorded.read
    compartment = .init(read.compartment)
    reader = read.reader.name
    readerDisplayName = seen.readerName ?? ""
    way = .init(read.way)
    firstSequence = read.sequences?.lowerBound ?? 0
    lastSequence = read.sequences?.upperBound ?? 0
    if let number = read.exhibit {
      exhibit = read.dispute.exhibit(ExhibitID(compartment: read.compartment, number: number))
    }
    full = read.isWhole
    firstTime = .init(seen.recorded.firstAt)
    lastTime = .init(seen.recorded.lastAt)
  }
}

extension Parley_V1_ReadWay {
  fileprivate init(_ way: ReadWay) {
    self =
      switch way {
      case .entries: .entries
      case .watch: .watch
      case .download: .download
      case .list: .list
      case .search: .search
      }
  }
}
