import GRPCCore

/// The methods of the test service.
enum Methods {
  static let echo = method("Echo", .unary)
  static let collect = method("Collect", .clientStreaming)
  static let repeated = method("Repeat", .serverStreaming)
  static let chat = method("Chat", .bidirectionalStreaming)

  private static func method(_ name: String, _ type: MethodDescriptor.RPCType) -> MethodDescriptor {
    MethodDescriptor(fullyQualifiedService: "test.Echo", method: name, type: type)
  }
}
