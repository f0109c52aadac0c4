package import ParleyDomain
package import ParleyService
import Synchronization

/// One call while it is answered: who calls, and what the log will say of it. Holds no personal
/// data beyond the caller, whom the log does not name.
package final class Call: Sendable {
  /// The call being answered, in handlers that are reached through GRPCCore.
  @TaskLocal package static var current: Call?

  private let signedIn: Caller?
  private let subject = Mutex<DisputeID?>(nil)

  package init(caller: Caller?) {
    signedIn = caller
  }

  /// Who calls; nil where the method is open and no session was shown.
  package var guest: Caller? { signedIn }

  /// Who calls. Throws ``NotSignedIn`` where nobody is signed in.
  package var caller: Caller {
    get throws {
      guard let signedIn else { throw NotSignedIn() }
      return signedIn
    }
  }

  /// The dispute the call is about, once its name was read.
  package var dispute: DisputeID? { subject.withLock { $0 } }

  /// Notes the dispute for the log.
  package func note(_ dispute: DisputeID) {
    guard !dispute.text.isEmpty else { return }
    subject.withLock { $0 = dispute }
  }

  /// The call being answered. Throws ``NotSignedIn`` outside of one, so that a handler that was
  /// reached around the door gives nothing away.
  static func now() throws -> Call {
    guard let current else { throw NotSignedIn() }
    return current
  }
}
