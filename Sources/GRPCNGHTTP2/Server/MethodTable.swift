import GRPCCore

/// The registered methods by their HTTP path.
struct MethodTable: Sendable {
  private var methods: [String: MethodDescriptor] = [:]

  init(_ descriptors: [MethodDescriptor] = []) {
    for descriptor in descriptors {
      methods["/\(descriptor.service.fullyQualifiedService)/\(descriptor.method)"] = descriptor
    }
  }

  /// The method a path names, registered or not (GRPCCore answers for those it does not know);
  /// `nil` when the path is not of the form `/service/method`.
  func method(path: String) -> MethodDescriptor? {
    if let known = methods[path] { return known }
    guard path.first == "/", let slash = path.dropFirst().lastIndex(of: "/") else { return nil }
    let service = path[path.index(after: path.startIndex)..<slash]
    let method = path[path.index(after: slash)...]
    guard !service.isEmpty, !method.isEmpty else { return nil }
    return MethodDescriptor(fullyQualifiedService: String(service), method: String(method))
  }
}
