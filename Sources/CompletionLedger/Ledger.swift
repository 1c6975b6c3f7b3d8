import FoundationEssentials
import GRDB
import Glibc

/// What people did, append-only, in an SQLite file that several processes may use at once.
///
/// An acknowledged event survives a power cut. Nothing of SQLite shows in the interface, so that another store can
/// stand behind it.
package struct Ledger: Sendable {
  /// What to do about a file that is not there.
  package enum Opening: Sendable {
    /// Create it.
    case creating
    /// Fail.
    case existing
  }

  /// The one connection, by which this value reads and writes.
  let database: DatabaseQueue
  /// The file; nil for a ledger in memory.
  package let path: String?

  /// Opens the ledger in a file, and brings its schema to the newest version.
  ///
  /// A file that is not a ledger, or a newer one, is left untouched. While others write, we wait for `patience` at most.
  package init(
    path: String, _ opening: Opening = .creating, patience: Duration = .seconds(5)
  ) throws(LedgerFailure) {
    let manager = FileManager.default
    var isFolder = false
    if manager.fileExists(atPath: path, isDirectory: &isFolder) {
      guard !isFolder else { throw LedgerFailure(.cannotOpen, path: path) }
    } else if opening == .existing {
      throw LedgerFailure(.notFound, path: path)
    }
    self.path = path
    database = try Self.attempting(path) {
      let database = try DatabaseQueue(path: path, configuration: Self.configuration(patience))
      try database.writeWithoutTransaction { database in
        let version = try Schema.version(of: database, path: path)
        // Nobody means an emptied file by a ledger that exists.
        if version == 0, opening == .existing { throw LedgerFailure(.notALedger, path: path) }
        try Self.makeDurable(database, patience)
        if version < Schema.version { try Schema.migrate(database, path: path) }
      }
      return database
    }
  }

  /// A ledger in memory, gone with the value and its copies.
  package static func inMemory() throws(LedgerFailure) -> Ledger {
    let database = try attempting(nil) {
      let database = try DatabaseQueue(configuration: configuration(.zero))
      try database.writeWithoutTransaction { try Schema.migrate($0, path: nil) }
      return database
    }
    return Ledger(database: database)
  }

  private init(database: DatabaseQueue) {
    self.database = database
    path = nil
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

  private static func attempting<Result>(
    _ path: String?, _ body: () throws -> Result
  ) throws(LedgerFailure) -> Result {
    do { return try body() } catch { throw LedgerFailure(error, path: path) }
  }

  /// Reads at one point in time.
  func reading<Result>(_ body: (Database) throws -> Result) throws(LedgerFailure) -> Result {
    try Self.attempting(path) { try database.read(body) }
  }

  /// Writes in one transaction, all or nothing.
  func writing<Result>(_ body: (Database) throws -> Result) throws(LedgerFailure) -> Result {
    try Self.attempting(path) { try database.write(body) }
  }
}
