import Foundation
import ParleyIntake
import Testing

/// The parent's side, with programs that misbehave: shell scripts in the place of `parley-intake`.
@Suite(.serialized)
struct IntakeLaneTests {
  private let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("intake-\(UUID().uuidString)")

  /// A lane whose program is a script.
  private func lane(_ script: String) throws -> IntakeLane {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let path = folder.appendingPathComponent("program").path
    try Data("#!/bin/sh\n\(script)\n".utf8).write(to: URL(fileURLWithPath: path))
    chmod(path, 0o700)
    return IntakeLane(program: path, folder: folder.path)
  }

  /// What becomes of one file.
  private func fault(_ script: String) async throws -> IntakeFault? {
    let lane = try lane(script)
    let file = open("/dev/null", O_RDONLY | O_CLOEXEC)
    defer {
      close(file)
      try? FileManager.default.removeItem(at: folder)
    }
    for _ in 0..<20 {
      do {
        _ = try await lane.mailbox(file)
        return nil
      } catch IntakeFault.unavailable {
        // Another test forked while the script was open for writing: not to be run just yet.
        await Task.yield()
      } catch let fault as IntakeFault {
        return fault
      }
    }
    return nil
  }

  @Test func aCrashIsARefusal() async throws {
    #expect(try await fault("kill -SEGV $$") == .stopped(signal: SIGSEGV))
    #expect(try await fault("kill -KILL $$") == .stopped(signal: SIGKILL))
    #expect(try await fault("exit 1") == .stopped(signal: 0))
  }

  @Test(arguments: [
    "printf abc", #"printf '\000\000\000\005abc'"#, #"printf '\000\000\000\002{}'"#,
    #"printf '\000\000\000\003abc'"#, #"printf '\377\377\377\377abc'"#, "cat /dev/zero",
    #"printf '\000\000\000\016{"mailbox":[]}'"#,
  ])
  func garbageIsARefusal(script: String) async throws {
    #expect(try await fault(script) == .garbage)
  }

  @Test func stretchesThatOverlapAreNotBelieved() async throws {
    let answer =
      #"{"mailbox":[{"from":5,"bytes":5,"escaped":false},{"from":6,"bytes":1,"escaped":false}]}"#
    #expect(try await fault(Self.script(answer)) == .garbage)
  }

  @Test func aReasonComesThrough() async throws {
    let answer = #"{"refused":{"reason":"CUT_OFF","sentence":"It is cut off."}}"#
    let wanted = IntakeFault.refused(reason: "CUT_OFF", sentence: "It is cut off.")
    #expect(try await fault(Self.script(answer)) == wanted)
  }

  @Test func aProgramThatIsNotThereIsSaidSo() async throws {
    let lane = IntakeLane(program: "/nonexistent", folder: NSTemporaryDirectory())
    await #expect(throws: IntakeFault.self) { try await lane.mailbox(0) }
  }

  @Test func namesThatLeadElsewhereAreNotBelieved() async throws {
    let head =
      #"{"inReplyTo":[],"references":[],"from":[],"sender":[],"replyTo":[],"to":[],"cc":[],"bcc":[],"received":[],"claims":{"authenticationResults":[],"dkimSignatures":[]}}"#
    let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    for (name, isSafe) in [("a.pdf", true), ("../a.pdf", false), (".a", false)] {
      let answer =
        #"{"message":{"bytes":0,"sha256":"","head":\#(head),"attachments":[{"number":1,"#
        + #""name":"\#(name)","declaredType":"a/b","foundType":"a/b","inline":false,"offset":0,"#
        + #""bytes":0,"sha256":"\#(empty)"}],"notes":[]}}"#
      let lane = try lane(Self.script(answer))
      let file = open("/dev/null", O_RDONLY | O_CLOEXEC)
      defer {
        close(file)
        try? FileManager.default.removeItem(at: folder)
      }
      let slice = MailSlice(from: 0, bytes: 0, escaped: false)
      if isSafe {
        _ = try await lane.message(file, slice)
      } else {
        await #expect(throws: IntakeFault.garbage) { try await lane.message(file, slice) }
      }
    }
  }

  /// A script that gives this answer.
  private static func script(_ answer: String) -> String {
    // Lengths here are below 32 KiB: the last two bytes tell them, as three octal digits each.
    let count = answer.utf8.count
    let bytes = [count >> 8, count & 0xff].map { byte -> String in
      let octal = String(byte, radix: 8)
      return "\\" + String(repeating: "0", count: 3 - octal.count) + octal
    }
    return "printf '\\000\\000\(bytes.joined())'; printf '%s' '\(answer)'"
  }
}
