import Foundation

extension Process {
  /// Has a server end, and waits until it has; one that does not end within two seconds is killed.
  /// Foundation's own wait goes by a run loop, and may miss the end.
  func end() {
    terminate()
    for _ in 0..<200 where isRunning { Thread.sleep(forTimeInterval: 0.01) }
    if isRunning { kill(processIdentifier, SIGKILL) }
  }
}
