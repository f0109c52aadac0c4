/// What all loops of a server share.
struct ServerPlan: Sendable {
  let configuration: ServerConfiguration
  let identity: ServerIdentity?
  let methods: MethodTable
  let counters: ServerCounters

  /// How many loops there are.
  var loops: Int { max(1, min(configuration.loops, Limits.loopsMax)) }
}
