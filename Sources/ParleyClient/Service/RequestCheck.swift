/// Whether a plain value is a request of a procedure, without a server.
package enum RequestCheck {
  /// What is wrong with a request's form; nil where every member is a field and fits.
  package static func problem(_ procedure: Procedure, _ request: PlainValue) -> String? {
    guard let form = MessageForm.all[procedure] else {
      return "\(procedure.rawValue) has no message types"
    }
    do {
      _ = try form.encode(request)
      return nil
    } catch {
      return "\(error)"
    }
  }
}
