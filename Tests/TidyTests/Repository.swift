import Foundation

/// The repository these tests stand in.
enum Repository {
  /// Its root, found from this file's own path.
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Every text file of the product, its tests, contracts and deployment, and the files beside
  /// them.
  static let files: [SourceFile] = {
    let folders = ["Sources", "Tests", "protos", "deploy", ".ci"].flatMap { paths(in: $0) }
    let beside = ["Package.swift", "README.md", "CHANGELOG.md"]
    return (folders + beside).sorted().compactMap(file)
  }()

  /// Swift files written by hand.
  static let handwritten = files.filter { $0.isSwift && !$0.isGenerated }

  /// What stands at the top.
  static func topLevel() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: root.path)
  }

  private static func paths(in folder: String) -> [String] {
    let skipped = ["__pycache__", ".venv", ".pytest_cache"]
    let found = FileManager.default.enumerator(atPath: root.appending(path: folder).path)
    var paths: [String] = []
    while let path = found?.nextObject() as? String {
      if path.split(separator: "/").contains(where: { skipped.contains(String($0)) }) { continue }
      paths.append("\(folder)/\(path)")
    }
    return paths
  }

  /// Reads a file; nil for a folder and for what is not text.
  private static func file(_ path: String) -> SourceFile? {
    guard let bytes = try? Data(contentsOf: root.appending(path: path)), !bytes.contains(0),
      let text = String(data: bytes, encoding: .utf8)
    else { return nil }
    return SourceFile(path: path, text: text)
  }
}
