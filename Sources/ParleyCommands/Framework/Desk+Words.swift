import Glibc
import ParleyClient
import TerminalKit

extension Desk {
  /// Longer texts than any the service takes are refused before they are held in memory.
  private static let textBytesMax = 4 * 1024 * 1024
  /// A bank's statement of a year, or as many drafts as one import makes, is far below this.
  private static let tableBytesMax = 16 << 20

  /// The text that the options name: as given, from the file or standard input, else from the
  /// editor where somebody is there, with `template` as its comment. Throws status 2 where the
  /// text is empty, 64 where nobody can write one. What was edited is in a file that only its user
  /// reads, and stays there where the command fails.
  func words(_ options: WordsOptions, template: String) throws -> String {
    if let text = options.text { return text }
    if let file = options.file { return try read(file) }
    guard terminal.isInteractive, output == .table else {
      throw CommandFailure.usage("Nobody can be asked here: answer with --text or --file.")
    }
    return try edit(template)
  }

  /// A file as text; `-` is standard input.
  func read(_ path: String) throws -> String {
    let bytes = try bytes(of: path, countMax: Self.textBytesMax)
    guard let text = bytes.flatMap({ String(validating: $0, as: UTF8.self) }) else {
      throw CommandFailure.usage("\(path) is not a text in UTF-8 of at most 4 MB.")
    }
    return text
  }

  /// The text of a file that is imported, without the byte order mark that spreadsheets put before it.
  func readTable(_ path: String) throws -> String {
    guard let bytes = try bytes(of: path, countMax: Self.tableBytesMax) else {
      throw CommandFailure.usage("\(path) is larger than \(Self.tableBytesMax) bytes; split it.")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw CommandFailure.usage(
        "\(path) is not UTF-8 text.", next: "iconv -f windows-1252 -t utf-8 \(path)")
    }
    return text.first == "\u{FEFF}" ? String(text.dropFirst()) : text
  }

  /// The bytes of a file, of standard input for `-`; nil where there are more than that.
  private func bytes(of path: String, countMax: Int) throws -> [UInt8]? {
    var bytes: [UInt8] = []
    if path == "-" {
      while bytes.count <= countMax, let byte = world.input.readByte() { bytes.append(byte) }
    } else {
      guard let read = try PrivateFile(path).read() else {
        throw CommandFailure.usage("There is no file \(path).")
      }
      bytes = read
    }
    return bytes.count > countMax ? nil : bytes
  }

  private func edit(_ template: String) throws -> String {
    let names = ["PARLEY_EDITOR", "VISUAL", "EDITOR"]
    let editor = names.lazy.compactMap { self.world.variable($0) }.first ?? "vi"
    let draft = PrivateFile("\(paths.state)/drafts/\(getpid()).txt")
    let comment = template.split(separator: "\n").map { "# \($0)\n" }.joined()
    try draft.write(Array(("\n" + comment + "# Lines with # are left out; empty cancels.\n").utf8))
    let quoted = "'" + draft.path.replacing("'", with: "'\\''") + "'"
    guard system("\(editor) \(quoted)") == 0 else {
      throw CommandFailure(
        .failed, "The editor failed; what was written is kept in \(draft.path).")
    }
    let lines = String(decoding: try draft.read() ?? [], as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
    let text = lines.filter { !$0.hasPrefix("#") }.joined(separator: "\n").trimmingSpaces
    if text.isEmpty {
      try draft.remove()
      throw CommandFailure(.cancelled, "Cancelled: the text is empty.")
    }
    edited = draft
    return text
  }

  /// Removes what was written in the editor once the server has taken it, and says where it is kept
  /// otherwise.
  func settleEdited() {
    guard let draft = edited else { return }
    edited = nil
    if hasChanged, (try? draft.remove()) != nil { return }
    note("The text is kept in \(draft.path).")
  }
}
