import JournalWire
import ParleyDomain
import SwiftProtobuf

extension ClaimItem {
  func stored() throws -> Parley_Journal_V1_ClaimItem {
    try .with {
      $0.number = try ParleyStore.stored(number)
      $0.issued = issued?.stored ?? ""
      $0.due = due.stored
      $0.amount = amount.stored
    }
  }

  init(stored item: Parley_Journal_V1_ClaimItem) throws {
    self.init(
      number: Int(item.number), issued: try CivilDate.ifAny(item.issued),
      due: try CivilDate(stored: item.due), amount: try Money(stored: item.amount))
  }
}

extension OfferTerms {
  func stored() throws -> Parley_Journal_V1_OfferTerms {
    try .with {
      $0.kind = kind.rawValue
      $0.amount = amount.stored
      $0.schedule = try schedule.map { try $0.stored() }
      $0.expiresInDays = try ParleyStore.stored(expiresInDays)
      if let inReplyTo { $0.inReplyTo = try ParleyStore.stored(inReplyTo) }
      $0.by = by?.rawValue ?? ""
      if let defaultClause { $0.defaultClause = try defaultClause.stored() }
      $0.items = try items.map { try ParleyStore.stored($0) }
    }
  }

  init(stored terms: Parley_Journal_V1_OfferTerms) throws {
    self.init(
      kind: try choice(terms.kind), amount: try Money(stored: terms.amount),
      schedule: try terms.schedule.map(Instalment.init(stored:)),
      expiresInDays: Int(terms.expiresInDays),
      inReplyTo: terms.hasInReplyTo ? Int(terms.inReplyTo) : nil, by: try choiceIfAny(terms.by),
      defaultClause: terms.hasDefaultClause
        ? try DefaultClause(stored: terms.defaultClause) : nil,
      items: terms.items.map { Int($0) })
  }
}

extension DefaultClause {
  func stored() throws -> Parley_Journal_V1_DefaultClause {
    try .with {
      $0.graceDays = try ParleyStore.stored(graceDays)
      $0.cureDays = try ParleyStore.stored(cureDays)
      $0.remedy = remedy.rawValue
    }
  }

  init(stored clause: Parley_Journal_V1_DefaultClause) throws {
    self.init(
      graceDays: Int(clause.graceDays), cureDays: Int(clause.cureDays),
      remedy: try choice(clause.remedy))
  }
}

extension Instalment {
  func stored() throws -> Parley_Journal_V1_Instalment {
    try .with {
      $0.number = try ParleyStore.stored(number)
      $0.due = due.stored
      $0.amount = amount.stored
    }
  }

  init(stored instalment: Parley_Journal_V1_Instalment) throws {
    self.init(
      number: Int(instalment.number), due: try CivilDate(stored: instalment.due),
      amount: try Money(stored: instalment.amount))
  }
}

extension ItemAnswer {
  func stored() throws -> Parley_Journal_V1_ItemAnswer {
    try .with {
      $0.item = try ParleyStore.stored(item)
      $0.kind = kind.rawValue
      if let amount { $0.amount = amount.stored }
      if let proof { $0.proof = try proof.stored() }
    }
  }

  init(stored answer: Parley_Journal_V1_ItemAnswer) throws {
    self.init(
      item: Int(answer.item), kind: try choice(answer.kind),
      amount: answer.hasAmount ? try Money(stored: answer.amount) : nil,
      proof: answer.hasProof ? try ExhibitID(stored: answer.proof) : nil)
  }
}

extension ItemAward {
  func stored() throws -> Parley_Journal_V1_ItemAward {
    try .with {
      $0.item = try ParleyStore.stored(item)
      $0.disposition = disposition.rawValue
      $0.amount = amount.stored
    }
  }

  init(stored award: Parley_Journal_V1_ItemAward) throws {
    self.init(
      item: Int(award.item), disposition: try choice(award.disposition),
      amount: try Money(stored: award.amount))
  }
}

extension CourtRecord {
  func stored() throws -> Parley_Journal_V1_CourtRecord {
    try .with {
      $0.document = try document.stored()
      $0.on = on.stored
    }
  }

  init(stored record: Parley_Journal_V1_CourtRecord) throws {
    self.init(
      document: try ExhibitID(stored: record.document), on: try CivilDate(stored: record.on))
  }
}
