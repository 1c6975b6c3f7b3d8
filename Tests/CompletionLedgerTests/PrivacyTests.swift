import CompletionLedger
import CurriculumModel
import Foundation
import PostgreSQLRecords
import ProgrammeModel
import ProgrammeStories
import SQLiteRecords
import TestServers
import Testing

/// Export and erasure; what is left of a name is looked for byte by byte.
struct PrivacyTests {
  // Three letters alone would now and then stand among random bytes.
  private static let traces = [
    "Awa Diallo", "Diallo", "awa-bruno", "told by a friend", "Awa moved", "Awa-dossier-token",
  ]
  private var story = Story()
  private var credential: Credential

  init() {
    let id = CredentialID(randomUsing: &story.generator)
    credential = Credential(
      id: id, certificate: "exchange", pair: "awa-bruno", holders: [story.awa.key, story.bruno.key],
      issuedAt: moment("2026-06-01"), token: "Awa-dossier-token")
    story.enrol(story.first)
    story.enrol(story.second)
    for _ in 0..<40 { story.tell(.sessionHeld(number: nil, minutes: 60), .pair(story.first), "2026-02-02") }
    let bruno = Event.Subject.person(story.bruno.key, in: "awa-bruno")
    story.tell(.passed(story.run("sm-post"), override: "told by a friend of Awa"), bruno, "2026-03-03")
    story.tell(.withdrawn(reason: "Awa moved"), .pair(story.first), "2026-06-02")
    story.tell(.withdrawn(reason: "the year ended"), .pair(story.second), "2026-06-02")
    let award = Event.Award(
      certificate: "exchange", credential: id, digest: Credential.digest(of: credential.token), validUntil: nil)
    story.tell(.certificateIssued(award), .pair(story.first), "2026-06-01")
  }

  @Test(arguments: TestStore.available) func theFileOfAPersonHasEverything(kind: TestStore) throws {
    let ledger = try ledger(kind)
    let file = try ledger.file(of: story.awa)
    #expect(file.person == story.awa)
    #expect(file.pairs == [story.first])
    #expect(file.events.map(\.id).sorted() == story.events.filter { concerns($0, story.awa) }.map(\.id).sorted())
    #expect(file.events.compactMap(\.reason) == ["Awa moved"])
    #expect(file.events.allSatisfy { $0.pair == "awa-bruno" && $0.payload.hasPrefix("{") })
    #expect(file.credentials.map(\.token) == [credential.token])
    #expect(file.events.map(\.position) == Array(1...file.events.count))
  }

  @Test(arguments: TestStore.available) func whatIsErasedIsToldFirstAndFactsStay(kind: TestStore) throws {
    let ledger = try ledger(kind)
    let before = try ledger.history(of: story.first)
    let told = try ledger.erasure(of: story.awa.key)
    #expect((told.events, told.remarks, told.credentials, told.pairs) == (43, 2, 1, 1))
    #expect(try ledger.history(of: story.first) == before)
    #expect(try ledger.erase(story.awa.key) == told)
    #expect(try ledger.person(key: story.awa.key) == nil)
    #expect(try ledger.people() == [story.bruno, story.chloe])
    #expect(try ledger.verify() == .init(people: 3, events: 91, findings: []))
    #expect(try ledger.credential(credential.id) == nil)
    #expect(try ledger.pairs().map(\.id).contains("chloe-bruno"))
    let after = try ledger.history(of: story.first)
    #expect(after.events.map(\.id) == before.events.map(\.id))
    #expect(after.events.compactMap(\.kind.reason).filter { !$0.isEmpty } == ["the year ended"])
    #expect(throws: LedgerFailure.self) { try ledger.erase(story.awa.key) }
    // The handle is free again, for somebody else.
    var generator = SplitMix64(seed: 3)
    let other = Person(
      key: PersonKey(randomUsing: &generator), handle: "awa", name: "Awa Sow", language: LanguageTag("fr"))
    try ledger.add(other, using: &generator)
    #expect(try ledger.person(handle: "awa") == other)
  }

  @Test func noByteOfTheNameIsLeftInTheFileItsLogOrALaterBackup() throws {
    let workplace = try Workplace()
    let ledger = try Ledger(path: workplace.path())
    try fill(ledger)
    #expect(try !traces(in: workplace.folder).isEmpty, "the search finds what is there")
    try ledger.erase(story.awa.key)
    try SQLiteStore(path: workplace.path(), .existing).backUp(to: workplace.path("copy.sqlite"))
    #expect(try traces(in: workplace.folder) == [])
    #expect(try Ledger(path: workplace.path("copy.sqlite"), .existing).verify().findings == [])
  }

  @Test func whatReadersHoldUpIsSaidAndClearedLater() throws {
    let workplace = try Workplace()
    let ledger = try Ledger(path: workplace.path(), patience: .milliseconds(20))
    try fill(ledger)
    let reader = try SQLiteStore(path: workplace.path(), .existing)
    let failure = try reader.read { session in
      try session.rows(.people, []) { _ in }
      return #expect(throws: LedgerFailure.self) { try ledger.erase(story.awa.key) }
    }
    #expect(failure?.code == .leftBehind)
    #expect(try ledger.people() == [story.bruno, story.chloe])
    #expect(try !traces(in: workplace.folder).isEmpty)
    try ledger.clear()
    #expect(try traces(in: workplace.folder) == [])
  }

  /// What PostgreSQL's manual promises: `VACUUM FULL` writes the table anew, without dead rows.
  ///
  /// Its log is not searched.
  @Test(.enabled(if: PostgreSQLServer.isThere, "no PostgreSQL server can be had"))
  func noByteOfTheNameIsLeftInATableOfTheServer() throws {
    let server = try PostgreSQLServer.shared.get()
    let url = try server.makeDatabase()
    let ledger = Ledger(try PostgreSQLStore(url: url, .creating))
    try fill(ledger)
    func files() throws -> String {
      try server.run("CHECKPOINT", at: url)
      let oid = try server.run("SELECT oid FROM pg_database WHERE datname = current_database()", at: url)
      return server.folder + "/data/base/" + oid
    }
    #expect(try !traces(in: files()).isEmpty, "the search finds what is there")
    try ledger.erase(story.awa.key)
    let left = try traces(in: files())
    #expect(left == [])
  }

  private func ledger(_ kind: TestStore) throws -> Ledger {
    let ledger = try kind.empty()
    try fill(ledger)
    return ledger
  }

  private func fill(_ ledger: Ledger) throws {
    try ledger.add(peopleOf: story)
    try ledger.record(.init(story.events, credentials: [credential]))
  }

  private func concerns(_ event: Event, _ person: Person) -> Bool {
    event.subject.people.contains(person.key)
  }

  /// Which traces stand in which files of a folder.
  private func traces(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted().flatMap { name in
      let data = try Data(contentsOf: URL(filePath: folder + "/" + name))
      return Self.traces.filter { data.range(of: Data($0.utf8)) != nil }.map { "\(name): \($0)" }
    }
  }
}
