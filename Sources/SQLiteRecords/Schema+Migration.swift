import CompletionLedger
import GRDB

/// "Pasl", by which a file is known to be ours.
private let applicationID: Int32 = 0x5061_736C

extension Schema {
  /// Brings a file to the newest version, in one transaction.
  ///
  /// - Throws: `LedgerFailure` where the file is newer or another application's.
  static func migrate(_ database: Database, path: String?) throws {
    try database.inTransaction(.immediate) {
      let found = try self.version(of: database, path: path)
      if found < version {
        for (_, text) in statements(after: found, in: .sqlite) { try database.execute(sql: text) }
        try database.execute(sql: "PRAGMA application_id = \(applicationID)")
        try database.execute(sql: "PRAGMA user_version = \(version)")
      }
      return .commit
    }
  }

  /// The version of a file, 0 for an empty one, without changing it.
  ///
  /// - Throws: `LedgerFailure` where the file is newer or another application's.
  static func version(of database: Database, path: String?) throws -> Int {
    let application = try Int32.fetchOne(database, sql: "PRAGMA application_id") ?? 0
    let found = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    let isEmpty = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_schema") == 0
    if application == 0, found == 0, isEmpty { return 0 }
    guard application == applicationID else { throw LedgerFailure(.notALedger, path: path) }
    guard found <= version else { throw LedgerFailure(.newer(found: found, known: version), path: path) }
    guard found >= 1 else { throw LedgerFailure(.damaged, path: path) }
    // A scrambled schema would otherwise show as mistakes in our own statements.
    let written = try Set(String.fetchAll(database, sql: "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL"))
    // SQLite keeps a statement without this.
    let expected = statements(after: 0, in: .sqlite).map { $0.text.replacing(" IF NOT EXISTS", with: "") }
    guard found < version || written == Set(expected) else { throw LedgerFailure(.damaged, path: path) }
    return found
  }
}
