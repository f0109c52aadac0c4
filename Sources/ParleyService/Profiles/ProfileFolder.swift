import Foundation
import ParleyProfiles

/// The tables that a data directory has besides those of the program: `profiles/*.yaml`.
enum ProfileFolder {
  static func tables(inDataDirectory path: String) throws -> [(name: String, text: String)] {
    let folder = path + "/profiles"
    guard FileManager.default.fileExists(atPath: folder) else { return [] }
    return try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".yaml") }.sorted()
      .map { name in
        let text = try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
        return ("profiles/" + name, text)
      }
  }

  /// Everything at hand for this data directory.
  static func shelf(forDataDirectory path: String) throws -> ProfileShelf {
    try ProfileShelf(tables: ProfileShelf.ownTables + tables(inDataDirectory: path))
  }
}
