import CompletionLedger
import FoundationEssentials
import GRDB
import GRDBSQLite

/// Statements in a transaction of an SQLite file.
struct SQLiteSession: StoreSession {
  private let database: Database

  /// The transaction that this connection is in.
  init(_ database: Database) {
    self.database = database
  }

  func run(_ statement: CompletionLedger.Statement, _ arguments: [ColumnValue]) throws -> Int {
    try unsafe execute(prepared(statement), arguments) { _ in }
    return database.changesCount
  }

  func rows(
    _ statement: CompletionLedger.Statement, _ arguments: [ColumnValue], _ take: (StoredRow) throws -> Void
  ) throws {
    let prepared = try unsafe prepared(statement)
    guard let list = arguments.firstIndex(where: \.isList), case .anyOf(let elements) = arguments[list] else {
      return try unsafe execute(prepared, arguments, take)
    }
    var arguments = arguments
    for element in elements {
      arguments[list] = .bytes(element)
      try unsafe execute(prepared, arguments, take)
    }
  }

  func insert(_ rows: [[ColumnValue]], by statement: CompletionLedger.Statement) throws {
    let prepared = try unsafe prepared(statement)
    for row in rows { try unsafe execute(prepared, row) { _ in } }
  }

  /// GRDB keeps the statement; we bind and step by ourselves, which is twice as quick as its values are.
  private func prepared(_ statement: CompletionLedger.Statement) throws -> OpaquePointer {
    try unsafe database.cachedStatement(sql: Self.texts[statement] ?? statement.rawValue).sqliteStatement
  }

  /// The statements as SQLite writes them.
  ///
  /// Whoever writes has the whole file, so that ends of chains are held by reading them.
  private static let texts = Dictionary(
    uniqueKeysWithValues: CompletionLedger.Statement.allCases.map { statement in
      let text =
        statement == .holdTimelines
        ? "SELECT person_key, length, head FROM timeline WHERE person_key = ?1" : statement.rawValue
      return (statement, text.replacing("= ANY($1)", with: "= ?1").replacing("$", with: "?"))
    })

  private func execute(
    _ statement: OpaquePointer, _ arguments: [ColumnValue], _ take: (StoredRow) throws -> Void
  ) throws {
    defer {
      unsafe sqlite3_reset(statement)
      unsafe sqlite3_clear_bindings(statement)
    }
    for (index, value) in arguments.enumerated() { try unsafe bind(value, at: Int32(index + 1), of: statement) }
    var rows: [StoredRow] = []
    while true {
      switch unsafe sqlite3_step(statement) {
      case SQLITE_ROW: rows.append(unsafe row(of: statement))
      case SQLITE_DONE:
        unsafe sqlite3_reset(statement)
        // A row may make its taker run the same statement.
        for row in rows { try take(row) }
        return
      default: throw unsafe failure(of: statement)
      }
    }
  }

  private func bind(_ value: ColumnValue, at index: Int32, of statement: OpaquePointer) throws {
    let code =
      switch value {
      case .null: unsafe sqlite3_bind_null(statement, index)
      case .integer(let number): unsafe sqlite3_bind_int64(statement, index, number)
      case .text(let text): unsafe sqlite3_bind_text(statement, index, text, Int32(text.utf8.count), Self.copying)
      case .bytes(let bytes): unsafe sqlite3_bind_blob(statement, index, bytes, Int32(bytes.count), Self.copying)
      case .anyOf: preconditionFailure("A list is bound element by element.")
      }
    guard code == SQLITE_OK else { throw unsafe failure(of: statement) }
  }

  /// SQLite copies what it is given before the call returns.
  private static let copying = unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)

  private func row(of statement: OpaquePointer) -> StoredRow {
    StoredRow(
      (0..<(unsafe sqlite3_column_count(statement))).map { column in
        switch unsafe sqlite3_column_type(statement, column) {
        case SQLITE_INTEGER: return .integer(unsafe sqlite3_column_int64(statement, column))
        case SQLITE_TEXT:
          guard let start = unsafe sqlite3_column_text(statement, column) else { return .text("") }
          let count = Int(unsafe sqlite3_column_bytes(statement, column))
          return .text(unsafe String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self))
        case SQLITE_BLOB:
          guard let start = unsafe sqlite3_column_blob(statement, column) else { return .bytes([]) }
          let count = Int(unsafe sqlite3_column_bytes(statement, column))
          return .bytes(unsafe Array(UnsafeRawBufferPointer(start: start, count: count)))
        default: return .null
        }
      })
  }

  private func failure(of statement: OpaquePointer) -> DatabaseError {
    let connection = unsafe sqlite3_db_handle(statement)
    let message = unsafe sqlite3_errmsg(connection).map { unsafe String(cString: $0) }
    return DatabaseError(
      resultCode: ResultCode(rawValue: unsafe sqlite3_extended_errcode(connection)), message: message)
  }
}

extension ColumnValue {
  fileprivate var isList: Bool {
    if case .anyOf = self { true } else { false }
  }
}
