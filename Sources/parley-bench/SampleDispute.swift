import Foundation
import ParleyClient

/// Disputes that can be filed as they stand, each with references of its own.
enum SampleDispute {
  /// The request of a CreateDispute.
  static func request(_ number: Int, of organization: String) -> PlainValue {
    let year = Calendar(identifier: .gregorian).component(.year, from: Date())
    let item = PlainValue.fields([
      "reference": .text("INV-\(number)"), "description": .text("Brokerage of a cargo"),
      "issueDate": date(year - 1, 1, 31), "dueDate": date(year - 1, 3, 2),
      "amount": .fields([
        "currencyCode": .text("EUR"), "units": .text("1200"), "nanos": .whole(500_000_000),
      ]),
    ])
    return .fields([
      "parent": .text(organization),
      "claimant": party("Tideway Brokers", "claims@tideway.example"),
      "respondent": party("Anchor Imports \(number)", "accounts@anchor.example"),
      "debtorKind": .text("DEBTOR_KIND_BUSINESS"),
      "collectorKind": .text("COLLECTOR_KIND_FIRST_PARTY"),
      "jurisdiction": .text("PT"),
      "contract": .fields([
        "form": .text("CONTRACT_FORM_WRITTEN_SIGNED"),
        "type": .text("CONTRACT_TYPE_BROKERAGE"),
        "clauses": .list([
          .fields(["clause": .text("CLAUSE_ARBITRATION"), "reference": .text("p. 3")])
        ]),
      ]),
      "items": .list([item]),
      "limitationDate": date(year + 5, 12, 31),
      "limitationSource": .text("Civil Code, art. 309"),
      "requestId": .text(UUID().uuidString.lowercased()),
    ])
  }

  private static func party(_ name: String, _ email: String) -> PlainValue {
    .fields([
      "displayName": .text(name), "email": .text(email),
      "postalAddress": .text("7 Anchor Row, Port Ellin"),
    ])
  }

  private static func date(_ year: Int, _ month: Int, _ day: Int) -> PlainValue {
    .fields(["year": .whole(year), "month": .whole(month), "day": .whole(day)])
  }
}
