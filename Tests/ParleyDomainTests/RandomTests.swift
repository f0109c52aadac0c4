import ParleyDomain
import ParleyProfiles
import Testing

@Suite struct RandomTests {
  @Test(arguments: 1...12) func anySequenceOfActsFoldsToTheSameDispute(seed: UInt64) throws {
    var dice = Dice(state: seed &* 977)
    let starts: [() throws -> Matter] = [
      { try Matter.draft() }, { try Matter.served() }, { try Matter.inSession() },
      { try Matter.constituted() }, { try Matter.recordClosed() }, { try Matter.judgment() },
      { try Matter.awardUnpaid() }, { try Matter.counselReferred() },
    ]
    var matter = try starts[Int.random(in: 0..<starts.count, using: &dice)]()
    matter.hasInstitution = Bool.random(using: &dice)
    if seed.isMultiple(of: 3) {
      matter = try Matter.draft()
      let shelf = try ProfileShelf(tables: ProfileShelf.ownTables)
      matter.profile = try #require(shelf.profiles["finra-like-2026.1"])
    }
    // Of a draft most people know nothing, and chance alone hardly ever files it.
    if matter.status == .draft { try matter.file(.fileDispute) }
    var done = 0
    for _ in 0..<(seed.isMultiple(of: 3) ? 1_200 : 600) {
      if Int.random(in: 0..<6, using: &dice) == 0 {
        matter.advance(days: Int.random(in: 0...9, using: &dice))
      }
      let people = People.all
      let actor = people[Int.random(in: 0..<people.count, using: &dice)]
      let command = try RandomCommand(matter, &dice).pick(&dice)
      let paper = ExhibitID(compartment: .caseFile, number: 1)
      let recorded = RecordedAct(side: .respondent, exhibit: paper, receivedAt: matter.now)
      let words = [Word("mediation.message", "Hello")].filter { word in
        command.wordPaths.contains { $0.path == word.path }
      }
      let filing = Filing(
        actor: actor, command: command, words: Matter.wording(command, words),
        recordedFor: Int.random(in: 0..<8, using: &dice) == 0 ? recorded : nil)
      do throws(Refusal) {
        let given = matter.given(for: command)
        let entries = try matter.dispute.decide(filing, given: given)
        // The same inputs make the same entries.
        #expect(try matter.dispute.decide(filing, given: given) == entries)
        // What the list of possible acts says is what the act itself was told.
        if filing.recordedFor == nil, command.action != .joinDispute {
          try matter.dispute.permit(actor, command.action, given: matter.given)
        }
        matter.take(entries)
        done += 1
      } catch {
        let isKnown = !matter.dispute.standings(of: actor).isEmpty
        #expect(isKnown || command.action == .joinDispute || error == .notFound)
        continue
      }
      #expect(matter.dispute.dueDeadlines(at: matter.now).isEmpty || done > 0)
      try checkSound(matter)
    }
    #expect(done > 0)
    let again = try fold(matter)
    #expect(again == matter.dispute)
  }

  private func fold(_ matter: Matter) throws -> Dispute {
    let first = try #require(matter.log.first)
    var dispute = try #require(
      Dispute(id: matter.dispute.id, first: first.entry, filedAt: first.filedAt))
    for (entry, filedAt) in matter.log.dropFirst() { dispute.evolve(entry, filedAt: filedAt) }
    return dispute
  }

  private func checkSound(_ matter: Matter) throws {
    for (entry, _) in matter.log {
      #expect(entry.event.home == nil || entry.event.home == entry.compartment)
      if let paper = entry.recordedFor?.exhibit.compartment {
        #expect(paper == .caseFile || paper == entry.compartment)
      }
      if let transition = entry.transition {
        #expect(LifeCycle.allows(transition), "\(transition)")
        #expect((transition.to == .closed) == (transition.outcome != nil))
      }
    }
    for deadline in matter.dispute.deadlines where deadline.extendedTo == nil {
      let account = matter.dispute.account(
        of: deadline, profile: matter.profile, zone: matter.zone)
      guard account.stoodStill.isEmpty, let last = account.reckoning?.last else { continue }
      #expect(matter.profile.end(of: last, in: matter.zone) == deadline.dueAt, "\(deadline)")
    }
    #expect(matter.dispute.balance.minorUnits >= 0)
    #expect((matter.status == .closed) == (matter.dispute.caseFile.outcome != nil))
    if matter.status == .closed { #expect(matter.dispute.nextDueAt == nil) }
    if let view = matter.dispute.seen(with: [.arbitrator]) {
      #expect(Set(view.records.keys).isSubset(of: [.caseFile, .deliberation]))
    }
  }

  /// Nothing that somebody is told to be possible, or not, depends on what that person cannot see.
  @Test(arguments: 1...6) func noAnswerDependsOnWhatIsNotSeen(seed: UInt64) throws {
    var dice = Dice(state: seed &* 7_919)
    var matter = try seed.isMultiple(of: 2) ? Matter.inSession() : Matter.constituted()
    for round in 0..<300 {
      if Int.random(in: 0..<9, using: &dice) == 0 { matter.advance(days: 3) }
      let actor = People.all.randomElement(using: &dice) ?? People.broker
      let command = try RandomCommand(matter, &dice).pick(&dice)
      _ = try? matter.file(command, by: actor)
      guard round.isMultiple(of: 10) else { continue }
      for person in People.all {
        let standings = matter.dispute.standings(of: person)
        guard let view = matter.dispute.seen(with: standings) else { continue }
        #expect(view.seen(with: standings) == view)
        #expect(view.standings(of: person) == standings)
        #expect(
          view.allowedActions(for: person, given: matter.given)
            == matter.dispute.allowedActions(for: person, given: matter.given), "\(person)")
        #expect(
          view.turn(for: standings, given: matter.given)
            == matter.dispute.turn(for: standings, given: matter.given))
      }
    }
  }

  @Test func entriesThatDoNotFitChangeNothing() throws {
    var matter = try Matter.served()
    let before = matter.dispute
    let elsewhere = Entry(
      compartment: .settlement, event: .judgmentPaid, actor: nil, effectiveAt: matter.now)
    let wrongMove = Entry(
      compartment: .caseFile, event: .awardFinal,
      transition: Transition(from: .awardIssued, to: .awardFinal, rule: "T19"), actor: nil,
      effectiveAt: matter.now)
    matter.take([elsewhere, wrongMove])
    #expect(matter.dispute == before)
    #expect(Dispute(id: before.id, first: elsewhere, filedAt: matter.now) == nil)
  }
}
