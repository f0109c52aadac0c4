import Foundation
import Logging
import ParleyDomain
@testable import ParleyService
import ParleyStore
import Testing

/// A founded data directory in service, with its first administrator signed in.
struct House {
  let registrar: Registrar
  let administrator: Caller
  /// The code that the founding told, used by now.
  let firstCode: String

  /// Founds a directory, runs a test in it, closes it and removes it.
  static func with(
    institution: String? = nil, development: Bool = true,
    _ body: (House) async throws -> Void
  ) async throws {
    let path = FileManager.default.temporaryDirectory.path + "/parley-house-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: path) }
    let founded = try await Founding.found(
      at: path, hosts: ["localhost"], institution: institution, administrator: "Ada Quay",
      email: "ada@quay.example", forDevelopment: development)
    let registrar = try Registrar.open(
      at: path, zone: "UTC", log: Logger(label: "house") { _ in SwiftLogNoOpLogHandler() },
      onFatal: { _ in })
    let enrolment = try await registrar.enrol(
      code: founded.code.code, name: nil, device: "desk")
    let administrator = try registrar.authenticate(token: enrolment.token)
    try await body(
      House(registrar: registrar, administrator: administrator, firstCode: founded.code.code))
    await registrar.close()
  }

  /// An organization of its own with a broker in it.
  func broker(of name: String, role: Role = .broker) async throws -> Caller {
    let organization = try await registrar.createOrganization(name: name, by: administrator)
    return try await colleague(in: organization.id, name: "Broker of \(name)", role: role)
  }

  func colleague(
    in organization: OrganizationID?, name: String, role: Role
  ) async throws -> Caller {
    let email = name.lowercased().replacing(" ", with: ".") + "@house.example"
    let invited = try await registrar.invite(
      InvitationSpec(role: role, organization: organization, name: name, email: email),
      by: administrator)
    return try await signIn(invited.code)
  }

  func signIn(_ code: String, name: String? = nil) async throws -> Caller {
    let enrolment = try await registrar.enrol(code: code, name: name, device: "desk")
    return try registrar.authenticate(token: enrolment.token)
  }

  /// A draft of the caller's; answers its id.
  func draft(by caller: Caller, request: Repeatability? = nil) async throws -> DisputeID {
    let answer = try await registrar.open(
      OpeningRequest(
        opening: try Sample.opening(), words: Sample.words,
        repeatability: request ?? Sample.request()), by: caller,
      reply: { Array($0.sheet.dispute.id.text.utf8) })
    return DisputeID(String(decoding: answer.reply, as: UTF8.self))
  }

  @discardableResult
  func change(
    _ id: DisputeID, _ command: Command, freshness: Freshness = .any,
    request: Repeatability? = nil, by caller: Caller
  ) async throws -> ChangeAnswer {
    try await registrar.change(
      ChangeRequest(
        dispute: id, ask: .command(command), freshness: freshness,
        repeatability: request ?? Sample.request()), by: caller,
      reply: { Array($0.sheet.etag.utf8) })
  }
}
