import Foundation
import ParleyClient
import Synchronization

/// Stands in for a server: answers what a test wrote down, and notes what was asked.
final class ScriptedChannel: ServiceChannel {
  private struct Script {
    var answers: [Procedure: [Result<PlainValue, ServiceRefusal>]] = [:]
    var asked: [(procedure: Procedure, request: PlainValue)] = []
  }

  private let script = Mutex(Script())

  /// Answers a procedure once, after the answers given before; the last one is answered again.
  func answer(_ procedure: Procedure, _ json: String) throws {
    let value = try JSONReader.read(json)
    script.withLock { $0.answers[procedure, default: []].append(.success(value)) }
  }

  /// Answers a procedure from now on with this alone.
  func replace(_ procedure: Procedure, _ json: String) throws {
    let value = try JSONReader.read(json)
    script.withLock { $0.answers[procedure] = [.success(value)] }
  }

  func refuse(_ procedure: Procedure, _ refusal: ServiceRefusal) {
    script.withLock { $0.answers[procedure, default: []].append(.failure(refusal)) }
  }

  /// What a procedure was asked, in order.
  func requests(_ procedure: Procedure) -> [PlainValue] {
    script.withLock { $0.asked.filter { $0.procedure == procedure }.map(\.request) }
  }

  func call(_ procedure: Procedure, _ request: PlainValue) async throws -> PlainValue {
    try script.withLock { script in
      script.asked.append((procedure, request))
      guard let answers = script.answers[procedure], let first = answers.first else {
        // Every command about a dispute ends in asking for its heads: none, unless a test says so.
        if procedure == .listHeads || procedure == .listKeys { return .fields([:]) }
        throw ServiceRefusal(code: .unimplemented, message: "\(procedure) is not scripted")
      }
      if answers.count > 1 { script.answers[procedure]?.removeFirst() }
      return try first.get()
    }
  }

  func watch(
    _ request: PlainValue, take: @escaping (PlainValue) async throws -> Bool
  ) async throws {
    while true {
      guard try await take(call(.watch, request)) else { return }
    }
  }

  func upload(_ upload: ExhibitUpload) async throws -> PlainValue {
    upload.progress(upload.file?.byteCount ?? 0)
    return try await call(.uploadExhibit, upload.spec)
  }

  func checkEmails(
    _ file: SourceFile, in dispute: String?, withContents: Bool,
    take: @escaping (EmailPiece) throws -> Void
  ) async throws {
    let reply = try await call(.checkEmails, .fields(["name": .text(of: dispute)]))
    for email in reply.list("emails") { try take(.email(email)) }
  }

  func download(
    _ exhibit: String, from offset: Int64, take: @escaping (ExhibitPiece) throws -> Void
  ) async throws {
    let reply = try await call(.downloadExhibit, .fields(["name": .text(exhibit)]))
    try take(
      ExhibitPiece(exhibit: nil, offset: offset, bytes: Array(reply.text("text").utf8)))
  }

  func exportBundle(
    _ request: PlainValue, take: @escaping (BundlePiece) throws -> Void
  ) async throws {
    let reply = try await call(.exportBundle, request)
    let bytes = Array(Data(base64Encoded: reply.text("data")) ?? Data())
    try take(BundlePiece(bundle: reply["bundle"], offset: 0, bytes: bytes))
  }

  func close() async {}
}
