import CompletionLedger
import CurriculumModel
import PostgreSQLRecords
import ProgrammeModel
import ProgrammeStories
import TestServers
import Testing

/// Who may see and do what on a server, tried by logging in as them.
@Suite(.enabled(if: PostgreSQLServer.isThere, "no PostgreSQL server can be had: see Tests/Setup/run-postgresql"))
struct RoleTests {
  private var story = Story()
  private let server: PostgreSQLServer
  private let url: String
  private let owner: PostgreSQLStore

  init() throws {
    story.enrol(story.first)
    story.enrol(story.second)
    let bruno = Event.Subject.person(story.bruno.key, in: "chloe-bruno")
    story.tell(.passed(story.run("sm-post"), override: "Chloé saw it"), bruno, "2026-02-02")
    story.tell(.sessionHeld(number: 1, minutes: 60), .pair(story.second), "2026-02-02")
    server = try PostgreSQLServer.shared.get()
    url = try server.makeDatabase()
    owner = try PostgreSQLStore(url: url, .creating)
    let ledger = Ledger(owner)
    try ledger.add(peopleOf: story)
    try ledger.record(.init(story.events))
  }

  @Test mutating func aMentorReadsAndWritesTheirOwnPairsOnly() throws {
    let awa = try account("awa", as: .mentor(story.awa.key))
    #expect(try awa.people().map(\.handle) == ["awa", "bruno"])
    #expect(try awa.pairs() == [story.first])
    // What Bruno passed elsewhere counts in conditions; nothing else of that pair is seen.
    let seen = try awa.history(of: story.first).events
    #expect(seen.map(\.id).sorted() == [story.events[0].id, story.events[2].id].sorted())
    #expect(seen.last?.kind.reason == "")
    #expect(try awa.history(of: [story.chloe.key]).events == [])

    let held = story.make(.sessionHeld(number: 1, minutes: 50), .pair(story.first), "2026-02-09")
    try awa.record(.init([held]))
    let void = story.make(.voided(target: held.id, reason: "typo", replacement: nil), .pair(story.first), "2026-02-10")
    try awa.record(.init([void]))
    #expect(try awa.event(void.id) == void)
    #expect(try Ledger(owner).verify().findings == [])

    let others = story.make(.sessionMissed, .pair(story.second), "2026-02-09")
    let elsewhere = story.make(
      .completed(story.run("m")), .person(story.bruno.key, in: "chloe-bruno"), "2026-02-09")
    for event in [others, elsewhere] {
      #expect(throws: LedgerFailure.self) { try awa.record(.init([event])) }
      #expect(try Ledger(owner).event(event.id) == nil)
    }
    var generator = SplitMix64(seed: 8)
    let newcomer = Person(
      key: PersonKey(randomUsing: &generator), handle: "zoe", name: "Zoé", language: story.awa.language)
    check(.forbidden) { try awa.add(newcomer, using: &generator) }
    check(.forbidden) { try awa.erase(story.awa.key) }
    #expect(try Ledger(owner).verify().findings == [])
  }

  /// Past our own program, with the account's password and SQL.
  @Test func sqlGetsNoFurther() throws {
    _ = try account("awa", as: .mentor(story.awa.key))
    let asAwa = url.replacing("passerelle@", with: "\(name("awa"))@")
    func counts(_ table: String) throws -> String { try server.run("SELECT count(*) FROM \(table)", at: asAwa) }
    #expect(try counts("person") == "2")
    #expect(try counts("remark") == "0")
    #expect(try counts("event") == "3")
    for statement in [
      "UPDATE event SET kind = 'x'", "DELETE FROM event", "DELETE FROM remark", "SELECT * FROM account",
      "SELECT * FROM handle", "UPDATE pair SET senior = junior", "UPDATE person SET name = 'x'",
      "INSERT INTO credential SELECT * FROM credential", "ALTER TABLE event DISABLE ROW LEVEL SECURITY",
      "INSERT INTO event SELECT person_key, '\\x00000000000000000000000000000000', 9, 0, 0, 'k', NULL, '{}', hash FROM event LIMIT 1",
    ] {
      #expect(throws: PostgreSQLServer.Missing.self, "\(statement)") { try server.run(statement, at: asAwa) }
    }
  }

  @Test mutating func aLeadDoesEverythingAndAStrangerNothing() throws {
    let lead = try account("lead", as: .lead)
    try lead.record(.init([story.make(.sessionMissed, .pair(story.second), "2026-02-16")]))
    #expect(try lead.verify().findings == [])
    #expect(try lead.people() == story.people)
    let stranger = name("stranger")
    try server.run("CREATE ROLE \(stranger) LOGIN", at: url)
    check(.forbidden) { try PostgreSQLStore(url: url.replacing("passerelle@", with: "\(stranger)@"), .existing) }
    #expect(try owner.knows(account: stranger))
    #expect(try !owner.knows(account: "nobody' OR 'x"))
  }

  /// Roles are the whole server's: the first admissions in several databases at once want to make the same ones.
  @Test func theFirstAdmissionsAtOnceMakeTheRolesOnce() async throws {
    let fresh = try PostgreSQLServer.start().get()
    defer { fresh.stop() }
    let urls = try (0..<6).map { _ in try fresh.makeDatabase() }
    try await withThrowingTaskGroup(of: Bool.self) { group in
      for (number, url) in urls.enumerated() {
        group.addTask {
          let store = try PostgreSQLStore(url: url, .creating)
          try fresh.run("CREATE ROLE lead\(number) LOGIN", at: url)
          try store.admit("lead\(number)", as: .lead)
          return try store.knows(account: "lead\(number)")
        }
      }
      for try await known in group { #expect(known) }
    }
  }

  /// Row-level security takes no `COPY`.
  @Test mutating func leadsAndMentorsImportManyEvents() throws {
    for (number, role) in [PostgreSQLStore.Role.lead, .mentor(story.awa.key)].enumerated() {
      let ledger = try account("importer\(number)", as: role)
      let events = (0..<700).map { _ in story.make(.sessionMissed, .pair(story.first), "2026-03-0\(number + 1)") }
      let tally = try ledger.importing { importer in for event in events { try importer.add(event) } }
      #expect(tally.recorded == events.count)
      #expect(try Ledger(owner).verify().findings == [])
    }
  }

  /// The ledger as an account sees it; accounts are the whole server's, so each test has its own.
  private func account(_ person: String, as role: PostgreSQLStore.Role) throws -> Ledger {
    try server.run("CREATE ROLE \(name(person)) LOGIN", at: url)
    try owner.admit(name(person), as: role)
    return Ledger(try PostgreSQLStore(url: url.replacing("passerelle@", with: "\(name(person))@"), .existing))
  }

  private func name(_ person: String) -> String {
    let database = url.split(separator: "/").dropFirst(2).first?.prefix { $0 != "?" } ?? ""
    return "\(person)_\(database)"
  }

  private func check(
    _ expected: LedgerFailure.Code, at location: SourceLocation = #_sourceLocation, _ body: () throws -> some Any
  ) {
    let failure = #expect(throws: LedgerFailure.self, sourceLocation: location) { try body() }
    #expect(failure?.code == expected, sourceLocation: location)
  }
}
