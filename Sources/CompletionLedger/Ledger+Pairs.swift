package import CurriculumModel
package import ProgrammeModel

extension Ledger {
  /// The pairs whose beginning is recorded, ended ones among them, in order of identifier.
  package func pairs() throws(LedgerFailure) -> [Pair] {
    try reading { try Self.fetchPairs(.pairs, [], $0) }
  }

  /// The pair of this identifier, or nil.
  package func pair(_ id: Identifier<Pair>) throws(LedgerFailure) -> Pair? {
    try reading { try Self.fetchPairs(.pair, [.text(id.rawValue)], $0).first }
  }

  /// The pairs of a person, in either place, in order of identifier.
  package func pairs(of person: PersonKey) throws(LedgerFailure) -> [Pair] {
    try reading { try Self.fetchPairs(.pairsOf, [.id(person)], $0) }
  }

  /// The pairs that a statement finds, in order of identifier.
  static func fetchPairs(
    _ statement: Statement, _ arguments: [ColumnValue], _ session: any StoreSession
  ) throws -> [Pair] {
    try session.rows(statement, arguments).map(Pair.init).sorted { $0.id < $1.id }
  }
}

extension Pair {
  /// A pair as stored: the columns of `Statement.pairs`.
  init(_ row: StoredRow) throws {
    let written = try row.text(4)
    let goals = written.isEmpty ? [] : written.split(separator: " ", omittingEmptySubsequences: false)
    self.init(
      id: Identifier(try row.text(0)), junior: try row.universalID(1), senior: try row.universalID(2),
      curriculum: Identifier(try row.text(3)), goals: goals.map { Identifier(String($0)) })
  }
}
