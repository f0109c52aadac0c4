import ArgumentParser
import ParleyClient

/// Whether a document is written to a file for paper.
struct PrintOption: ParsableArguments {
  @Option(
    name: .customLong("print"),
    help: ArgumentHelp("Write it to a file ending in .pdf or .html.", valueName: "file"),
    completion: .file(extensions: ["pdf", "html"]))
  var path: String?

  init() {}

  mutating func validate() throws {
    guard let path else { return }
    guard path.hasSuffix(".pdf") || path.hasSuffix(".html") else {
      throw ValidationError("--print \(path): the name has to end in .pdf or .html.")
    }
  }

  /// The format that the name stands for, as the API spells it; nil for none.
  fileprivate var format: String? {
    path.map { $0.hasSuffix(".pdf") ? "DOCUMENT_FORMAT_PDF" : "DOCUMENT_FORMAT_HTML" }
  }
}

extension Desk {
  /// Shows a document, or writes it to the file that the option names.
  func show(document name: String, print: PrintOption) async throws {
    guard let path = print.path, let format = print.format else {
      return try show(document: try await ask(.getDocument, .fields(["name": .text(name)])))
    }
    let reply = try await ask(
      .getDocument, .fields(["name": .text(name), "format": .text(format)]))
    guard let bytes = reply["printed"]?.base64Bytes, !bytes.isEmpty else {
      throw CommandFailure(
        .failed, "The service printed nothing; it may be older than this program.")
    }
    try PrivateFile(path).write(bytes)
    try write("\(path)\n")
    note("\(reply.text("title")), \(bytes.count) bytes, readable by you only.")
  }
}
