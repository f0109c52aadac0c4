import TerminalKit
import Testing

struct TableTests {
  private func table() -> Table {
    var table = Table([
      TableColumn("ID"), TableColumn("TITLE", shrinkPriority: 1, minimumCells: 8),
      TableColumn("DUE", shrinkPriority: 2), TableColumn("AMOUNT", alignment: .right),
      TableColumn("NOTE"),
    ])
    table.add([
      TableCell("4t9f-c1wb", style: .bold), "Freight and Smile",
      TableCell("tomorrow, 12:00", value: "2026-11-24T12:00:00Z", style: .yellow),
      "EUR 2,310.00",
    ])
    table.add([TableCell("7k3q-m2xw", style: .bold), "漢字 Lettings", "", "EUR 8.14", "new\tone\n"])
    return table
  }

  private func terminal(
    width: Int, utf8: Bool = true, color: ColorChoice = .never
  ) -> Terminal {
    let variables = ["LANG": utf8 ? "C.UTF-8" : "C"]
    return Terminal(
      environment: TerminalEnvironment(variables: variables, columns: width), color: color)
  }

  @Test func theFaceForPeople() {
    #expect(
      table().pretty(on: terminal(width: 100)) == """
        ID         TITLE              DUE                    AMOUNT  NOTE
        4t9f-c1wb  Freight and Smile  tomorrow, 12:00  EUR 2,310.00
        7k3q-m2xw  漢字 Lettings                           EUR 8.14  new one

        """)
  }

  @Test func theFaceForPrograms() {
    #expect(
      table().tabSeparated() == """
        4t9f-c1wb\tFreight and Smile\t2026-11-24T12:00:00Z\tEUR 2,310.00\t
        7k3q-m2xw\t漢字 Lettings\t\tEUR 8.14\tnew one\u{20}

        """)
  }

  @Test func columnsShrinkByPriority() {
    #expect(
      table().pretty(on: terminal(width: 59)) == """
        ID         TITLE              DUE           AMOUNT  NOTE
        4t9f-c1wb  Freight and Smile  tomor…  EUR 2,310.00
        7k3q-m2xw  漢字 Lettings                  EUR 8.14  new one

        """)
    #expect(
      table().pretty(on: terminal(width: 50, utf8: false)) == """
        ID         TITLE     DUE           AMOUNT  NOTE
        4t9f-c1wb  Freig...  tom...  EUR 2,310.00
        7k3q-m2xw  漢字 ...              EUR 8.14  new one

        """)
  }

  @Test func whatMayNotBeCutIsNotCut() {
    let narrow = table().pretty(on: terminal(width: 10))
    #expect(narrow.contains("4t9f-c1wb"))
    #expect(narrow.contains("EUR 2,310.00"))
    #expect(narrow == table().pretty(on: terminal(width: 50)))
  }

  @Test func paintDoesNotMoveColumns() {
    let painted = table().pretty(on: terminal(width: 100, color: .always))
    #expect(painted.contains("\u{1B}[1m4t9f-c1wb\u{1B}[0m  Freight"))
    #expect(painted.contains("\u{1B}[33mtomorrow, 12:00\u{1B}[0m  EUR"))
    let stripped = TerminalText.stripControls(painted, keepingLines: true)
    #expect(stripped == table().pretty(on: terminal(width: 100)))
    #expect(!table().tabSeparated().contains("\u{1B}"))
  }

  @Test func cellsCannotRepaintTheTerminal() {
    var table = Table([TableColumn("A")])
    table.add([TableCell("\u{1B}[2Jx\u{202E}y")])
    #expect(table.pretty(on: terminal(width: 80)) == "A\nxy\n")
    #expect(table.tabSeparated() == "xy\n")
  }

  @Test func anEmptyTableHasAHeaderForPeopleOnly() {
    let empty = Table([TableColumn("ID"), TableColumn("TITLE")])
    #expect(empty.pretty(on: terminal(width: 80)) == "ID  TITLE\n")
    #expect(empty.tabSeparated() == "")
  }
}
