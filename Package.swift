// swift-tools-version: 6.2
import PackageDescription

// The walls between targets are described in deploy/docs/architecture.md. Each target lists exactly
// what it may import; the build refuses an import that is not listed here.

/// Settings of the code written by hand.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .treatAllWarnings(as: .error),
]

/// Settings of the generated code, which is as strict as its generators made it.
let generated: [SwiftSetting] = [
  .enableUpcomingFeature("InternalImportsByDefault")
]

let grpcCore: Target.Dependency = .product(name: "GRPCCore", package: "grpc-swift-2")
let grpcProtobuf: Target.Dependency = .product(name: "GRPCProtobuf", package: "grpc-swift-protobuf")
let protobuf: Target.Dependency = .product(name: "SwiftProtobuf", package: "swift-protobuf")
let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let mustache: Target.Dependency = .product(name: "Mustache", package: "swift-mustache")
let argumentParser: Target.Dependency = .product(
  name: "ArgumentParser", package: "swift-argument-parser")
let configuration: Target.Dependency = .product(
  name: "Configuration", package: "swift-configuration")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let lifecycle: Target.Dependency = .product(
  name: "ServiceLifecycle", package: "swift-service-lifecycle")
let signals: Target.Dependency = .product(
  name: "UnixSignals", package: "swift-service-lifecycle")
let yams: Target.Dependency = .product(name: "Yams", package: "Yams")

func library(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func wire(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: generated)
}

