import ParleyDomain
import ParleyService
import ParleyStore
import ParleyWire
import SwiftProtobuf

extension Parley_V1_RegisteredContract {
  init(_ contract: RegisteredContract, successor: Int?) {
    self.init()
    let register = contract.organization
    name = register.contract(contract.number)
    counterpart = contract.counterpart
    form = .init(contract.form)
    type = .init(contract.type)
    governingLaw = contract.law
    if let on = contract.madeOn { madeDate = .init(on) }
    termsSha256 = contract.terms?.hex ?? ""
    clauses = contract.clauses.map { part in
      .with {
        $0.clause = .init(part.clause)
        $0.reference = part.reference
      }
    }
    let held = Set(contract.clauses.map(\.clause))
    missingClauses = Clause.allCases.filter { !held.contains($0) }.map { .init($0) }
    supersedes = contract.supersedes.map(register.contract) ?? ""
    supersededBy = successor.map(register.contract) ?? ""
    keeper = contract.registeredBy.name
    registerTime = .init(contract.registeredAt)
  }
}

extension OrganizationID {
  /// The name of a contract on the register of this organization.
  func contract(_ number: Int) -> String { "\(name)/contracts/\(number)" }
}

extension Parley_V1_Contract {
  /// The contract of a dispute, as it counts now.
  init(_ dispute: Dispute, _ words: WordReading) {
    self.init()
    let file = dispute.caseFile
    form = .init(file.contractForm)
    type = .init(file.opening.contractType)
    clauses = file.opening.clauses.enumerated().map { index, clause in
      .with {
        $0.clause = .init(clause)
        $0.reference = words["clause.\(index + 1).reference"]
      }
    }
    if let on = file.opening.contractedOn { madeDate = .init(on) }
    governingLaw = file.opening.governingLaw ?? ""
    termsSha256 = file.opening.terms?.hex ?? ""
    if let registered = file.opening.registration {
      registration = file.organization.contract(registered.number)
      registerTime = .init(registered.registeredAt)
    }
    termsComparison = .init(dispute.termsComparison)
    formChanges = file.formChanges.enumerated().map { index, change in
      .with {
        $0.from = .init(change.from)
        $0.to = .init(change.to)
        $0.reason = words["contractForm.\(index + 1).reason"]
        $0.changeTime = .init(change.at)
      }
    }
  }
}
