import ArgumentParser
import ParleyClient

/// Shows one offer with its schedule.
struct OfferShow: ParleyCommand {
  static let configuration = CommandConfiguration.leaf(
    "show", "One offer with its payments", examples: ["parley offer show 7k3q-m2xw 1"])

  @Argument(help: "The dispute, or its first 4 characters.") var dispute: String
  @Argument(help: "Number of the offer.") var number: Int
  @OptionGroup(title: "Global options") var global: GlobalOptions

  init() {}

  func perform(_ desk: Desk) async throws {
    let id = try desk.dispute(dispute, binds: false)
    let offer = try await desk.ask(
      .getOffer, .fields(["name": .text("\(id.name)/offers/\(number)")]))
    var sheet = Sheet(offer, id: offer.text("name"))
    sheet.lines.append("\(desk.bold("Offer \(number)")) in \(desk.bold(id.description))")
    sheet.add("By", ShownName.value(offer.text("terms.by"), "SIDE"))
    sheet.add("State", ShownName.value(offer.text("state"), "OFFER_STATE"))
    sheet.add("Amount", offer.money("terms.amount"), value: offer.plainMoney("terms.amount"))
    let items = OfferList.items(of: offer)
    if !items.isEmpty { sheet.add("Settles", items) }
    for payment in offer.list("terms.schedule") {
      sheet.add(
        "Payment \(payment.text("number"))",
        "\(payment.money("amount")) by \(payment.date("dueDate"))",
        value: payment.plainMoney("amount"))
    }
    let remedy = ShownName.value(offer.text("terms.defaultClause.remedy"), "REMEDY")
    if !remedy.isEmpty {
      func days(_ field: String) -> String {
        let days = offer.text("terms.defaultClause.\(field)")
        return "\(days.isEmpty ? "0" : days) days"
      }
      sheet.add(
        "On default", "\(days("graceDays")) late, \(days("cureDays")) to cure, then \(remedy)",
        value: remedy)
    }
    let conditions = offer.text("terms.conditions")
    if !conditions.isEmpty { sheet.add("Conditions", desk.clean(conditions)) }
    let expires = offer.text("expireTime")
    sheet.add("Expires", desk.times.due(expires), value: expires)
    try desk.show(sheet)
  }
}
