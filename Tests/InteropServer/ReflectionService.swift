import Foundation
import GRPCCore
import GRPCProtobuf
import InteropWire
import SwiftProtobuf

/// grpc.reflection, under either of its two packages: their messages are the same on the wire.
struct ReflectionService: RegistrableRPCService {
  typealias Question = Grpc_Reflection_V1_ServerReflectionRequest
  typealias Answer = Grpc_Reflection_V1_ServerReflectionResponse

  let package: String

  func registerMethods<Transport: ServerTransport>(with router: inout RPCRouter<Transport>) {
    router.registerHandler(
      forMethod: MethodDescriptor(
        fullyQualifiedService: "\(package).ServerReflection", method: "ServerReflectionInfo",
        type: .bidirectionalStreaming),
      deserializer: ProtobufDeserializer<Question>(), serializer: ProtobufSerializer<Answer>()
    ) { request, _ in
      let index = try DescriptorIndex(PackageResources.Services_binpb)
      return StreamingServerResponse { writer in
        for try await question in request.messages {
          try await writer.write(answer(question, index))
        }
        return [:]
      }
    }
  }

  private func answer(_ question: Question, _ index: DescriptorIndex) -> Answer {
    var answer = Answer()
    answer.validHost = question.host
    answer.originalRequest = question
    do throws(RPCError) {
      answer.messageResponse = try response(question, index)
    } catch {
      answer.errorResponse = .with {
        $0.errorCode = Int32(error.code.rawValue)
        $0.errorMessage = error.message
      }
    }
    return answer
  }

  private func response(
    _ question: Question, _ index: DescriptorIndex
  ) throws(RPCError) -> Answer.OneOf_MessageResponse {
    switch question.messageRequest {
    case .fileByFilename(let name):
      return .fileDescriptorResponse(try files(from: name, index))
    case .fileContainingSymbol(let symbol):
      return .fileDescriptorResponse(try files(from: index.file(declaring: symbol), index))
    case .fileContainingExtension:
      throw RPCError(code: .notFound, message: "Nothing here is extended.")
    case .allExtensionNumbersOfType(let name):
      guard index.declares(name) else {
        throw RPCError(code: .notFound, message: "There is no message \(name).")
      }
      return .allExtensionNumbersResponse(.with { $0.baseTypeName = name })
    case .listServices:
      return .listServicesResponse(
        .with { list in
          list.service = index.services.map { name in .with { $0.name = name } }
        })
    case nil:
      throw RPCError(code: .invalidArgument, message: "The request asks nothing.")
    }
  }

  private func files(
    from name: String, _ index: DescriptorIndex
  ) throws(RPCError) -> Grpc_Reflection_V1_FileDescriptorResponse {
    let files = try index.files(from: name)
    return .with { $0.fileDescriptorProto = files.map { Data($0) } }
  }
}
