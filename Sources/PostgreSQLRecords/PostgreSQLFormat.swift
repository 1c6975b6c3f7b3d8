import CompletionLedger

/// The schema of a PostgreSQL database, and the way to the newest one.
struct PostgreSQLFormat {
  /// The connection.
  let connection: PostgreSQLConnection
  /// What people call the database.
  let place: String

  /// Brings the schema to the newest version, one statement at a time; where one was stopped, the next goes on.
  ///
  /// - Throws: `LedgerFailure` where there is no ledger but should be one, or a newer one.
  func bringUpToDate(_ opening: Ledger.Opening) throws {
    var found = try version()
    guard found > 0 || opening == .creating else { throw LedgerFailure(.notFound, path: place) }
    if found == 0 { try make(Schema.formatTable) }
    while found < Schema.version {
      let next = found + 1
      for statement in Schema.statements(after: found, in: .postgresql) where statement.version == next {
        try make(statement.text)
      }
      for statement in Schema.privacy { try? connection.run(statement) }
      _ = try connection.execute(.noteFormat, [.integer(Int64(next))])
      found = next
    }
    guard found <= Schema.version else {
      throw LedgerFailure(.newer(found: found, known: Schema.version), path: place)
    }
  }

  /// The version of the database's schema, 0 where it holds no ledger.
  private func version() throws -> Int {
    // Unlike the information schema, this shows a stranger to the ledger that there is one.
    let tables = try connection.rows(
      """
      SELECT tablename FROM pg_catalog.pg_tables
      WHERE tablename = 'ledger_format' AND schemaname = ANY (current_schemas(false))
      """)
    guard !tables.isEmpty else { return 0 }
    let result = try connection.execute(.format, [])
    guard result.count > 0, case .integer(let version) = result.row(0).values[0] else { return 0 }
    return Int(version)
  }

  private func make(_ statement: String) throws {
    for attempt in 1...10 {
      do { return try connection.run(statement) } catch let error as PostgreSQLError {
        guard error.isRaceOfMakers || error.asksForRetry, attempt < 10 else { throw error }
      }
    }
  }
}
