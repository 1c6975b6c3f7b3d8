import Bilingual
import CompletionLedger
import CurriculumModel
import ProgrammeModel
import ProgrammeStories
import Testing

struct RecordingTests {
  private var story = Story()
  private let bruno: Event.Subject

  init() {
    bruno = .person(story.bruno.key, in: "awa-bruno")
    story.enrol(story.first)
  }

  @Test(arguments: TestStore.available) mutating func everyKindOfEventComesBackAsItWas(kind: TestStore) throws {
    let run = story.run("sm-post")
    let credential = CredentialID(randomUsing: &story.generator)
    let competence = LevelledCompetence(.init(framework: "digcomp-3.0", code: "2.2"), level: 3)
    let both = Event.Subject.pair(story.first)
    let absent = Event.ID(at: moment("2026-01-01"), using: &story.generator)
    let kinds: [(Event.Kind, Event.Subject)] = [
      (.sessionHeld(number: 1, minutes: 55), both), (.sessionHeld(number: nil, minutes: 60), both),
      (.sessionMissed, both), (.completed(run), bruno), (.failed(story.run("x")), bruno),
      (.passed(run, override: nil), bruno), (.passed(story.run("y"), override: "Vu à l’œuvre, \"si\" \\ / 🎓"), bruno),
      (.recognised(.module(story.run("z")), because: .administrative), .person(story.awa.key, in: nil)),
      (.sessionHeld(number: 2, minutes: 55, planned: 60), both),
      (
        .agreed(Contract(everyWeeks: 2, minutes: 60, place: .mixed, makeUpDays: 7, dates: [moment("2026-03-01").day])),
        both
      ),
      (
        .described(Profile(wants: [competence], haves: [competence], superior: story.chloe.key)),
        .person(story.awa.key, in: nil)
      ),
      (.assessed(SelfAssessment(stage: .middle, answers: [.init(competence.competence, rating: 0)])), bruno),
      (.recognised(.competence(competence), because: .testedOut), bruno),
      (.voided(target: absent, reason: "typo", replacement: absent), both),
      (
        .certificateIssued(
          .init(certificate: "m", credential: credential, digest: "sha256:0", validUntil: moment("2029-01-01"))), bruno
      ),
      (.certificateIssued(.init(certificate: "m", credential: credential, digest: "", validUntil: nil)), both),
      (.revoked(credential: credential, reason: "wrong"), bruno),
      (.superseded(credential: credential, by: credential), bruno),
      (.wished(.init(.next, "z")), both), (.wished(.init(.never, "z")), both), (.wishWithdrawn("z"), both),
      (.planned(KnownPlan([.init("z", SemanticVersion(1, 0, 0), session: 1)])), both), (.planned(KnownPlan([])), both),
      (.withdrawn(reason: nil), both), (.withdrawn(reason: "moved"), both),
    ]
    for (kind, subject) in kinds { story.tell(kind, subject, "2026-02-02T10:00:00.123Z", recorded: "2026-02-03") }
    let ledger = try kind.telling(story)
    #expect(try ledger.history(of: story.first) == story.history)
    for event in story.events { #expect(try ledger.event(event.id) == event) }
    #expect(try ledger.history(of: [story.chloe.key]).events == [])
    #expect(try ledger.verify().findings.filter { !$0.isAboutACredential } == [])
  }

  @Test(arguments: TestStore.available) mutating func sayingTheSameTwiceIsSayingItOnce(kind: TestStore) throws {
    let event = story.tell(.sessionHeld(number: 1, minutes: 55), .pair(story.first), "2026-02-02")
    let ledger = try kind.telling(story)
    let before = try ledger.verify()
    let later = Event(
      id: event.id, occurredAt: event.occurredAt, recordedAt: moment("2026-05-05"), subject: event.subject,
      attestation: event.attestation, kind: event.kind)
    #expect(try ledger.record(.init([later, story.events[0]])) == [.known, .known])
    #expect(try ledger.event(event.id) == event)
    #expect(try ledger.verify() == before)
  }

  @Test(arguments: TestStore.available) mutating func otherContentUnderTheSameIdentifierIsAConflictAndNothingIsWritten(
    kind: TestStore
  ) throws {
    let event = story.tell(.sessionHeld(number: 1, minutes: 55), .pair(story.first), "2026-02-02")
    let ledger = try kind.telling(story)
    let fresh = story.make(.sessionMissed, .pair(story.first), "2026-02-09")
    func other(_ kind: Event.Kind, _ subject: Event.Subject, _ at: String) -> Event {
      Event(
        id: event.id, occurredAt: moment(at), recordedAt: event.recordedAt, subject: subject,
        attestation: event.attestation, kind: kind)
    }
    for changed in [
      other(.sessionHeld(number: 1, minutes: 56), event.subject, "2026-02-02"),
      other(event.kind, event.subject, "2026-02-03"),
      other(event.kind, .pair(story.second), "2026-02-02"),
      other(.completed(story.run("m")), .person(story.awa.key, in: nil), "2026-02-02"),
    ] {
      check(.conflict(.event(event.id))) { try ledger.record(.init([fresh, changed])) }
      #expect(try ledger.event(fresh.id) == nil)
    }
    #expect(try ledger.history(of: story.first) == story.history)
  }

  @Test(arguments: TestStore.available) mutating func aDecisionSeesWhatStandsAndItsRefusalPassesThrough(kind: TestStore)
    throws
  {
    let ledger = try kind.telling(story)
    let pass = story.make(.passed(story.run("sm-post"), override: nil), bruno, "2026-02-02")
    let again = story.make(.passed(story.run("sm-post"), override: nil), bruno, "2026-02-03")
    func record(_ event: Event) throws {
      try ledger.record(about: event.subject.people) { history in
        _ = try history.admitting([event], under: ModuleTerms([:])) { _, _ in [] }
        return .init([event])
      }
    }
    #expect(throws: RecordingRefusal.notEnrolled("awa-bruno")) {
      var other = story
      let events = other.make(
        .passed(other.run("q"), override: nil), .person(story.chloe.key, in: "awa-bruno"), "2026-02-02")
      try record(events)
    }
    try record(pass)
    #expect(
      throws: RecordingRefusal.passedAlready("sm-post", at: pass.occurredAt, expires: nil, event: pass.id)
    ) { try record(again) }
    #expect(try ledger.event(again.id) == nil)
  }

  @Test(arguments: TestStore.available) mutating func aCredentialIsWrittenWithItsEventOrNotAtAll(kind: TestStore) throws
  {
    let token = "eyJ.é.sig"
    let id = CredentialID(randomUsing: &story.generator)
    let credential = Credential(
      id: id, certificate: "exchange", pair: "awa-bruno", holders: [story.bruno.key, story.awa.key],
      issuedAt: moment("2026-06-01"), token: token)
    let issue = story.make(
      .certificateIssued(
        .init(certificate: "exchange", credential: id, digest: Credential.digest(of: token), validUntil: nil)),
      .pair(story.first), "2026-06-01")
    let ledger = try kind.telling(story)
    let stranger = story.make(
      .completed(story.run("m")), .person(PersonKey(randomUsing: &story.generator), in: nil), "2026-02-02")
    #expect(throws: LedgerFailure.self) { try ledger.record(.init([issue, stranger], credentials: [credential])) }
    #expect(try ledger.credential(id) == nil)
    try ledger.record(.init([issue], credentials: [credential]))
    try ledger.record(.init([issue], credentials: [credential]))
    #expect(try ledger.credential(id) == credential)
    #expect(try ledger.verify().findings == [])
    let forged = Credential(
      id: id, certificate: "exchange", pair: "awa-bruno", holders: credential.holders,
      issuedAt: credential.issuedAt, token: "other")
    check(.conflict(.credential(id))) { try ledger.record(.init([], credentials: [forged])) }
  }

  @Test(arguments: TestStore.available) mutating func peopleAndPairsAreFoundAndNotMadeTwice(kind: TestStore) throws {
    let ledger = try kind.telling(story)
    #expect(try ledger.people() == story.people)
    #expect(try ledger.person(handle: "bruno") == story.bruno)
    #expect(try ledger.person(key: story.chloe.key) == story.chloe)
    #expect(try ledger.person(handle: "nobody") == nil)
    #expect(try ledger.pairs() == [story.first])
    story.enrol(story.second)
    try ledger.record(.init(story.events))
    #expect(try ledger.pairs() == [story.first, story.second])
    #expect(try ledger.pair("chloe-bruno") == story.second)
    #expect(try ledger.pairs(of: story.awa.key) == [story.first])
    #expect(try ledger.pairs(of: story.bruno.key) == [story.first, story.second])
    let twin = Person(
      key: PersonKey(randomUsing: &story.generator), handle: "awa", name: "Awa", language: LanguageTag("en"))
    let same = Person(key: story.awa.key, handle: "other", name: "Awa", language: LanguageTag("en"))
    var generator = SplitMix64(seed: 4)
    check(.conflict(.handle("awa"))) { try ledger.add(twin, using: &generator) }
    check(.conflict(.person(story.awa.key))) { try ledger.add(same, using: &generator) }
    let taken = Event.Subject.pair("awa-bruno", junior: story.chloe.key, senior: story.bruno.key)
    for subject in [taken, .pair(story.first)] {
      let second = story.make(.enrolled(curriculum: "c", goals: []), subject, "2026-03-03")
      check(.conflict(.pair("awa-bruno"))) { try ledger.record(.init([second])) }
    }
  }

  @Test(arguments: TestStore.available) mutating func aPairWhoseBeginningIsVoidedIsNotListed(kind: TestStore) throws {
    let void = story.make(
      .voided(target: story.events[0].id, reason: "typo", replacement: nil), .pair(story.first), "2026-01-06")
    let ledger = try kind.telling(story)
    try ledger.record(.init([void]))
    #expect(try ledger.pairs() == [])
    let voidFirst = try kind.empty()
    try voidFirst.add(peopleOf: story)
    try voidFirst.record(.init([void]))
    try voidFirst.record(.init([story.events[0]]))
    #expect(try voidFirst.pairs() == [])
    #expect(try voidFirst.verify().findings == [])
  }

  private func check(
    _ expected: LedgerFailure.Code, at location: SourceLocation = #_sourceLocation, _ body: () throws -> Void
  ) {
    let failure = #expect(throws: LedgerFailure.self, sourceLocation: location) { try body() }
    #expect(failure?.code == expected, sourceLocation: location)
  }
}

extension Ledger.Verification.Finding {
  fileprivate var isAboutACredential: Bool {
    if case .credential = self { true } else { false }
  }
}
