package import CompletionLedger
import FoundationEssentials
import GRDB
import Glibc

/// A ledger's rows in an SQLite file, which several processes may use at once.
package struct SQLiteStore: RecordStore {
  /// The one connection, by which this value reads and writes.
  let database: DatabaseQueue
  /// The file; nil for a store in memory.
  package let place: String?

  /// Whoever writes has the file alone.
  package var scope: TransactionScope { .everyone }

  /// Opens a file, and brings its schema to the newest version.
  ///
  /// A file that is not a ledger, or a newer one, is left untouched. While others write, we wait for `patience` at most.
  package init(
    path: String, _ opening: Ledger.Opening, patience: Duration = .seconds(5)
  ) throws(LedgerFailure) {
    do { try self.init(opening: path, opening, patience) } catch { throw LedgerFailure(error, path: path) }
  }

  /// A store in memory, gone with the value and its copies.
  package static func inMemory() throws(LedgerFailure) -> SQLiteStore {
    do {
      return try attempting(nil) {
        let database = try DatabaseQueue(configuration: configuration(.zero))
        try database.writeWithoutTransaction { try Schema.migrate($0, path: nil) }
        return SQLiteStore(database: database, place: nil)
      }
    } catch { throw LedgerFailure(error, path: nil) }
  }

  package func read<Result>(_ body: (any StoreSession) throws -> Result) throws -> Result {
    try attempting(place) { try database.read { try body(SQLiteSession($0)) } }
  }

  package func write<Result>(_ body: (any StoreSession) throws -> Result) throws -> Result {
    try attempting(place) {
      try database.writeWithoutTransaction { database in
        // What GRDB's own transaction does, without parsing the two statements for each event.
        try database.cachedStatement(sql: "BEGIN IMMEDIATE TRANSACTION").execute()
        do {
          let result = try body(SQLiteSession(database))
          try database.cachedStatement(sql: "COMMIT TRANSACTION").execute()
          return result
        } catch {
          try? database.rollback()
          throw error
        }
      }
    }
  }

  package func writeOnce<Result>(_ body: (any StoreSession) throws -> Result) throws -> Result {
    try write(body)
  }

  package func damage() throws -> [String] {
    try attempting(place) {
      try database.read { try String.fetchAll($0, sql: "PRAGMA integrity_check").filter { $0 != "ok" } }
    }
  }

  /// Rewrites the file and empties its log, so that nothing deleted is left in either.
  package func compact() throws {
    try attempting(place) {
      try database.writeWithoutTransaction { database in
        try database.execute(sql: "VACUUM")
        guard place != nil else { return }
        let blocked = try Int.fetchOne(database, sql: "PRAGMA wal_checkpoint(TRUNCATE)") ?? 0
        if blocked != 0 { throw LedgerFailure(.leftBehind, path: place) }
      }
    }
  }

  private init(database: DatabaseQueue, place: String?) {
    (self.database, self.place) = (database, place)
  }

  private init(opening path: String, _ opening: Ledger.Opening, _ patience: Duration) throws {
    var isFolder = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) {
      guard !isFolder else { throw LedgerFailure(.cannotOpen, path: path) }
    } else if opening == .existing {
      throw LedgerFailure(.notFound, path: path)
    }
    place = path
    database = try attempting(path) {
      let database = try DatabaseQueue(path: path, configuration: Self.configuration(patience))
      try database.writeWithoutTransaction { database in
        // One transaction, or what another process creates meanwhile would be seen by halves.
        var version = 0
        try database.inTransaction(.deferred) {
          version = try Schema.version(of: database, path: path)
          return .commit
        }
        // Nobody means an emptied file by a ledger that exists.
        if version == 0, opening == .existing { throw LedgerFailure(.notALedger, path: path) }
        try Self.makeDurable(database, patience)
        if version < Schema.version { try Schema.migrate(database, path: path) }
      }
      return database
    }
  }

  private static func configuration(_ patience: Duration) -> Configuration {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = true
    configuration.busyMode = .timeout(patience / .seconds(1))
    configuration.label = "ledger"
    return configuration
  }

  /// Write-ahead logging, so that readers never wait, with a sync of the disk at each commit.
  private static func makeDurable(_ database: Database, _ patience: Duration) throws {
    try switchToWriteAheadLog(database, attempts: max(1, Int(patience / pause)))
    try database.execute(sql: "PRAGMA synchronous = FULL")
    try database.execute(sql: "PRAGMA secure_delete = ON")
    // A row stands among its person's, all over the file: with SQLite's 2 MB each page of a large import is read and
    // written again and again, which takes twice as long. Memory is taken as it is needed.
    try database.execute(sql: "PRAGMA cache_size = -65536")
  }

  /// Between two attempts at the switch.
  private static let pause = Duration.milliseconds(10)

  /// Changes the journal's mode, for which SQLite wants the file to itself.
  ///
  /// Where another process is doing the same, SQLite says so at once instead of waiting as configured, because both
  /// would wait for each other; so we wait ourselves.
  private static func switchToWriteAheadLog(_ database: Database, attempts: Int) throws {
    for attempt in 1...attempts {
      do {
        let mode = try String.fetchOne(database, sql: "PRAGMA journal_mode = WAL")
        guard mode == "wal" else {
          throw DatabaseError(resultCode: .SQLITE_CANTOPEN, message: "journal mode \(mode ?? "unknown")")
        }
        return
      } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY && attempt < attempts {
        usleep(UInt32(pause.components.attoseconds / 1_000_000_000_000))
      }
    }
  }
}

extension Ledger {
  /// The ledger in an SQLite file.
  package init(
    path: String, _ opening: Opening = .creating, patience: Duration = .seconds(5)
  ) throws(LedgerFailure) {
    self.init(try SQLiteStore(path: path, opening, patience: patience))
  }

  /// A ledger in memory, gone with the value and its copies.
  package static func inMemory() throws(LedgerFailure) -> Ledger {
    Ledger(try SQLiteStore.inMemory())
  }
}
