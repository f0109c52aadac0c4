import ParleyDomain
import Testing

/// Nobody has the arbitrator's ear alone: no act of a party, a mediator or anybody else writes to
/// what only the arbitrator reads.
@Suite struct PrivateMessageTests {
  /// What an arbitrator reads and no party does.
  private let closed = Compartment.all.filter { place in
    let readers = Standing.allCases.filter { standing in
      Probe.reads(place.base, standing)
    }
    return readers.contains(.arbitrator)
      && Set(readers).isDisjoint(with: [.claimant, .respondent])
  }

  @Test func thereIsSuchACompartment() {
    #expect(closed.contains(.deliberation))
    #expect(closed.contains(.later(.deliberation, term: 2)))
    #expect(!closed.contains(.caseFile))
  }

  @Test func noActOfAnybodyElseWritesThere() throws {
    var dice = Dice(state: 41)
    var tried = 0
    var written = 0
    for (status, matter) in try Matter.inEachStatus() {
      for person in People.all {
        let standings = matter.dispute.standings(of: person)
        guard !standings.contains(.arbitrator) else { continue }
        for place in Compartment.all {
          let commands = try RandomCommand(matter, &dice, in: place).all().filter { command in
            place == .caseFile || command.choosesPlace
          }
          for command in commands {
            for recorded in [nil, try recorded(matter)] {
              tried += 1
              let entries = entries(matter, command, person, recorded)
              written += entries.isEmpty ? 0 : 1
              for entry in entries {
                #expect(
                  !closed.contains(entry.compartment),
                  "\(command.action) by \(standings) in \(status)")
              }
            }
          }
        }
      }
    }
    // The walk means something only where acts go through.
    #expect(tried > 50_000 && written > 500)
  }

  /// The arbitrator's own notes do go there, so the test above can fail.
  @Test func theArbitratorWritesThere() throws {
    let matter = try Matter.constituted()
    let entries = entries(matter, .addDeliberationNote, People.arbitrator, nil)
    #expect(entries.map(\.compartment).allSatisfy(closed.contains) && !entries.isEmpty)
  }

  private func recorded(_ matter: Matter) throws -> RecordedAct? {
    matter.dispute.records[.caseFile]?.exhibits.first.map {
      RecordedAct(side: .respondent, exhibit: $0.id, receivedAt: matter.now)
    }
  }

  private func entries(
    _ matter: Matter, _ command: Command, _ person: Actor, _ recorded: RecordedAct?
  ) -> [Entry] {
    let filing = Filing(
      actor: person, command: command, words: Matter.wording(command), recordedFor: recorded)
    do throws(Refusal) {
      return try matter.dispute.decide(filing, given: matter.given)
    } catch {
      return []
    }
  }

  /// Who reads what, asked of the one function that says so, on a dispute that is filed.
  private enum Probe {
    static func reads(_ place: Compartment, _ standing: Standing) -> Bool {
      guard let matter = try? Matter.filed() else { return false }
      return sight(of: place, for: [standing], in: matter.dispute) == .full
    }
  }
}

extension Command {
  /// Whether its author says where it is written.
  fileprivate var choosesPlace: Bool {
    switch self {
    case .addExhibit, .addNote, .logCall, .addMediationNote, .contestRecorded, .ruleOnContest:
      true
    default: false
    }
  }
}
