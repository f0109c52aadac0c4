import ArgumentParser
import Glibc
import ParleyClient
import TerminalKit

/// The program, from arguments to exit status.
package enum ParleyProgram {
  /// Runs the command line and answers its exit status.
  static func run(_ arguments: [String], world: World) async -> Int32 {
    let command: any ParsableCommand
    do {
      command = try await ParleyRoot.asyncParseAsRoot(arguments)
    } catch {
      return reject(error, world: world)
    }
    guard let parley = command as? any ParleyCommand else {
      return await runBuiltIn(command, world: world)
    }
    var desk: Desk?
    do {
      let opened = try Desk(world: world, options: parley.global)
      desk = opened
      try await perform(parley, opened)
      await opened.finish()
      return ExitStatus.done.rawValue
    } catch is ReaderGone {
      await desk?.finish()
      return ExitStatus.done.rawValue
    } catch let error where isArgumentError(error) {
      await desk?.finish()
      return reject(error, world: world)
    } catch {
      let failure = FailureWording.failure(
        error, dispute: desk?.subject, server: desk?.server, times: desk?.times)
      await desk?.finish()
      show(failure, terminal: desk?.terminal ?? Terminal(environment: world.environment), world)
      return failure.status.rawValue
    }
  }

  /// Performs a command, and compares what it was about with the receipts kept, also where it was
  /// refused: a refusal may itself come of a record that was set back.
  private static func perform(_ command: any ParleyCommand, _ desk: Desk) async throws {
    defer { desk.settleEdited() }
    do {
      try await command.perform(desk)
    } catch let error where RecordDoubt.mayHide(error) {
      do {
        try await desk.conclude()
      } catch let found where RecordDoubt.isFound(found) {
        throw RecordDoubt(found: found, refused: error)
      } catch {
        // Nothing was found out; what was refused first is what there is to say.
      }
      throw error
    }
    do {
      try await desk.conclude()
    } catch let refusal as ServiceRefusal where ExitStatus(refusal.code) == .unreachable {
      desk.note("The record could not be compared with your receipts: \(refusal.code.rawValue).")
    }
  }

  /// The real program: this process's arguments, streams and clock.
  package static func main() async -> Never {
    signal(SIGPIPE, SIG_IGN)
    exit(await run(Array(CommandLine.arguments.dropFirst()), world: .current()))
  }

  private static func runBuiltIn(_ command: any ParsableCommand, world: World) async -> Int32 {
    var command = command
    do {
      try command.run()
      return ExitStatus.done.rawValue
    } catch {
      return reject(error, world: world)
    }
  }

  private static func isArgumentError(_ error: any Error) -> Bool {
    error is ValidationError || error is CleanExit
  }

  /// Shows what the parser says: help on standard output with status 0, faults on standard error
  /// with status 64.
  private static func reject(_ error: any Error, world: World) -> Int32 {
    let text = ParleyRoot.fullMessage(for: error)
    let code = ParleyRoot.exitCode(for: error)
    let line = text.isEmpty || text.hasSuffix("\n") ? text : text + "\n"
    guard code.isSuccess else {
      world.writeError(line)
      return ExitStatus.usage.rawValue
    }
    _ = world.write(line)
    return ExitStatus.done.rawValue
  }

  private static func show(_ failure: CommandFailure, terminal: Terminal, _ world: World) {
    let painter = terminal.painter(for: .error)
    let mark = painter.paint(terminal.text(of: .refused), Mark.refused.style)
    var text = "\(mark) \(TerminalText.stripControls(failure.sentence))\n"
    for line in failure.lines { text += "  \(TerminalText.stripControls(line))\n" }
    if let next = failure.next { text += "  Next: \(TerminalText.stripControls(next))\n" }
    world.writeError(text)
  }
}
