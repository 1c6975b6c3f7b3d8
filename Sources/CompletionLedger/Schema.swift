import GRDB

/// The tables, and the steps by which a file of an older version gets them.
///
/// Per-person tables lead their keys with the person, so that an engine that distributes rows can keep a person's
/// together; nothing is numbered by the database, nothing fires, and no event is ever updated.
enum Schema {
  /// "Pasl", by which a file is known to be ours.
  static let applicationID: Int32 = 0x5061_736C
  /// The newest version known here; also how many steps there are.
  static var version: Int { steps.count }

  /// The statements of each step, from an empty file on.
  private static let steps: [[String]] = [
    [
      """
      CREATE TABLE timeline (
        person_key BLOB NOT NULL PRIMARY KEY CHECK (length(person_key) = 16),
        length INTEGER NOT NULL CHECK (length >= 0),
        head BLOB NOT NULL CHECK (length(head) = 32)
      ) WITHOUT ROWID, STRICT
      """,
      """
      CREATE TABLE person (
        person_key BLOB NOT NULL PRIMARY KEY REFERENCES timeline (person_key),
        handle TEXT NOT NULL UNIQUE CHECK (handle <> ''),
        name TEXT NOT NULL CHECK (name <> ''),
        language TEXT NOT NULL CHECK (language <> ''),
        secret BLOB NOT NULL CHECK (length(secret) = 32)
      ) WITHOUT ROWID, STRICT
      """,
      """
      CREATE TABLE pair (
        pair_id TEXT NOT NULL PRIMARY KEY CHECK (pair_id <> ''),
        junior BLOB NOT NULL REFERENCES timeline (person_key),
        senior BLOB NOT NULL REFERENCES timeline (person_key),
        curriculum TEXT NOT NULL CHECK (curriculum <> ''),
        goals TEXT NOT NULL,
        CHECK (junior <> senior)
      ) WITHOUT ROWID, STRICT
      """,
      """
      CREATE TABLE event (
        person_key BLOB NOT NULL REFERENCES timeline (person_key),
        event_id BLOB NOT NULL CHECK (length(event_id) = 16),
        position INTEGER NOT NULL CHECK (position >= 1),
        occurred_at INTEGER NOT NULL,
        recorded_at INTEGER NOT NULL,
        kind TEXT NOT NULL CHECK (kind <> ''),
        pair_id TEXT CHECK (pair_id <> ''),
        payload TEXT NOT NULL CHECK (json_valid(payload)),
        hash BLOB NOT NULL CHECK (length(hash) = 32),
        PRIMARY KEY (person_key, event_id)
      ) WITHOUT ROWID, STRICT
      """,
      "CREATE INDEX event_by_id ON event (event_id)",
      """
      CREATE TABLE remark (
        person_key BLOB NOT NULL,
        event_id BLOB NOT NULL,
        text TEXT NOT NULL,
        PRIMARY KEY (person_key, event_id),
        FOREIGN KEY (person_key, event_id) REFERENCES event (person_key, event_id)
      ) WITHOUT ROWID, STRICT
      """,
      """
      CREATE TABLE credential (
        person_key BLOB NOT NULL REFERENCES timeline (person_key),
        credential_id BLOB NOT NULL CHECK (length(credential_id) = 16),
        certificate TEXT NOT NULL CHECK (certificate <> ''),
        pair_id TEXT NOT NULL CHECK (pair_id <> ''),
        issued_at INTEGER NOT NULL,
        place INTEGER NOT NULL CHECK (place >= 0),
        token TEXT NOT NULL CHECK (token <> ''),
        PRIMARY KEY (person_key, credential_id)
      ) WITHOUT ROWID, STRICT
      """,
      "CREATE INDEX credential_by_id ON credential (credential_id)",
    ]
  ]

  /// Brings a file to the newest version, in one transaction.
  ///
  /// - Throws: `LedgerFailure` where the file is newer or another application's.
  static func migrate(_ database: Database, path: String?) throws {
    try database.inTransaction(.immediate) {
      let found = try self.version(of: database, path: path)
      if found < version {
        for statement in steps[found...].joined() { try database.execute(sql: statement) }
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
    guard found < version || written == Set(steps.joined()) else { throw LedgerFailure(.damaged, path: path) }
    return found
  }
}
