import GRDB
import ParleyDomain

extension Registry {
  /// What was found, newest first, each entry once. Only in compartments that one of the viewers sees
  /// in full by the rows of sight; no ranking, for that would count what others have.
  package func search(_ query: SearchQuery) throws -> [SearchHit] {
    let limit = page(query.limit)
    let scope = try scope(of: query)
    if let scope, scope.isEmpty { return [] }
    var found: [(order: Int64, snippet: String)] = []
    let classes = Compartment.all.filter { query.compartments?.contains($0) ?? true }
    for table in Set(classes.map(\.searchTable)).sorted() {
      found += try rows(query, in: table, scope: scope, limit: limit)
    }
    found.sort { $0.order > $1.order }
    return try found.prefix(limit).compactMap { order, snippet in
      let row = try Row.fetchOne(
        db.cachedStatement(sql: DocketRows.select + " WHERE commit_order = ?"),
        arguments: [order])
      return try row.map {
        SearchHit(entry: try DocketRows.entry($0), snippet: SearchHit.parts(snippet))
      }
    }
  }

  /// What the indexes take, and the text they are made of, in bytes.
  package func searchBytes() throws -> (index: Int64, texts: Int64) {
    var (index, texts): (Int64, Int64) = (0, 0)
    for compartment in Compartment.all {
      let table = compartment.searchTable
      index += try Int64.fetchOne(db, sql: "SELECT total(length(block)) FROM \(table)_data") ?? 0
      texts += try Int64.fetchOne(db, sql: "SELECT total(length(c1)) FROM \(table)_content") ?? 0
    }
    return (index, texts)
  }

  /// Whether all that was committed can be found.
  package func isSearchComplete() throws -> Bool {
    try SearchIndex.reached(db) >= lastOrder()
  }

  private func rows(
    _ query: SearchQuery, in table: String, scope: [String]?, limit: Int
  ) throws -> [(order: Int64, snippet: String)] {
    var match = "{body} : (\(query.text.expression))"
    if let scope {
      match = "{scope} : (\(scope.joined(separator: " OR "))) AND " + match
    }
    var conditions = ["\(table) MATCH ?", "\(table).rowid < ?"]
    var arguments: StatementArguments = [match, query.olderThan]
    func require(_ condition: String, _ values: StatementArguments) {
      conditions.append(condition)
      arguments += values
    }
    func marks(_ count: Int) -> String {
      "(" + Array(repeating: "?", count: count).joined(separator: ", ") + ")"
    }
    require(
      """
      EXISTS (SELECT 1 FROM access WHERE access.viewer IN \(marks(query.viewers.count))
        AND access.dispute = search_rows.dispute
        AND access.compartment = search_rows.compartment AND access.extent = 'FULL')
      """, StatementArguments(query.viewers.map(\.key)))
    if let dispute = query.dispute { require("search_rows.dispute = ?", [dispute.text]) }
    if let compartments = query.compartments {
      let codes = compartments.map(\.code).sorted()
      require("search_rows.compartment IN \(marks(codes.count))", StatementArguments(codes))
    }
    if !query.events.isEmpty {
      let events = query.events.sorted()
      require("search_rows.event IN \(marks(events.count))", StatementArguments(events))
    }
    if let side = query.side { require("search_rows.side = ?", [side.rawValue]) }
    if let kind = query.exhibit { require("search_rows.exhibit = ?", [kind.rawValue]) }
    if let actor = query.actor { require("search_rows.actor = ?", [actor.text]) }
    if let after = query.after { require("search_rows.effective > ?", [after.milliseconds]) }
    if let before = query.before { require("search_rows.effective < ?", [before.milliseconds]) }
    arguments += [limit]
    return try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT \(table).rowid AS entry,
            CASE WHEN length(\(table).body) <= \(SearchLimits.snippetTextCharactersMax)
              THEN snippet(\(table), 1, char(1), char(2), '…', \(SearchLimits.snippetWords)) END
              AS snippet,
            CASE WHEN length(\(table).body) > \(SearchLimits.snippetTextCharactersMax)
              THEN \(table).body END AS long
          FROM \(table) JOIN search_rows ON search_rows.entry = \(table).rowid
          WHERE \(conditions.joined(separator: " AND "))
          ORDER BY \(table).rowid DESC LIMIT ?
          """), arguments: arguments
    ).map { row in
      let long: String? = row["long"]
      return (row["entry"], long.map(query.text.excerpt) ?? row["snippet"])
    }
  }

  /// The words of scope that hold all a viewer can see; nil where there are too many to name, and
  /// then the rows of sight alone decide.
  private func scope(of query: SearchQuery) throws -> [String]? {
    if let dispute = query.dispute { return [SearchScope.word(of: dispute)] }
    var words: [String] = []
    for viewer in query.viewers {
      switch viewer {
      case .organization(let organization): words.append(SearchScope.word(of: organization))
      case .member:
        let disputes = try String.fetchAll(
          db.cachedStatement(
            sql: "SELECT DISTINCT dispute FROM access WHERE viewer = ? AND extent = 'FULL' LIMIT ?"),
          arguments: [viewer.key, SearchLimits.seatsMax + 1])
        guard disputes.count <= SearchLimits.seatsMax else { return nil }
        words += disputes.map { SearchScope.word(of: DisputeID($0)) }
      case .administrator: return nil
      case .auditor: break
      }
    }
    return words
  }
}

extension SearchHit {
  /// The runs of a text in which what was found stands between two marks.
  fileprivate static func parts(_ marked: String) -> [Part] {
    var parts: [Part] = []
    var run = ""
    var isHit = false
    func end() {
      if !run.isEmpty { parts.append(Part(text: run, isHit: isHit)) }
      run = ""
    }
    for character in marked {
      switch character {
      case "\u{1}", "\u{2}":
        end()
        isHit = character == "\u{1}"
      case "\n", "\r\n", "\r", "\t": run.append(" ")
      default: run.append(character)
      }
    }
    end()
    return parts
  }
}
