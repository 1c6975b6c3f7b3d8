import Bilingual
package import CurriculumModel
import FoundationEssentials
import GRDB
package import ProgrammeModel

extension Ledger {
  /// The pairs whose beginning is recorded, ended ones among them, in order of identifier.
  package func pairs() throws(LedgerFailure) -> [Pair] {
    try reading { try Self.fetchPairs($0, where: "TRUE", []) }
  }

  /// The pair of this identifier, or nil.
  package func pair(_ id: Identifier<Pair>) throws(LedgerFailure) -> Pair? {
    try reading { try Self.fetchPairs($0, where: "pair_id = ?", [id.rawValue]).first }
  }

  /// The pairs of a person, in either place, in order of identifier.
  package func pairs(of person: PersonKey) throws(LedgerFailure) -> [Pair] {
    try reading { try Self.fetchPairs($0, where: "? IN (junior, senior)", [person.blob]) }
  }

  /// Makes the pair's row say what its history does, after an enrolment or a void.
  func reflectPair(of event: Event, _ database: Database) throws {
    switch event.kind {
    case .enrolled, .voided: break
    default: return
    }
    guard case .pair(let id, let junior, let senior) = event.subject else { return }
    let standing = try Self.fetchPairs(database, where: "pair_id = ?", [id.rawValue]).first
    let isOthers = standing.map { ($0.junior, $0.senior) != (junior, senior) } ?? false
    let history = try Self.fetchHistory(of: [junior], database)
    let progress = history.progress(asOf: Moment(milliseconds: .max), under: ModuleTerms([:]))
    if isOthers || progress.disregarded[event.id] == .enrolledBefore {
      throw LedgerFailure(.conflict(.pair(id)), path: path)
    }
    try database.execute(sql: "DELETE FROM pair WHERE pair_id = ?", arguments: [id.rawValue])
    guard let agreed = progress.pair(id).agreed else { return }
    try database.execute(
      sql: "INSERT INTO pair (pair_id, junior, senior, curriculum, goals) VALUES (?, ?, ?, ?, ?)",
      arguments: [
        id.rawValue, agreed.junior.blob, agreed.senior.blob, agreed.curriculum.rawValue,
        agreed.goals.map(\.rawValue).joined(separator: " "),
      ])
  }

  /// The pairs that fit an SQL condition, in order of identifier.
  static func fetchPairs(
    _ database: Database, where condition: String, _ arguments: StatementArguments
  ) throws -> [Pair] {
    try Row.fetchAll(
      database, sql: "SELECT pair_id, junior, senior, curriculum, goals FROM pair WHERE \(condition) ORDER BY pair_id",
      arguments: arguments
    ).map { row in
      let written: String = try row.value("goals")
      let goals = written.isEmpty ? [] : written.split(separator: " ", omittingEmptySubsequences: false)
      return Pair(
        id: Identifier(try row.value("pair_id")), junior: try row.universalID("junior"),
        senior: try row.universalID("senior"), curriculum: Identifier(try row.value("curriculum")),
        goals: goals.map { Identifier(String($0)) })
    }
  }
}
