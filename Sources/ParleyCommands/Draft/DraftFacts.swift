import ArgumentParser
import ParleyClient

/// The facts a draft opens with, as options.
struct DraftFacts: ParsableArguments {
  @Option(help: ArgumentHelp("Legal name of the creditor.", valueName: "name"))
  var claimant: String

  @Option(help: ArgumentHelp("Legal name of the client.", valueName: "name"))
  var client: String

  @Option(help: ArgumentHelp("The client's e-mail address.", valueName: "address"))
  var email: String?

  @Option(help: ArgumentHelp("The client's telephone number.", valueName: "number"))
  var telephone: String?

  @Option(help: ArgumentHelp("Where letters to the client are served.", valueName: "address"))
  var address: String?

  @Option(help: ArgumentHelp("The person to speak to.", valueName: "name"))
  var contact: String?

  @Option(help: ArgumentHelp("individual, business or public-body.", valueName: "kind"))
  var debtor: DebtorChoice

  @Option(help: ArgumentHelp("first-party or third-party.", valueName: "kind"))
  var collector: CollectorChoice = .firstParty

  @Option(help: ArgumentHelp("PT, US-CA, ...", valueName: "code"))
  var jurisdiction: String

  @Option(help: ArgumentHelp("written-signed, electronic, email-exchange, ...", valueName: "form"))
  var form: FormChoice?

  @Option(help: ArgumentHelp("services, goods, carriage, ...", valueName: "type"))
  var type: TypeChoice?

  @Option(help: ArgumentHelp("The law that governs the contract.", valueName: "code"))
  var law: String?

  @Option(help: ArgumentHelp("SHA-256 of the terms that bind.", valueName: "hash"))
  var terms: String?

  @Option(help: ArgumentHelp("The contract's number on register.", valueName: "number"))
  var registered: Int?

  @Option(help: ArgumentHelp("A clause and its place; repeatable.", valueName: "clause:place"))
  var clause: [ClauseArgument] = []

  @Option(
    help: ArgumentHelp("One item, repeatable; or the next three.", valueName: "no=amount@due"))
  var item: [ClaimArgument] = []

  @Option(help: ArgumentHelp("Number of the one invoice.", valueName: "number"))
  var invoice: String?

  @Option(help: ArgumentHelp("Its amount.", valueName: "amount"))
  var amount: Amount?

  @Option(help: ArgumentHelp("When it was due.", valueName: "date"))
  var due: CalendarDay?

  @Option(help: ArgumentHelp("Last day to bring the claim, if no table says.", valueName: "date"))
  var limitation: CalendarDay?

  @Option(help: ArgumentHelp("Where that day comes from.", valueName: "source"))
  var limitationSource: String?

  @Option(help: ArgumentHelp("When the contract was made.", valueName: "date"))
  var contracted: CalendarDay?

  @Option(help: ArgumentHelp("Where the client lives: Europe/Lisbon.", valueName: "zone"))
  var zone: String?

  @Option(help: ArgumentHelp("Rule profile; the standard one if none.", valueName: "name"))
  var rules: String?

  @Option(help: ArgumentHelp("Interest profile, uk-1998-2026.1, ...", valueName: "name"))
  var interest: String?

  @Option(help: ArgumentHelp("The contract's yearly rate, 8.5.", valueName: "percent"))
  var contractRate: PercentArgument?

  @Option(name: .customLong("organization"), help: ArgumentHelp("Yours.", valueName: "name"))
  var organization: String?

  init() {}

  mutating func validate() throws {
    guard registered != nil else {
      if form == nil { throw ValidationError("Say in which --form the contract was made.") }
      return
    }
    if form != nil || type != nil || law != nil || terms != nil || contracted != nil
      || !clause.isEmpty
    {
      throw ValidationError("What is --registered is not stated again.")
    }
  }

  /// The request, without the organization. Refuses an item that is stated by half, and none.
  func request() throws(CommandFailure) -> PlainValue {
    .fields([
      "claimant": .fields(["displayName": .text(claimant)]),
      "respondent": .fields([
        "displayName": .text(client), "contactName": .text(of: contact), "email": .text(of: email),
        "telephone": .text(of: telephone), "postalAddress": .text(of: address),
        "timeZone": .text(of: zone),
      ]),
      "debtorKind": debtor.wire, "collectorKind": collector.wire,
      "jurisdiction": .text(jurisdiction.uppercased()),
      "contract": contract,
      "items": .list(try items()), "limitationDate": limitation?.date,
      "limitationSource": .text(of: limitationSource), "ruleProfile": .text(of: rules),
      "interestProfile": .text(of: interest),
      "contractRateBasisPoints": contractRate.map { .whole($0.basisPoints) },
    ])
  }

  /// As stated; of one on register its number, which ``request(for:)`` makes a name.
  private var contract: PlainValue {
    guard registered == nil else { return .fields([:]) }
    return .fields([
      "form": form?.wire, "type": (type ?? .services).wire, "clauses": .list(clause.map(\.value)),
      "madeDate": contracted?.date, "governingLaw": .text(of: law?.uppercased()),
      "termsSha256": .text(of: terms),
    ])
  }

  /// The request for an organization, on whose register the contract may stand.
  func request(for parent: String) throws(CommandFailure) -> PlainValue {
    let bare = try request().setting("parent", to: .text(parent))
    guard let registered else { return bare }
    return bare.setting(
      "contract", to: .fields(["registration": .text("\(parent)/contracts/\(registered)")]))
  }

  private func items() throws(CommandFailure) -> [PlainValue] {
    var items = item.map(\.value)
    if invoice != nil || amount != nil || due != nil {
      guard let amount, let due else {
        throw .usage("One invoice needs --amount and --due beside --invoice.")
      }
      items.append(
        .fields([
          "reference": .text(of: invoice), "dueDate": due.date, "amount": amount.money,
        ]))
    }
    guard !items.isEmpty else { throw .usage("Say what is owed: --amount and --due, or --item.") }
    return items
  }
}
