import CompletionLedger
import Foundation
import PostgreSQLRecords
import ProgrammeModel
import ProgrammeStories
import TestServers
import Testing

/// What only a server can do to us.
@Suite(.enabled(if: PostgreSQLServer.isThere, "no PostgreSQL server can be had: see Tests/Setup/run-postgresql"))
struct ServerTests {
  private var story = Story()

  init() {
    story.enrol(story.first)
  }

  /// The server itself raises the error, the first times that a row comes; a sequence counts even what is rolled back.
  @Test(arguments: ["40001", "40P01"]) mutating func whatTheServerAsksToRunAgainIsRunAgain(state: String) throws {
    let server = try PostgreSQLServer.shared.get()
    let url = try server.makeDatabase()
    let ledger = Ledger(try PostgreSQLStore(url: url, .creating))
    try ledger.add(peopleOf: story)
    try refuse(3, with: state, at: url)
    try ledger.record(.init(story.events))
    #expect(try server.run("SELECT last_value FROM refusals", at: url) == "5", "three refusals and two rows")
    #expect(try ledger.verify() == .init(people: 3, events: 2, findings: []))
    try server.run("ALTER SEQUENCE refusals RESTART", at: url)
    try refuse(1_000_000, with: state, at: url)
    let event = story.make(.sessionMissed, .pair(story.first), "2026-02-02")
    check(.busy) { try ledger.record(.init([event])) }
    #expect(try ledger.event(event.id) == nil)
  }

  @Test mutating func aServerThatGoesAwayIsSaidAndOneThatComesBackIsUsed() throws {
    let server = try PostgreSQLServer.shared.get()
    let url = try server.makeDatabase()
    let ledger = Ledger(try PostgreSQLStore(url: url, .creating))
    try ledger.add(peopleOf: story)
    func endConnections() throws {
      try server.run(
        """
        SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND application_name = 'passerelle'
        """, at: url)
    }
    try endConnections()
    try ledger.record(.init(story.events))
    let event = story.make(.sessionMissed, .pair(story.first), "2026-02-02")
    check(.unreachable) {
      try ledger.importing { importer in
        try importer.add(event)
        try endConnections()
      }
    }
    #expect(try ledger.event(event.id) == nil)
    #expect(try ledger.verify() == .init(people: 3, events: 2, findings: []))
  }

  @Test func aServerThatStopsInTheMiddleIsSaid() throws {
    let own = try PostgreSQLServer.start().get()
    let url = try own.makeDatabase()
    let ledger = Ledger(try PostgreSQLStore(url: url, .creating))
    try ledger.add(peopleOf: story)
    check(.unreachable) {
      try ledger.importing { importer in
        for event in story.events { try importer.add(event) }
        own.stop()
        while FileManager.default.fileExists(atPath: own.folder) { usleep(10_000) }
      }
    }
    check(.unreachable) { try ledger.people() }
    check(.unreachable) { try PostgreSQLStore(url: url, .existing) }
  }

  @Test func anEmptyAndANewerDatabaseAreLeftAlone() throws {
    let server = try PostgreSQLServer.shared.get()
    let url = try server.makeDatabase()
    check(.notFound) { try PostgreSQLStore(url: url, .existing) }
    #expect(try server.run("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'", at: url) == "0")
    _ = try PostgreSQLStore(url: url, .creating)
    try server.run("INSERT INTO ledger_format VALUES (9)", at: url)
    check(.newer(found: 9, known: 1)) { try PostgreSQLStore(url: url, .creating) }
  }

  @Test func aStoppedMigrationGoesOn() throws {
    let server = try PostgreSQLServer.shared.get()
    let url = try server.makeDatabase()
    _ = try PostgreSQLStore(url: url, .creating)
    try server.run("DELETE FROM ledger_format; DROP TABLE credential; DROP INDEX event_by_id", at: url)
    let ledger = Ledger(try PostgreSQLStore(url: url, .creating))
    try ledger.add(peopleOf: story)
    try ledger.record(.init(story.events))
    #expect(try ledger.verify().findings == [])
  }

  @Test func thePasswordIsNeverShown() throws {
    let failure = #expect(throws: LedgerFailure.self) {
      try PostgreSQLStore(url: "postgresql://awa:s3cret@localhost:1/x?password=s3cret&connect_timeout=1", .existing)
    }
    #expect(failure?.code == .unreachable)
    #expect(failure?.path == "postgresql://awa@localhost:1/x?password=…&connect_timeout=1")
    #expect(failure?.cause?.message.contains("s3cret") == false)
  }

  /// Makes the server refuse so many event rows.
  private func refuse(_ times: Int, with state: String, at url: String) throws {
    try PostgreSQLServer.shared.get().run(
      """
      CREATE SEQUENCE IF NOT EXISTS refusals;
      CREATE OR REPLACE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF nextval('refusals') <= \(times) THEN RAISE EXCEPTION 'again' USING ERRCODE = '\(state)'; END IF;
        RETURN NEW;
      END $$;
      CREATE OR REPLACE TRIGGER refuse BEFORE INSERT ON event FOR EACH ROW EXECUTE FUNCTION refuse();
      """, at: url)
  }

  private func check(
    _ expected: LedgerFailure.Code, at location: SourceLocation = #_sourceLocation, _ body: () throws -> some Any
  ) {
    let failure = #expect(throws: LedgerFailure.self, sourceLocation: location) { try body() }
    #expect(failure?.code == expected, sourceLocation: location)
  }
}
