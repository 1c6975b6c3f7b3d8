import Bilingual
import CurriculumModel
import ProgrammeModel
import ProgrammeStories
import RecordExchange
import Testing

struct RoundTripTests {
  private var story = Story()

  init() {
    let both = Event.Subject.pair(story.first)
    let bruno = Event.Subject.person(story.bruno.key, in: "awa-bruno")
    let competence = LevelledCompetence(.init(framework: "digcomp-3.0", code: "2.2"), level: 3)
    let plain = LevelledCompetence(.init(framework: "lifecomp-2020", code: "S2"), level: 0)
    let credential = CredentialID(randomUsing: &story.generator)
    story.enrol(story.first)
    let missed = story.tell(.sessionMissed, both, "2026-02-01T09:30:00.250Z")
    let kinds: [(Event.Kind, Event.Subject)] = [
      (.sessionHeld(number: 1, minutes: 55, planned: 60), both), (.sessionHeld(number: nil, minutes: 60), both),
      (.completed(story.run("a")), bruno), (.failed(story.run("b")), bruno),
      (.passed(story.run("a"), override: nil), bruno),
      (.passed(story.run("c"), override: " « Vu, \"si\" ;\r\n et revu 🎓 » "), bruno),
      (.recognised(.module(story.run("d")), because: .testedOut), .person(story.awa.key, in: nil)),
      (.recognised(.competence(plain), because: .administrative), .person(story.awa.key, in: nil)),
      (
        .described(Profile(wants: [competence, plain], haves: [], superior: story.bruno.key)),
        .person(story.awa.key, in: nil)
      ),
      (.assessed(SelfAssessment(stage: .end, answers: [.init(competence.competence, rating: 4)])), bruno),
      (
        .agreed(
          Contract(everyWeeks: 2, minutes: 60, place: .mixed, makeUpDays: 7, dates: [moment("2026-03-01").day])), both
      ),
      (.agreed(Contract()), both), (.wished(.init(.next, "a")), both), (.wishWithdrawn("a"), both),
      (.planned(KnownPlan([.init("a", SemanticVersion(1, 2, 0), session: 3)])), both), (.planned(KnownPlan([])), both),
      (.voided(target: missed.id, reason: "typo", replacement: missed.id), both),
      (
        .certificateIssued(
          .init(
            certificate: "m", credential: credential, digest: "sha256:0", validUntil: moment("2029-01-01"),
            statusIndex: 131_071)), bruno
      ),
      (.revoked(credential: credential, reason: "wrong"), bruno),
      (.superseded(credential: credential, by: credential), bruno),
      (.withdrawn(reason: nil), both), (.withdrawn(reason: "moved"), both),
    ]
    for (kind, subject) in kinds { story.tell(kind, subject, "2026-02-02T10:00:00.123Z", recorded: "2026-02-03") }
  }

  @Test func nothingIsLostInATable() throws {
    let handles = Dictionary(uniqueKeysWithValues: story.people.map { ($0.key, $0.handle.rawValue) })
    let lines = story.events.map { EventTable.line($0) { handles[$0] ?? "" } }
    #expect(try read(table: EventTable.heading + lines.joined()) == story.events)
  }

