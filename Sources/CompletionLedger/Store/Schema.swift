/// The tables, and the steps by which a store of an older version gets them.
///
/// What distributed engines accept: per-person tables lead their keys with the person, so that a person's rows stand
/// together; a pair and a handle stand by themselves; nothing is numbered by the database, nothing fires, nothing is
/// unique across people, and no event is ever updated. Each statement may be run again, so that a migration that was
/// stopped goes on.
package enum Schema {
  /// How a store writes what differs between engines.
  package enum Dialect: Sendable {
    /// SQLite.
    case sqlite
    /// PostgreSQL, and what speaks its protocol.
    case postgresql

    fileprivate var words: [(String, String)] {
      switch self {
      case .sqlite: [("BYTES", "BLOB"), (") TABLE", ") WITHOUT ROWID, STRICT")]
      case .postgresql: [("BYTES", "BYTEA"), ("INTEGER", "BIGINT"), (") TABLE", ")")]
      }
    }
  }

  /// Where a store that has no place of its own for the version of its schema keeps it.
  package static let formatTable =
    "CREATE TABLE IF NOT EXISTS ledger_format (version BIGINT NOT NULL PRIMARY KEY)"

  /// What keeps names out of the samples that PostgreSQL's planner takes; an engine without samples refuses them.
  package static let privacy = [
    "ALTER TABLE person ALTER COLUMN name SET STATISTICS 0", "ALTER TABLE person ALTER COLUMN handle SET STATISTICS 0",
    "ALTER TABLE handle ALTER COLUMN handle SET STATISTICS 0", "ALTER TABLE pair ALTER COLUMN pair_id SET STATISTICS 0",
    "ALTER TABLE remark ALTER COLUMN text SET STATISTICS 0",
    "ALTER TABLE credential ALTER COLUMN token SET STATISTICS 0",
  ]

  /// The newest version known here; also how many steps there are.
  package static var version: Int { steps.count }

  /// The statements of the steps after a version, in order, each with the version that it leads to.
  package static func statements(after version: Int, in dialect: Dialect) -> [(version: Int, text: String)] {
    steps.indices.dropFirst(version).flatMap { step in
      steps[step].map { text in
        (version: step + 1, text: dialect.words.reduce(text) { $0.replacing($1.0, with: $1.1) })
      }
    }
  }

  /// The statements of each step, from an empty store on.
  private static let steps: [[String]] = [
    [
      """
      CREATE TABLE IF NOT EXISTS timeline (
        person_key BYTES NOT NULL PRIMARY KEY CHECK (length(person_key) = 16),
        length INTEGER NOT NULL CHECK (length >= 0),
        head BYTES NOT NULL CHECK (length(head) = 32)
      ) TABLE
      """,
      """
      CREATE TABLE IF NOT EXISTS person (
        person_key BYTES NOT NULL PRIMARY KEY REFERENCES timeline (person_key),
        handle TEXT NOT NULL CHECK (handle <> ''),
        name TEXT NOT NULL CHECK (name <> ''),
        language TEXT NOT NULL CHECK (language <> ''),
        secret BYTES NOT NULL CHECK (length(secret) = 32)
      ) TABLE
      """,
      "CREATE INDEX IF NOT EXISTS person_by_handle ON person (handle)",
      """
      CREATE TABLE IF NOT EXISTS handle (
        handle TEXT NOT NULL PRIMARY KEY CHECK (handle <> ''),
        person_key BYTES NOT NULL CHECK (length(person_key) = 16)
      ) TABLE
      """,
      """
      CREATE TABLE IF NOT EXISTS pair (
        pair_id TEXT NOT NULL PRIMARY KEY CHECK (pair_id <> ''),
        pair_key BYTES NOT NULL CHECK (length(pair_key) = 16),
        junior BYTES CHECK (length(junior) = 16),
        senior BYTES CHECK (length(senior) = 16),
        curriculum TEXT CHECK (curriculum <> ''),
        goals TEXT,
        CHECK (junior <> senior),
        CHECK ((junior IS NULL) = (senior IS NULL) AND (junior IS NULL) = (curriculum IS NULL))
      ) TABLE
      """,
      "CREATE INDEX IF NOT EXISTS pair_by_key ON pair (pair_key)",
      "CREATE INDEX IF NOT EXISTS pair_by_junior ON pair (junior)",
      "CREATE INDEX IF NOT EXISTS pair_by_senior ON pair (senior)",
      """
      CREATE TABLE IF NOT EXISTS event (
        person_key BYTES NOT NULL REFERENCES timeline (person_key),
        event_id BYTES NOT NULL CHECK (length(event_id) = 16),
        position INTEGER NOT NULL CHECK (position >= 1),
        occurred_at INTEGER NOT NULL,
        recorded_at INTEGER NOT NULL,
        kind TEXT NOT NULL CHECK (kind <> ''),
        pair_key BYTES CHECK (length(pair_key) = 16),
        payload TEXT NOT NULL CHECK (payload LIKE '{%}'),
        hash BYTES NOT NULL CHECK (length(hash) = 32),
        PRIMARY KEY (person_key, event_id)
      ) TABLE
      """,
      "CREATE INDEX IF NOT EXISTS event_by_id ON event (event_id)",
      """
      CREATE TABLE IF NOT EXISTS remark (
        person_key BYTES NOT NULL,
        event_id BYTES NOT NULL,
        text TEXT NOT NULL,
        PRIMARY KEY (person_key, event_id),
        FOREIGN KEY (person_key, event_id) REFERENCES event (person_key, event_id)
      ) TABLE
      """,
      """
      CREATE TABLE IF NOT EXISTS credential (
        person_key BYTES NOT NULL REFERENCES timeline (person_key),
        credential_id BYTES NOT NULL CHECK (length(credential_id) = 16),
        certificate TEXT NOT NULL CHECK (certificate <> ''),
        pair_key BYTES NOT NULL CHECK (length(pair_key) = 16),
        issued_at INTEGER NOT NULL,
        place INTEGER NOT NULL CHECK (place >= 0),
        token TEXT NOT NULL CHECK (token <> ''),
        PRIMARY KEY (person_key, credential_id)
      ) TABLE
      """,
      "CREATE INDEX IF NOT EXISTS credential_by_id ON credential (credential_id)",
    ]
  ]
}
