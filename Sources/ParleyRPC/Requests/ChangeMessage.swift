import ParleyWire
import SwiftProtobuf

/// A request that writes: it has an id, so that a repeat is recognised, and a dry run.
protocol WriteMessage: Message, _ProtoNameProviding, Sendable {
  var requestID: String { get }
  var validateOnly: Bool { get }
}

/// A request that changes one dispute.
protocol ChangeMessage: WriteMessage {
  var name: String { get }
  var etag: String { get }
}

/// A change that can be recorded for a party without an account.
protocol RecordableMessage: ChangeMessage {
  var recordedFor: Parley_V1_RecordedAct { get }
  var hasRecordedFor: Bool { get }
}
