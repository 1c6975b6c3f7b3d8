import CompletionLedger

/// Statements in a transaction of a PostgreSQL database.
struct PostgreSQLSession: StoreSession {
  /// The connection, in a transaction.
  let connection: PostgreSQLConnection
  /// Whether rows may be copied: row-level security wants statements.
  let mayCopy: Bool

  func run(_ statement: Statement, _ arguments: [ColumnValue]) throws -> Int {
    try connection.execute(statement, arguments).changes
  }

  func rows(_ statement: Statement, _ arguments: [ColumnValue], _ take: (StoredRow) throws -> Void) throws {
    let result = try connection.execute(statement, arguments)
    for index in 0..<result.count { try take(result.row(index)) }
  }

  func insert(_ rows: [[ColumnValue]], by statement: Statement) throws {
    if rows.count < Self.fewest || !mayCopy {
      for start in stride(from: 0, to: rows.count, by: Self.most) {
        try connection.pipeline(statement, Array(rows[start..<min(start + Self.most, rows.count)]))
      }
    } else {
      try connection.copy(rows, by: statement)
    }
  }

  /// From so many rows on, `COPY` is quicker than one statement after the other.
  private static let fewest = 50
  /// So many statements are on their way at once.
  private static let most = 500
}
