import OpenSSLKit
import ParleyDomain
import ParleyStore

/// What a new data directory begins with: told once, to whoever founded it.
package struct Founded: Sendable {
  /// The first administrator's enrolment code.
  package let code: IssuedCode
  /// What clients pin: the SHA-256 of the certificate.
  package let fingerprint: String
  /// Where the certificate lies, for clients that take it as their root.
  package let certificatePath: String
}

/// Founds a data directory.
package enum Founding {
  /// Lays out the directory and issues the first administrator's enrolment code. With an
  /// institution the administrator appoints neutrals and hears objections; without one the parties
  /// appoint by agreement.
  package static func found(
    at path: String, hosts: [String], institution: String?, administrator: String, email: String,
    forDevelopment: Bool
  ) async throws -> Founded {
    let name = try NameText.check(administrator, field: "administrator")
    let address = try NameText.checkEmail(email, field: "email")
    let body = try institution.map { try NameText.check($0, field: "institution") }
    let certificate = try SelfSignedCertificate.make(
      hosts: hosts, validDays: ServiceLimits.certificateDays,
      now: SystemClock.now().milliseconds / 1000)
    try DataDirectory.initialise(at: path, forDevelopment: forDevelopment)
    let files = TLSFiles(dataDirectory: path)
    try files.write(certificate)
    // There is no dispute yet that a rule could be asked for.
    let world = World(wallClock: SystemClock.now) { _, _ in throw Refusal.notFound }
    let journal = try Journal(DataDirectory.open(at: path), world: world) { _ in }
    let now = SystemClock.now()
    var changes: [PeopleChange] = []
    var home: OrganizationID?
    if let body {
      let organization = Organization(
        id: OrganizationID(try Base32Check.random()), kind: .institution, name: body,
        foundedAt: now)
      home = organization.id
      changes.append(.organizationFounded(organization))
    }
    let code = try AccessCode.draw()
    let expires = now.adding(hours: Int64(ServiceLimits.invitationDays) * 24)
    changes.append(
      .invitationIssued(
        CodedInvitation(
          codeHash: code.hash, organization: home, roles: [.administrator], place: nil, name: name,
          email: address, invitedBy: nil, issuedAt: now, expiresAt: expires)))
    let all = changes
    _ = try await journal.people(
      PeopleWrite(request: nil) { _ in Decision(people: all) { _ in [] } })
    await journal.close()
    return Founded(
      code: IssuedCode(code: code.shown, expiresAt: expires),
      fingerprint: certificate.fingerprint.description, certificatePath: files.certificate)
  }
}