func program(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .executableTarget(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(name: name, dependencies: dependencies, swiftSettings: strict)
}

let package = Package(
  name: "parley",
  products: [
    .executable(name: "parleyd", targets: ["parleyd"]),
    .executable(name: "parley", targets: ["parley"]),
    .executable(name: "parley-bench", targets: ["parley-bench"]),
    .executable(name: "parley-intake", targets: ["parley-intake"]),
    .library(name: "GRPCNGHTTP2", targets: ["GRPCNGHTTP2"]),
  ],
  dependencies: [
    .package(url: "https://github.com/grpc/grpc-swift-2", from: "2.4.3"),
    .package(url: "https://github.com/grpc/grpc-swift-protobuf", from: "2.4.1"),
    .package(
      url: "https://github.com/apple/swift-protobuf", from: "1.39.0",
      traits: ["FieldMaskUtilities"]),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(
      url: "https://github.com/apple/swift-configuration", from: "1.4.0",
      traits: ["YAML", "CommandLineArguments"]),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // C libraries: module maps, no logic.
    .systemLibrary(
      name: "CNGHTTP2", pkgConfig: "libnghttp2", providers: [.apt(["libnghttp2-dev"])]),
    .systemLibrary(name: "COpenSSL", pkgConfig: "openssl", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CLinux"),
    .systemLibrary(
      name: "CGMime", pkgConfig: "gmime-3.0", providers: [.apt(["libgmime-3.0-dev"])]),
    .systemLibrary(name: "CMagic", pkgConfig: "libmagic", providers: [.apt(["libmagic-dev"])]),
    .systemLibrary(
      name: "CArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
    .systemLibrary(
      name: "CPoppler", pkgConfig: "poppler-glib", providers: [.apt(["libpoppler-glib-dev"])]),
    .systemLibrary(
      name: "CSeccomp", pkgConfig: "libseccomp", providers: [.apt(["libseccomp-dev"])]),
    .systemLibrary(
      name: "CPango", pkgConfig: "pangocairo", providers: [.apt(["libpango1.0-dev"])]),

    // Ground that knows no product word.
    library("OpenSSLKit", ["COpenSSL"]),
    library("GRPCNGHTTP2", ["CNGHTTP2", "COpenSSL", "CZlib", "CLinux", grpcCore]),
    library("TerminalKit", ["CLinux"]),
    library("PrintKit", ["CPango"]),

    // What reads hostile files, in a process of its own: linked into parley-intake and nothing else.
    library(
      "IntakeReading", ["CGMime", "CMagic", "CArchive", "CPoppler", "CSeccomp", "CLinux"]),
    // What starts that process and reads its answers.
    library("ParleyIntake", ["CLinux", "OpenSSLKit"]),

    // The product.
    library("ParleyDomain"),
    library("DocketChain", ["OpenSSLKit"]),
    library("EvidenceBundle", ["DocketChain", "OpenSSLKit"]),
    wire("JournalWire", [protobuf]),
    wire("ParleyWire", [protobuf, grpcCore, grpcProtobuf]),
    library(
      "ParleyStore",
      ["ParleyDomain", "JournalWire", "DocketChain", "OpenSSLKit", grdb, protobuf]),
    library("ParleyDocuments", ["ParleyDomain", "PrintKit", mustache]),
    .target(
      name: "ParleyProfiles", dependencies: ["ParleyDomain", yams],
      resources: [.embedInCode("Tables")], swiftSettings: strict),
    library(
      "ParleyService",
      [
        "ParleyDomain", "ParleyProfiles", "ParleyStore", "ParleyDocuments", "ParleyIntake",
        "DocketChain", "OpenSSLKit", "PrintKit", logging,
      ]),
    library(
      "ParleyRPC",
      [
        "ParleyService", "ParleyStore", "ParleyDomain", "ParleyIntake", "DocketChain",
        "EvidenceBundle", "ParleyWire", "ParleyDocuments", "PrintKit", "GRPCNGHTTP2", "OpenSSLKit",
        grpcCore, grpcProtobuf, protobuf, logging,
      ]),
    library(
      "ParleyClient",
      [
        "ParleyWire", "GRPCNGHTTP2", "DocketChain", "EvidenceBundle", "OpenSSLKit", grpcCore,
        grpcProtobuf, protobuf,
      ]),
    library(
      "ParleyCommands", ["ParleyClient", "EvidenceBundle", "TerminalKit", argumentParser, yams]),
    program(
      "parleyd",
      [
        "ParleyRPC", "ParleyService", "GRPCNGHTTP2", argumentParser, configuration, logging,
        lifecycle, signals, grpcCore,
      ]),
    program("parley-intake", ["IntakeReading"]),
    program("parley", ["ParleyCommands"]),
    program(
      "parley-bench",
      [
        "GRPCNGHTTP2", "ParleyClient", "ParleyDomain", "ParleyService", "ParleyStore", "OpenSSLKit",
        argumentParser, grpcCore, logging,
      ]),

    // What proves the transport to other implementations of gRPC; no product.
    .target(
      name: "InteropWire", dependencies: [protobuf, grpcCore, grpcProtobuf],
      path: "Tests/InteropWire", swiftSettings: generated),
    .executableTarget(
      name: "interop-server",
      dependencies: [
        "InteropWire", "GRPCNGHTTP2", argumentParser, grpcCore, grpcProtobuf, protobuf,
      ],
      path: "Tests/InteropServer", exclude: ["Protos"],
      resources: [.embedInCode("Services.binpb")], swiftSettings: strict),

    // Tests mirror the sources.
    tests("OpenSSLKitTests", ["OpenSSLKit"]),
    tests("GRPCNGHTTP2Tests", ["GRPCNGHTTP2", "CNGHTTP2", "CLinux", "COpenSSL", grpcCore]),
    tests("TerminalKitTests", ["TerminalKit", "CLinux"]),
    tests("PrintKitTests", ["PrintKit"]),
    tests("ParleyDomainTests", ["ParleyDomain", "ParleyProfiles"]),
    tests("ParleyProfilesTests", ["ParleyProfiles", "ParleyDomain"]),
    tests("DocketChainTests", ["DocketChain", "OpenSSLKit"]),
    tests("EvidenceBundleTests", ["EvidenceBundle", "DocketChain", "OpenSSLKit"]),
    tests(
      "ParleyStoreTests",
      ["ParleyStore", "ParleyDomain", "ParleyProfiles", "DocketChain", "OpenSSLKit", grdb]),
    tests("ParleyDocumentsTests", ["ParleyDocuments", "ParleyDomain"]),
    tests(
      "ParleyServiceTests",
      [
        "ParleyService", "ParleyStore", "ParleyProfiles", "ParleyDomain", "ParleyDocuments",
        "DocketChain", "OpenSSLKit", logging,
      ]),
    tests(
      "ParleyRPCTests",
      [
        "ParleyRPC", "ParleyService", "ParleyStore", "ParleyDomain", "ParleyWire", "GRPCNGHTTP2",
        "OpenSSLKit", grpcCore, protobuf, logging,
      ]),
    tests(
      "ParleyClientTests",
      [
        "ParleyClient", "ParleyWire", "DocketChain", "OpenSSLKit", "GRPCNGHTTP2", grpcCore,
        grpcProtobuf, protobuf,
      ]),
    tests(
      "ParleyCommandsTests",
      [
        "ParleyCommands", "ParleyClient", "DocketChain", "OpenSSLKit", "TerminalKit",
        argumentParser,
      ]),
    tests("IntakeReadingTests", ["IntakeReading", "ParleyIntake", "PrintKit"]),
    tests("ParleyIntakeTests", ["ParleyIntake", "OpenSSLKit"]),
    tests("TidyTests", []),
  ],
  swiftLanguageModes: [.v6]
)
