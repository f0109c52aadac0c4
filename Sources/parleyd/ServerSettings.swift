import Configuration
import Foundation
import ParleyService

/// How the service runs: flag over environment over file over default.
struct ServerSettings: Sendable {
  /// The folder that `parleyd init` made.
  let data: String
  let host: String
  let port: Int
  /// PEM files; nil for the certificate that `parleyd init` made.
  let certificate: String?
  let key: String?
  /// Serve without TLS; loopback addresses only.
  let cleartext: Bool
  let loops: Int
  let zone: String
  let logLevel: String
  /// The program that reads hostile files; beside this one where not given.
  let intake: String
  /// How much evidence is taken.
  let evidence: EvidenceQuotas

  /// A setting that cannot be used: which one, and what it takes.
  struct Fault: Error, CustomStringConvertible {
    let description: String
  }

  /// Reads the settings. Refuses a file that is missing or malformed, and values out of range.
  static func read(flags: [String: String], file: String?) async throws -> ServerSettings {
    var arguments = ["parleyd"]
    for (name, value) in flags.sorted(by: { $0.key < $1.key }) {
      arguments += ["--\(name)", value]
    }
    var providers: [any ConfigProvider] = [
      CommandLineArgumentsProvider(arguments: arguments),
      EnvironmentVariablesProvider().prefixKeys(with: "parleyd"),
    ]
    if let file {
      providers.append(
        try await FileProvider<YAMLSnapshot>(
          config: ConfigReader(
            provider: InMemoryProvider(values: ["filePath": .init(.string(file), isSecret: false)]))
        ))
    }
    return try ServerSettings(ConfigReader(providers: providers))
  }

  /// `parley-intake` in the folder of the running program.
  private static var besideThisProgram: String {
    let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    return URL(fileURLWithPath: own).deletingLastPathComponent()
      .appendingPathComponent("parley-intake").path
  }

  private init(_ reader: ConfigReader) throws {
    guard let folder = reader.string(forKey: "data") else {
      throw Fault(description: "No data directory is named: give --data, or PARLEYD_DATA.")
    }
    let listen = reader.string(forKey: "listen", default: "127.0.0.1:8443")
    guard let colon = listen.lastIndex(of: ":"),
      let port = UInt16(listen[listen.index(after: colon)...]), colon > listen.startIndex
    else { throw Fault(description: "listen takes ADDRESS:PORT, as in 127.0.0.1:8443.") }
    data = folder
    host = String(listen[..<colon]).trimmingCharacters(in: CharacterSet(charactersIn: "[]"))
    self.port = Int(port)
    certificate = reader.string(forKey: "tls.certificate")
    key = reader.string(forKey: "tls.key")
    guard (certificate == nil) == (key == nil) else {
      throw Fault(description: "tls.certificate and tls.key go together: give both or neither.")
    }
    cleartext = reader.bool(forKey: "cleartext", default: false)
    loops = reader.int(forKey: "loops", default: 2)
    guard (1...64).contains(loops) else {
      throw Fault(description: "loops takes a number from 1 to 64.")
    }
    zone = reader.string(forKey: "zone", default: "UTC")
    logLevel = reader.string(forKey: "log.level", default: "info")
    intake = reader.string(forKey: "intake") ?? Self.besideThisProgram
    let standard = EvidenceQuotas.standard
    func bytes(_ key: String, _ standard: Int64) -> Int64 {
      Int64(reader.int(forKey: ConfigKey(["evidence", key]), default: Int(standard)))
    }
    evidence = EvidenceQuotas(
      fileBytesMax: bytes("fileBytesMax", standard.fileBytesMax),
      disputeBytesMax: bytes("disputeBytesMax", standard.disputeBytesMax),
      organizationBytesMax: bytes("organizationBytesMax", standard.organizationBytesMax))
    guard evidence.areSound else {
      throw Fault(
        description: "evidence takes at least \(EvidenceQuotas.bytesMin) bytes for each limit, and"
          + " fileBytesMax ≤ disputeBytesMax ≤ organizationBytesMax ≤ \(EvidenceQuotas.bytesMax).")
    }
  }
}
