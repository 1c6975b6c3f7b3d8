package import CompletionLedger
import Glibc
import Synchronization

/// A ledger's rows in a PostgreSQL database, or in one of the distributed engines that speak its protocol.
///
/// A class, because there is one connection and one lock on it.
package final class PostgreSQLStore: RecordStore {
  /// The connection.
  let connection: PostgreSQLConnection
  /// The address, without its password.
  package let place: String?
  private let mayCopy: Bool
  private let lock = Mutex<Void>(())

  /// A person's rows may stand on another machine than the next one's.
  package var scope: TransactionScope { .onePerson }

  /// Connects to the database of an address (`postgresql://…`), and brings its schema to the newest version.
  ///
  /// - Throws: `LedgerFailure`: not found where the database holds no ledger and one must exist.
  package init(url: String, _ opening: Ledger.Opening) throws(LedgerFailure) {
    let place = Self.withoutPassword(url)
    self.place = place
    do {
      connection = try PostgreSQLConnection(to: url)
      try PostgreSQLFormat(connection: connection, place: place).bringUpToDate(opening)
      // An engine without the question has no such security.
      let isRestricted = try? connection.rows("SELECT row_security_active('event')::text").first?.values[0]
      mayCopy = isRestricted != .text("true")
    } catch let error as PostgreSQLError {
      throw error.failure(at: place)
    } catch {
      throw LedgerFailure(error, path: place)
    }
  }

  /// Whether an address is one of a PostgreSQL database.
  package static func isAddress(_ url: String) -> Bool {
    url.hasPrefix("postgresql://") || url.hasPrefix("postgres://")
  }

  package func read<Result>(_ body: (any StoreSession) throws -> Result) throws -> Result {
    // A dropped connection is noticed at the first statement of a transaction, where nothing is lost by trying again.
    try transaction("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", attempts: Self.mostAttempts, body)
  }

  package func write<Result>(_ body: (any StoreSession) throws -> Result) throws -> Result {
    try transaction("BEGIN", attempts: Self.mostAttempts, body)
  }

  package func writeOnce<Result>(_ body: (any StoreSession) throws -> Result) throws -> Result {
    try transaction("BEGIN", attempts: 1, body)
  }

  /// Nothing: a server looks after its files.
  package func damage() throws -> [String] { [] }

  /// Rewrites the tables that hold names and words.
  ///
  /// Logs that the server keeps, and copies made before, are not ours. A deleted row that somebody's snapshot may still
  /// show is written anew as well, and a snapshot is as old as the oldest transaction that runs anywhere on the server;
  /// so we wait until whatever runs now has ended, as far as the account may see.
  package func compact() throws {
    let isFree: Bool = try alone {
      let now = try connection.rows("SELECT txid_snapshot_xmax(txid_current_snapshot())").first?.values[0]
      guard case .integer(let transaction) = now else { return false }
      for attempt in 1...Self.mostWaits {
        if try connection.rows(Self.whoeverHasASnapshot(before: transaction)).isEmpty { return true }
        if attempt < Self.mostWaits { usleep(Self.pause) }
      }
      return false
    }
    try alone { try connection.run("VACUUM (FULL) person, handle, remark, credential, pair") }
    if !isFree { throw LedgerFailure(.leftBehind, path: place) }
  }

  private static func whoeverHasASnapshot(before transaction: Int64) -> String {
    """
    SELECT 1 WHERE txid_snapshot_xmin(txid_current_snapshot()) < \(transaction) OR EXISTS (
      SELECT FROM pg_catalog.pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_xmin IS NOT NULL)
    """
  }

  /// Between two looks at who has a snapshot, in microseconds.
  private static let pause: UInt32 = 100_000
  /// Half a minute.
  private static let mostWaits = 300
  private static let mostAttempts = 20

  private func transaction<Result>(
    _ beginning: String, attempts: Int, _ body: (any StoreSession) throws -> Result
  ) throws -> Result {
    try alone {
      for attempt in 1... {
        do {
          try begin(beginning)
          let result = try body(PostgreSQLSession(connection: connection, mayCopy: mayCopy))
          try connection.run("COMMIT")
          return result
        } catch {
          if connection.isAlive { try? connection.run("ROLLBACK") }
          guard let error = error as? PostgreSQLError, error.asksForRetry, attempt < attempts else { throw error }
          // Chance keeps two writers from meeting again.
          usleep(UInt32.random(in: 500...(2_000 * UInt32(attempt))))
        }
      }
      throw LedgerFailure(.busy, path: place)
    }
  }

  private func begin(_ text: String) throws {
    do { try connection.run(text) } catch let error as PostgreSQLError where error.isDisconnected {
      try connection.reconnect()
      try connection.run(text)
    }
  }

  /// Does something with the connection while nobody else does.
  func alone<Result>(_ body: () throws -> Result) throws -> Result {
    var outcome: Swift.Result<Result, any Error>?
    lock.withLock { _ in
      do { outcome = .success(try body()) } catch let error as PostgreSQLError {
        outcome = .failure(error.failure(at: place))
      } catch { outcome = .failure(error) }
    }
    guard let outcome else { throw LedgerFailure(.unexpected, path: place) }
    return try outcome.get()
  }

  private static func withoutPassword(_ url: String) -> String {
    url.replacing(/(:\/\/[^:@\/]*):[^@\/]*@/) { "\($0.1)@" }.replacing(/([?&]password=)[^&]*/) { "\($0.1)…" }
  }
}
