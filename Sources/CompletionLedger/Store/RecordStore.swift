/// Where a ledger keeps its rows: an SQLite file, a PostgreSQL database.
///
/// A store knows how to run the statements of `Statement` in transactions, and nothing of what they mean. It throws
/// `LedgerFailure` for what it meets itself, and lets pass what the body throws.
package protocol RecordStore: Sendable {
  /// What people call it: a path, or an address without its password; nil for one in memory.
  var place: String? { get }
  /// What a transaction may touch.
  var scope: TransactionScope { get }
  /// Reads at one point in time.
  func read<Result>(_ body: (any StoreSession) throws -> Result) throws -> Result
  /// Writes in one transaction, all or nothing; the body may be run again where the store asks for a retry.
  func write<Result>(_ body: (any StoreSession) throws -> Result) throws -> Result
  /// Writes in one transaction that is too large to be run again.
  func writeOnce<Result>(_ body: (any StoreSession) throws -> Result) throws -> Result
  /// What the store itself finds damaged, in its own words.
  func damage() throws -> [String]
  /// Takes away what deleted rows leave behind in files, as far as the store can.
  func compact() throws
}

/// What a transaction may touch.
package enum TransactionScope: Sendable {
  /// Whatever it wants: one writer at a time.
  case everyone
  /// The rows of one person, or one pair's: where rows may stand on different machines, this is what engines do well.
  case onePerson
}

/// A connection in a transaction.
package protocol StoreSession {
  /// Runs a statement that returns nothing, and says how many rows it changed.
  @discardableResult
  func run(_ statement: Statement, _ arguments: [ColumnValue]) throws -> Int
  /// Runs a statement and takes each row that it returns.
  func rows(_ statement: Statement, _ arguments: [ColumnValue], _ take: (StoredRow) throws -> Void) throws
  /// Runs an `INSERT` for each row, by the quickest way that the store has.
  func insert(_ rows: [[ColumnValue]], by statement: Statement) throws
}

extension StoreSession {
  /// The rows that a statement returns.
  func rows(_ statement: Statement, _ arguments: [ColumnValue]) throws -> [StoredRow] {
    var rows: [StoredRow] = []
    try self.rows(statement, arguments) { rows.append($0) }
    return rows
  }

  /// The first row that a statement returns, or nil.
  func row(_ statement: Statement, _ arguments: [ColumnValue]) throws -> StoredRow? {
    try rows(statement, arguments).first
  }
}
