import FoundationEssentials
import GRDB

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

  /// For how long we wait for others who write, in seconds.
  private static let patience = 5.0

  let database: DatabaseQueue
  /// The file; nil for a ledger in memory.
  package let path: String?

  /// Opens the ledger in a file, and brings its schema to the newest version.
  ///
  /// A file that is not a ledger, or a newer one, is left untouched.
  package init(path: String, _ opening: Opening = .creating) throws(LedgerFailure) {
    let manager = FileManager.default
    var isFolder = false
    if manager.fileExists(atPath: path, isDirectory: &isFolder) {
      guard !isFolder else { throw LedgerFailure(.cannotOpen, path: path) }
    } else if opening == .existing {
      throw LedgerFailure(.notFound, path: path)
    }
    self.path = path
    database = try Self.attempting(path) {
      let database = try DatabaseQueue(path: path, configuration: Self.configuration)
      try database.writeWithoutTransaction { database in
        _ = try Schema.version(of: database, path: path)
        try Self.makeDurable(database)
        try Schema.migrate(database, path: path)
      }
      return database
    }
  }

  /// A ledger in memory, gone with the value.
  package init(inMemory name: String? = nil) throws(LedgerFailure) {
    path = nil
    database = try Self.attempting(nil) {
      let database = try DatabaseQueue(named: name, configuration: Self.configuration)
      try database.writeWithoutTransaction { try Schema.migrate($0, path: nil) }
      return database
    }
  }

  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = true
    configuration.busyMode = .timeout(patience)
    configuration.label = "ledger"
    return configuration
  }

  /// Write-ahead logging, so that readers never wait, with a sync of the disk at each commit.
  private static func makeDurable(_ database: Database) throws {
    let mode = try String.fetchOne(database, sql: "PRAGMA journal_mode = WAL")
    guard mode == "wal" else {
      throw DatabaseError(resultCode: .SQLITE_CANTOPEN, message: "journal mode \(mode ?? "unknown")")
    }
    try database.execute(sql: "PRAGMA synchronous = FULL")
    try database.execute(sql: "PRAGMA secure_delete = ON")
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
