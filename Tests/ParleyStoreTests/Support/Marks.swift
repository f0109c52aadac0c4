import OpenSSLKit
import ParleyDomain
import ParleyStore

/// Request marks of a made-up request with one field per pair.
func mark(
  _ id: String, _ fields: [String: String], by caller: Actor = People.broker
) -> RequestMark {
  let text = fields.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
  return RequestMark(
    caller: caller.member, id: id, content: SHA256.hash(text.joined(separator: "&").utf8),
    fields: fields)
}