  @Test(arguments: [nil, "https://acme.example/people"]) func nothingIsLostInStatements(page: String?) throws {
    let lines = try story.events.map { try StatementFile.line($0, homePage: page) }
    // Whoever is named stands under the organisation's page.
    let pages = Set(lines.joined().matches(of: /"homePage":"([^"]*)"/).map { String($0.1) })
    #expect(pages == [page ?? "urn:passerelle:ledger"])
    #expect(try read(statements: lines.joined(separator: "\n")) == story.events)
    #expect(try read(statements: "[" + lines.joined(separator: ",") + "]") == story.events)
    #expect(
      try read(statements: "{\"statements\": [" + lines.joined(separator: ",") + "], \"more\": \"\"}") == story.events)
  }

  @Test func whyAPassIsTrueIsKnownFromWhatIsRecorded() throws {
    let line = "2026-03-01,passed,awa-bruno,bruno,sm-post"
    let heading = "occurred,kind,pair,person,module"
    let event = try #require(try read(table: heading + "\n" + line).first)
    guard case .passed(let run, nil) = event.kind else { return #expect(Bool(false), "\(event)") }
    let standing = Event(
      id: event.id, occurredAt: event.occurredAt, recordedAt: event.recordedAt, subject: event.subject,
      attestation: event.attestation, kind: .passed(run, override: "seen"))
    #expect(try read(table: heading + "\n" + line, standing: [standing]) == [standing])
  }

  @Test func aPairBeginsWithTheSamePeopleThroughoutAFile() throws {
    let heading = "occurred,kind,pair,junior,senior,curriculum\n"
    let line = "2026-03-01,enrolled,new,awa,bruno,digital-presence\n"
    #expect(try read(table: heading + line + line).count == 2)
    #expect(throws: RecordFault.self) { try read(table: heading + line + line.replacing("awa", with: "chloe")) }
  }

  @Test func aStatementThatWasChangedIsRefused() throws {
    let line = try StatementFile.line(story.events[1])
    let changed = line.replacing(
      "\"timestamp\":\"2026-02-01T09:30:00.250Z\"", with: "\"timestamp\":\"2026-02-02T00:00:00Z\"")
    #expect(changed != line)
    #expect(throws: RecordFault.self) { try read(statements: changed) }
  }

  @Test func whatPeopleLeaveOutIsFilledIn() throws {
    let table = """
      occurred,kind,pair,person,module,minutes
      2026-03-01,held,awa-bruno,,,50
      2026-03-01,passed,awa-bruno,bruno,sm-post,
      """
    let events = try read(table: table)
    #expect(try read(table: table) == events)
    #expect(events.map(\.subject) == [.pair(story.first), .person(story.bruno.key, in: "awa-bruno")])
    #expect(events[1].kind.run?.version == SemanticVersion(1, 2, 0))
    #expect(events[1].kind.run?.digest == "sha256:today")
    #expect(events.map(\.attestation) == [.init(role: .both), .init(role: .both)])
    // What is recorded already says what the line leaves out, though the library has moved on since.
    #expect(try read(table: table, version: SemanticVersion(2, 0, 0), standing: events) == events)
  }

  @Test func statementsOfOthersAreTakenAsCMI5HasThem() throws {
    let statement = """
      {"id": "019d487c-5100-7306-9e40-f298251ce66d", "timestamp": "2026-03-01T10:00:00.5+02:00",
       "actor": {"account": {"homePage": "https://lms.example", "name": "bruno"}},
       "verb": {"id": "https://w3id.org/xapi/adl/verbs/waived"},
       "object": {"id": "urn:passerelle:module:sm-post"},
       "result": {"success": true, "score": {"scaled": 0.9},
         "extensions": {"https://w3id.org/xapi/cmi5/result/extensions/reason": "Tested Out"}},
       "context": {"registration": "019d487c-5100-7306-9e40-f298251ce66e", "extensions": {"other": {"a": [1]}}}}
      """
    let event = try #require(try read(statements: statement).first)
    #expect(event.occurredAt == moment("2026-03-01T08:00:00.500Z"))
    guard case .recognised(.module(let run), .testedOut) = event.kind else { return #expect(Bool(false), "\(event)") }
    #expect(run.registration.description == "019d487c-5100-7306-9e40-f298251ce66e")
    for (old, new) in [
      ("waived", "experienced"), ("Tested Out", "Because"), ("urn:passerelle:module", "https://x"), ("2026", "soon"),
    ] {
      #expect(throws: RecordFault.self, "\(new)") { try read(statements: statement.replacing(old, with: new)) }
    }
  }

  @Test(arguments: [
    "2026-03-01,held,awa-bruno,,,", "2026-03-01,held,nobody,,,50", "2026-03-01,passed,awa-bruno,brunp,sm-post,",
    "2026-03-01,passed,awa-bruno,bruno,sm-pots,", "March,held,awa-bruno,,,50", "2026-03-01,sung,awa-bruno,,,",
    "2099-03-01,held,awa-bruno,,,50", "2026-03-01,held,awa-bruno,,,5000", "2026-03-01,held,awa-bruno,,,50,x",
  ])
  func whatCannotBeTakenIsSaid(line: String) {
    #expect(throws: RecordFault.self) { try read(table: "occurred,kind,pair,person,module,minutes\n" + line) }
  }

  private func read(
    table: String, version: SemanticVersion = SemanticVersion(1, 2, 0), standing: [Event] = []
  ) throws -> [Event] {
    var scanner = TableScanner()
    var records: [TableScanner.Record] = []
    scanner.take(table.utf8) { records.append($0) }
    scanner.finish { records.append($0) }
    var reader = EventTableReader()
    var reading = reading(version)
    return try records.compactMap { try reader.fields($0) }.map { fields in
      let id = try fields.identifier()
      return try reading.event(fields, standing: standing.first { $0.id == id })
    }
  }

  private func read(statements: String) throws -> [Event] {
    var scanner = StatementScanner()
    var pieces: [StatementScanner.Piece] = []
    scanner.take(statements.utf8) { pieces.append($0) }
    scanner.finish { pieces.append($0) }
    var reading = reading(SemanticVersion(1, 2, 0))
    return try pieces.flatMap { try StatementFile.fields($0.json.get()) }.map { try reading.event($0, standing: nil) }
  }

  private func reading(_ version: SemanticVersion) -> EventReading {
    let people = story.people
    let pairs = [story.first, story.second]
    return EventReading(
      .init(
        person: { text in people.first { $0.handle.rawValue == text || $0.key.description == text }?.key },
        pair: { id in pairs.first { $0.id == id } },
        text: { $0 == "sm-post" ? (version, "sha256:today") : nil },
        modules: ["sm-post"], handles: ["bruno"], now: moment("2026-12-01")))
  }
}
