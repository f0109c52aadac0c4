import ArgumentParser

/// The flags of `serve`; each also has a key in the file and a variable in the environment.
struct ServeOptions: ParsableArguments {
  @Option(help: "The folder that `parleyd init` made.")
  var data: String?

  @Option(help: "Address and port to answer at (default 127.0.0.1:8443; port 0 picks one).")
  var listen: String?

  @Option(help: "Certificate chain in PEM (default: the one that init made).")
  var tlsCertificate: String?

  @Option(help: "Private key in PEM.")
  var tlsKey: String?

  @Flag(help: "Serve without TLS, on a loopback address only.")
  var cleartext = false

  @Option(help: "Event loops, one thread each (default 2).")
  var loops: Int?

  @Option(help: "IANA time zone of the office's days (default UTC).")
  var zone: String?

  @Option(help: "trace, debug, info, notice, warning, error or critical (default info).")
  var logLevel: String?

  @Option(help: "The program that reads e-mails (default: parley-intake beside this one).")
  var intake: String?

  @Option(help: "Largest file in evidence, in bytes (default 4 GiB).")
  var evidenceFileBytesMax: Int64?

  @Option(help: "Most that one dispute's files may take (default 32 GiB).")
  var evidenceDisputeBytesMax: Int64?

  @Option(help: "Most that one organization's files may take (default 512 GiB).")
  var evidenceOrganizationBytesMax: Int64?

  @Option(help: "A YAML file with the same keys.")
  var config: String?

  /// The flags that were given, by their configuration keys.
  var given: [String: String] {
    var flags: [String: String] = [:]
    flags["data"] = data
    flags["listen"] = listen
    flags["tls-certificate"] = tlsCertificate
    flags["tls-key"] = tlsKey
    if cleartext { flags["cleartext"] = "true" }
    flags["loops"] = loops.map(String.init)
    flags["zone"] = zone
    flags["log-level"] = logLevel
    flags["intake"] = intake
    flags["evidence-file-bytes-max"] = evidenceFileBytesMax.map { String($0) }
    flags["evidence-dispute-bytes-max"] = evidenceDisputeBytesMax.map { String($0) }
    flags["evidence-organization-bytes-max"] = evidenceOrganizationBytesMax.map { String($0) }
    return flags
  }
}
