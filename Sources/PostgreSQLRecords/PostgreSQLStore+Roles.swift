package import CompletionLedger
package import ProgrammeModel

extension PostgreSQLStore {
  /// What an account may do.
  package enum Role: Sendable {
    /// Everything.
    case lead
    /// Read and write what happens in this person's own pairs.
    case mentor(PersonKey)
  }

  /// Whether the server knows an account.
  package func knows(account: String) throws(LedgerFailure) -> Bool {
    let name = Self.literal(account)
    return try asking { try !$0.rows("SELECT rolname FROM pg_roles WHERE rolname = \(name)").isEmpty }
  }

  /// Gives an account of the server a role, and makes the roles where they are not there.
  ///
  /// The owner of the tables calls this; row-level security then holds for everybody else.
  ///
  /// - Throws: `LedgerFailure`: forbidden where the caller may not make roles.
  package func admit(_ account: String, as role: Role) throws(LedgerFailure) {
    let name = "\"\(account.replacing("\"", with: "\"\""))\""
    let grants =
      switch role {
      case .lead: ["DELETE FROM account WHERE account = \(Self.literal(account))", "GRANT passerelle_lead TO \(name)"]
      case .mentor(let person):
        [
          "DELETE FROM account WHERE account = \(Self.literal(account))",
          """
          INSERT INTO account (account, person_key) VALUES
          (\(Self.literal(account)), decode('\(person.description.replacing("-", with: ""))', 'hex'))
          """,
          "GRANT passerelle_mentor TO \(name)",
        ]
      }
    try asking { connection in
      try connection.run("BEGIN")
      do {
        for statement in Self.roles + grants { try connection.run(statement) }
        try connection.run("COMMIT")
      } catch {
        try? connection.run("ROLLBACK")
        throw error
      }
    }
  }

  private static func literal(_ text: String) -> String {
    "'\(text.replacing("'", with: "''"))'"
  }

  private func asking<Result>(_ body: (PostgreSQLConnection) throws -> Result) throws(LedgerFailure) -> Result {
    do { return try alone { try body(connection) } } catch { throw LedgerFailure(error, path: place) }
  }

  /// Roles, what they may do, and which rows they may do it to.
  ///
  /// The three functions run as the owner, so that a policy on a table may ask about the table. Of a partner's other
  /// pairs a mentor's account sees which modules were passed, because conditions ask for that, and nothing else.
  private static let roles =
    ["lead", "mentor"].map { role in
      """
      DO $$ BEGIN CREATE ROLE passerelle_\(role) NOLOGIN; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$
      """
    } + [
      "CREATE TABLE IF NOT EXISTS account (account TEXT NOT NULL PRIMARY KEY, person_key BYTEA NOT NULL)",
      """
      CREATE OR REPLACE FUNCTION my_person() RETURNS BYTEA LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT
      AS 'SELECT person_key FROM account WHERE account = session_user'
      """,
      """
      CREATE OR REPLACE FUNCTION my_pairs() RETURNS SETOF BYTEA LANGUAGE sql STABLE SECURITY DEFINER
      SET search_path FROM CURRENT
      AS 'SELECT pair_key FROM pair WHERE junior = my_person() OR senior = my_person()'
      """,
      """
      CREATE OR REPLACE FUNCTION my_people() RETURNS SETOF BYTEA LANGUAGE sql STABLE SECURITY DEFINER
      SET search_path FROM CURRENT
      AS 'SELECT junior FROM pair WHERE senior = my_person() UNION SELECT senior FROM pair WHERE junior = my_person()
          UNION SELECT my_person()'
      """,
      "GRANT SELECT ON ledger_format TO passerelle_lead, passerelle_mentor",
      "GRANT SELECT, INSERT, UPDATE, DELETE ON \(tables.joined(separator: ", ")) TO passerelle_lead",
      "GRANT SELECT ON timeline, person, event, remark, credential, pair TO passerelle_mentor",
      "GRANT INSERT ON event, remark TO passerelle_mentor",
      "GRANT UPDATE (length, head) ON timeline TO passerelle_mentor",
    ] + tables.map { "ALTER TABLE \($0) ENABLE ROW LEVEL SECURITY" }
    + tables.flatMap { policy(on: $0, "lead", "FOR ALL TO passerelle_lead USING (TRUE) WITH CHECK (TRUE)") }
    + policy(on: "timeline", "see", "FOR SELECT TO passerelle_mentor USING (\(people))")
    + policy(on: "timeline", "append", "FOR UPDATE TO passerelle_mentor USING (\(people)) WITH CHECK (\(people))")
    + policy(on: "person", "see", "FOR SELECT TO passerelle_mentor USING (\(people))")
    + policy(on: "pair", "see", "FOR SELECT TO passerelle_mentor USING (\(pairs))")
    + policy(
      on: "event", "see",
      """
      FOR SELECT TO passerelle_mentor USING (person_key = (SELECT my_person()) OR \(people) AND
      (\(pairs) OR kind IN ('completed', 'passed', 'recognised', 'voided')))
      """)
    + policy(on: "event", "append", "FOR INSERT TO passerelle_mentor WITH CHECK (\(people) AND \(pairs))")
    + policy(on: "remark", "see", "FOR SELECT TO passerelle_mentor USING (\(remarks))")
    + policy(on: "remark", "append", "FOR INSERT TO passerelle_mentor WITH CHECK (\(remarks))")
    + policy(on: "credential", "see", "FOR SELECT TO passerelle_mentor USING (\(people) AND \(pairs))")

  private static let tables = ["timeline", "person", "handle", "pair", "event", "remark", "credential", "account"]
  private static let people = "person_key IN (SELECT my_people())"
  private static let pairs = "pair_key IN (SELECT my_pairs())"
  private static let remarks =
    """
    EXISTS (SELECT FROM event WHERE event.person_key = remark.person_key AND event.event_id = remark.event_id AND \(pairs))
    """

  private static func policy(on table: String, _ name: String, _ rule: String) -> [String] {
    ["DROP POLICY IF EXISTS \(name) ON \(table)", "CREATE POLICY \(name) ON \(table) \(rule)"]
  }
}
