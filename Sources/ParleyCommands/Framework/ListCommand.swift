import ArgumentParser
import ParleyClient
import TerminalKit

/// A command that lists what belongs to one dispute.
protocol ListCommand: ParleyCommand {
  static var procedure: Procedure { get }
  /// The member of the reply that holds the elements.
  static var items: String { get }
  static var columns: [TableColumn] { get }
  var dispute: String { get }

  /// What `-o id` prints of an element.
  func id(_ element: PlainValue) -> String
  /// The cells of an element's row.
  func cells(_ element: PlainValue, _ desk: Desk) -> [TableCell]
  /// Whether an element is listed.
  func includes(_ element: PlainValue) -> Bool
}

extension ListCommand {
  func id(_ element: PlainValue) -> String { element.text("name") }

  func includes(_ element: PlainValue) -> Bool { true }

  func perform(_ desk: Desk) async throws { try await list(desk) }

  /// Asks for all pages and shows them as a table.
  func list(_ desk: Desk) async throws {
    let id = try desk.dispute(dispute, binds: false)
    let elements = try await desk.askAll(
      Self.procedure, .fields(["parent": .text(id.name), "pageSize": .whole(200)]),
      items: Self.items)
    var listing = Listing(Self.columns)
    for element in elements where includes(element) {
      listing.add(element, id: self.id(element), cells(element, desk))
    }
    try desk.show(listing)
  }
}
