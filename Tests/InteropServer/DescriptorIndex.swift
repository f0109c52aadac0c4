import GRPCCore
import SwiftProtobuf

/// The descriptors of all services here, by file and by symbol.
struct DescriptorIndex: Sendable {
  /// Full names of the services, sorted.
  private(set) var services: [String] = []
  private var files: [String: Google_Protobuf_FileDescriptorProto] = [:]
  private var fileOfSymbol: [String: String] = [:]

  /// Refuses bytes that are not a set of descriptors.
  init(_ bytes: [UInt8]) throws {
    let set = try Google_Protobuf_FileDescriptorSet(serializedBytes: bytes)
    for file in set.file {
      files[file.name] = file
      for service in file.service {
        let name = "\(file.package).\(service.name)"
        services.append(name)
        fileOfSymbol[name] = file.name
        for method in service.method { fileOfSymbol["\(name).\(method.name)"] = file.name }
      }
      for value in file.enumType { add(value, within: file.package, of: file.name) }
      for message in file.messageType { add(message, within: file.package, of: file.name) }
    }
    services.sort()
  }

  /// The named file and all it imports, each serialized.
  ///
  /// Refuses a name that is not known.
  func files(from name: String) throws(RPCError) -> [[UInt8]] {
    guard files[name] != nil else {
      throw RPCError(code: .notFound, message: "There is no file \(name).")
    }
    var names = [name]
    var index = 0
    while index < names.count {
      for dependency in files[names[index]]?.dependency ?? [] where !names.contains(dependency) {
        names.append(dependency)
      }
      index += 1
    }
    return names.compactMap { name in
      files[name].flatMap { file -> [UInt8]? in try? file.serializedBytes() }
    }
  }

  /// The file that declares a symbol.
  ///
  /// Refuses a symbol that is not known.
  func file(declaring symbol: String) throws(RPCError) -> String {
    guard let name = fileOfSymbol[symbol] else {
      throw RPCError(code: .notFound, message: "There is no symbol \(symbol).")
    }
    return name
  }

  /// Whether a message of this name is declared.
  func declares(_ symbol: String) -> Bool { fileOfSymbol[symbol] != nil }

  private mutating func add(
    _ message: Google_Protobuf_DescriptorProto, within scope: String, of file: String
  ) {
    let name = "\(scope).\(message.name)"
    fileOfSymbol[name] = file
    for field in message.field { fileOfSymbol["\(name).\(field.name)"] = file }
    for oneof in message.oneofDecl { fileOfSymbol["\(name).\(oneof.name)"] = file }
    for nested in message.nestedType { add(nested, within: name, of: file) }
    for value in message.enumType { add(value, within: name, of: file) }
  }

  private mutating func add(
    _ list: Google_Protobuf_EnumDescriptorProto, within scope: String, of file: String
  ) {
    fileOfSymbol["\(scope).\(list.name)"] = file
    for value in list.value { fileOfSymbol["\(scope).\(value.name)"] = file }
  }
}
