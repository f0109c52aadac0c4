import ArgumentParser
import ParleyClient

/// Puts a new key in the place of the one that receipts are signed with.
struct AdminKeyRotate: ParleyCommand {
  static let configuration = CommandConfiguration.leaf(
    "rotate", "Sign receipts with a new key from now on",
    examples: ["parley admin key rotate"],
    notes: "The old key endorses the new one and is then gone. Receipts it signed stay good.")

  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func perform(_ desk: Desk) async throws {
    // The old key must be known here to believe the new one.
    _ = try await desk.learnKeys()
    try desk.confirm(
      .yesOrNo("The key that signs receipts is destroyed after it endorsed another. Rotate it?"))
    let key = try await desk.change(.rotateKey, .fields([:]))
    if !desk.options.dryRun { try await confirm(key, desk) }
    try desk.show(
      ChangeReport(
        "Receipts are signed with key \(ShownName.last(key.text("name"))).",
        consequence: "Endorsed by \(ShownName.last(key.text("endorsement.endorser"))).",
        next: "parley admin key list", value: key, id: key.text("name")))
  }

  private func confirm(_ key: PlainValue, _ desk: Desk) async throws {
    let believed = try await desk.learnKeys().believed
    guard believed.contains(where: { "keys/" + $0.id == key.text("name") }) else {
      throw CommandFailure(
        .failed, "THE NEW KEY IS NOT ENDORSED BY ONE KNOWN HERE: \(key.text("name")).",
        next: "parley admin key list")
    }
  }
}
