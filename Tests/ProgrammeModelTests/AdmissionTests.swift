import Bilingual
import CurriculumModel
import ProgrammeModel
import ProgrammeStories
import Testing

struct AdmissionTests {
  private let terms = ModuleTerms([
    "sm-post": .init(mentees: [.senior]),
    "dt-phishing": .init(mentees: [.senior], validity: .init(months: 24, refresh: nil)),
    "ld-contract": .init(mentees: [.junior, .senior], scope: .pair),
  ])
  private var story = Story()
  private let bruno: Event.Subject

  init() {
    bruno = .person(story.bruno.key, in: "awa-bruno")
    story.enrol(story.first)
    story.enrol(story.second)
  }

  @Test mutating func aSecondPassWhileTheFirstHoldsIsRefused() {
    let pass = story.tell(.passed(story.run("dt-phishing"), override: nil), bruno, "2026-02-02")
    let held = RecordingRefusal.passedAlready(
      "dt-phishing", at: moment("2026-02-02"), expires: moment("2028-02-03"), event: pass.id)
    let chloe = Event.Subject.person(story.bruno.key, in: "chloe-bruno")
    check(.passed(story.run("dt-phishing"), override: nil), bruno, "2026-06-01", held)
    check(.passed(story.run("dt-phishing"), override: nil), chloe, "2026-06-01", held)
    check(.passed(story.run("dt-phishing"), override: nil), bruno, "2026-01-10", held)
    check(.passed(story.run("dt-phishing"), override: nil), bruno, "2028-02-03", nil)
  }

  @Test mutating func whatCountsForThePairIsPassedInEachPair() {
    story.tell(.passed(story.run("ld-contract"), override: nil), bruno, "2026-02-02")
    let second = Event.Subject.person(story.bruno.key, in: "chloe-bruno")
    check(.passed(story.run("ld-contract"), override: nil), second, "2026-02-02", nil)
  }

  @Test mutating func aRunIsPassedAndCompletedOnceAndNotFailedAfterwards() {
    let run = story.run("sm-post")
    let completed = story.tell(.completed(run), bruno, "2026-02-02")
    let passed = story.tell(.passed(run, override: nil), bruno, "2026-02-02")
    let before = RecordingRefusal.runPassed("sm-post", at: moment("2026-02-02"), event: passed.id)
    check(.failed(run), bruno, "2026-02-03", before)
    check(.failed(run), bruno, "2026-02-01", nil)
    check(.passed(run, override: nil), bruno, "2026-02-03", before)
    check(
      .completed(run), bruno, "2026-02-03",
      .runCompleted("sm-post", at: moment("2026-02-02"), event: completed.id))
    let open = story.run("dt-phishing")
    let failed = story.tell(.failed(open), bruno, "2026-03-02")
    check(
      .passed(open, override: nil), bruno, "2026-03-01",
      .runFailedLater("dt-phishing", at: moment("2026-03-02"), event: failed.id))
    let borrowed = Run(
      module: "ld-contract", version: run.version, digest: run.digest, registration: run.registration)
    check(.passed(borrowed, override: nil), bruno, "2026-03-01", .runMismatch(run.registration))
  }

  @Test mutating func conditionsMustHoldOrSomebodySaysWhyNot() {
    let run = story.run("sm-post")
    let lacking: [Fact] = [.passed("ld-contract")]
    func unmet(_ module: Identifier<Module>, _ attainments: Attainments) -> [Fact] {
      attainments.together.contains("ld-contract") || module == "ld-contract" ? [] : lacking
    }
    let pass = story.make(.passed(run, override: nil), bruno, "2026-02-02")
    #expect(throws: RecordingRefusal.conditionsUnmet("sm-post", lacking: lacking)) {
      try story.history.admitting([pass], under: terms, unmet: unmet)
    }
    let overridden = story.make(.passed(run, override: "shown at work"), bruno, "2026-02-02")
    #expect(throws: Never.self) { try story.history.admitting([overridden], under: terms, unmet: unmet) }
    check(.passed(run, override: " "), bruno, "2026-02-02", .reasonMissing)
    // What comes before in the same entry is taken into account.
    let contract = [story.awa, story.bruno].map {
      story.make(
        .passed(story.run("ld-contract"), override: nil), .person($0.key, in: "awa-bruno"), "2026-02-02")
    }
    #expect(throws: Never.self) { try story.history.admitting(contract + [pass], under: terms, unmet: unmet) }
  }

  @Test mutating func passesOutOfOrderAreFoundOnce() {
    // A chain: each module asks for the one before it.
    let chain: [Identifier<Module>] = ["one", "two", "three", "four"]
    func unmet(_ module: Identifier<Module>, _ attainments: Attainments) -> [Fact] {
      guard let index = chain.firstIndex(of: module), index > 0 else { return [] }
      return attainments.together.contains(chain[index - 1]) ? [] : [.passed(chain[index - 1])]
    }
    let terms = ModuleTerms(Dictionary(uniqueKeysWithValues: chain.map { ($0, .init(mentees: [.senior])) }))
    func found(_ passes: [Event]) -> [History.OutOfOrder] {
      story.history.adding(passes).outOfOrder(Set(passes.map(\.id)), under: terms, unmet: unmet)
    }
    func pass(_ module: Identifier<Module>, _ day: String, _ reason: String? = nil) -> Event {
      story.make(.passed(story.run(module), override: reason), bruno, day)
    }
    let (one, two) = (pass("one", "2026-02-01"), pass("two", "2026-02-02"))
    #expect(found([two, one]) == [])
    // One mistake is found once: what comes after a pass out of order builds on it.
    let (late, three) = (pass("one", "2026-02-03"), pass("three", "2026-02-04"))
    let early = found([late, two, three])
    #expect(early.map(\.event) == [two.id])
    #expect(early.map(\.module) == ["two"])
    #expect(early.map(\.lacking) == [[.passed("one")]])
    #expect(found([pass("two", "2026-02-02", "shown at work"), three]) == [])
    // On one day the order is not known: what can hold does, and a module never opens itself.
    let day = chain.reversed().map { pass($0, "2026-02-05") }
    #expect(found(day) == [])
    #expect(Set(found(Array(day.dropLast())).map(\.module)) == ["two", "three", "four"])
    // What was voided never happened, and what happens in no pair is nobody's order.
    let void = story.make(.voided(target: two.id, reason: "typo", replacement: nil), bruno, "2026-02-06")
    #expect(found([two, void]) == [])
    let alone = story.make(.passed(story.run("two"), override: nil), .person(story.bruno.key, in: nil), "2026-02-02")
    #expect(found([alone]) == [])
  }

  @Test mutating func whatHappensAfterTheEndIsFound() {
    story.tell(.sessionMissed, .pair(story.first), "2026-02-01")
    story.tell(.withdrawn(reason: nil), .pair(story.first), "2026-03-01")
    story.tell(.sessionMissed, .pair(story.second), "2026-04-01")
    #expect(story.history.happenedAfterTheEnd(of: story.first.id).isEmpty)
    let late = story.tell(.sessionMissed, .pair(story.first), "2026-04-01")
    let again = story.tell(.withdrawn(reason: nil), .pair(story.first), "2026-05-01")
    #expect(story.history.happenedAfterTheEnd(of: story.first.id).map(\.event) == [late.id, again.id])
    #expect(story.history.happenedAfterTheEnd(of: story.second.id).isEmpty)
  }

  @Test mutating func onlyTheMenteeOfThePairPasses() {
    let run = story.run("sm-post")
    check(
      .passed(run, override: nil), .person(story.awa.key, in: "awa-bruno"), "2026-02-02",
      .notMentee(story.awa.key, "sm-post"))
    check(
      .passed(run, override: nil), .person(story.chloe.key, in: "awa-bruno"), "2026-02-02",
      .notOfPair(story.chloe.key, "awa-bruno"))
    check(.passed(run, override: nil), .pair(story.first), "2026-02-02", .subjectMismatch)
    check(.sessionMissed, bruno, "2026-02-02", .subjectMismatch)
  }

  @Test mutating func aPairBeginsOnceAndEndsOnce() {
    let both = Event.Subject.pair(story.first)
    let stranger = Event.Subject.pair("ghost", junior: story.awa.key, senior: story.bruno.key)
    check(.sessionMissed, stranger, "2026-02-02", .notEnrolled("ghost"))
    check(.sessionHeld(number: 1, minutes: 0), both, "2026-02-02", .minutesOutOfRange(0))
    check(.enrolled(curriculum: "c", goals: []), both, "2026-02-02", .enrolledAlready("awa-bruno"))
    story.tell(.withdrawn(reason: nil), both, "2026-03-01")
    check(.sessionHeld(number: 1, minutes: 60), both, "2026-02-28", nil)
    check(.sessionHeld(number: 1, minutes: 60), both, "2026-03-02", .pairEnded("awa-bruno", at: moment("2026-03-01")))
    check(
      .passed(story.run("sm-post"), override: nil), bruno, "2026-03-02",
      .pairEnded("awa-bruno", at: moment("2026-03-01")))
  }

  @Test mutating func aVoidNeedsAReasonAndATargetThatIsNoVoid() {
    let missed = story.tell(.sessionMissed, .pair(story.first), "2026-02-02")
    check(.voided(target: missed.id, reason: "", replacement: nil), .pair(story.first), "2026-02-03", .reasonMissing)
    check(.voided(target: missed.id, reason: "typo", replacement: nil), bruno, "2026-02-03", .subjectMismatch)
    let void = story.tell(
      .voided(target: missed.id, reason: "typo", replacement: nil), .pair(story.first), "2026-02-03")
    check(
      .voided(target: missed.id, reason: "typo", replacement: nil), .pair(story.first), "2026-02-04",
      .voidedAlready(missed.id, by: void.id))
    check(
      .voided(target: void.id, reason: "no", replacement: nil), .pair(story.first), "2026-02-04",
      .voidOfVoid(void.id))
  }

  @Test mutating func anActiveCertificateIsNotIssuedAgain() {
    let ids = (0..<2).map { _ in CredentialID(randomUsing: &story.generator) }
    func award(_ id: CredentialID) -> Event.Kind {
      .certificateIssued(
        .init(certificate: "mentee", credential: id, digest: "sha256:", validUntil: moment("2029-01-01")))
    }
    story.tell(award(ids[0]), bruno, "2026-02-02")
    check(award(ids[1]), bruno, "2026-03-02", .issuedAlready(ids[0], at: moment("2026-02-02")))
    check(award(ids[1]), .person(story.awa.key, in: "awa-bruno"), "2026-03-02", nil)
    check(award(ids[1]), bruno, "2029-01-01", nil)
    check(.revoked(credential: ids[1], reason: "?"), bruno, "2026-03-02", .credentialUnknown(ids[1]))
    story.tell(.revoked(credential: ids[0], reason: "wrong"), bruno, "2026-03-02")
    check(award(ids[1]), bruno, "2026-03-03", nil)
    check(
      .revoked(credential: ids[0], reason: "wrong"), bruno, "2026-03-03",
      .revokedAlready(ids[0], at: moment("2026-03-02")))
  }

  @Test mutating func nothingHappensAfterItWasRecorded() {
    let event = story.make(.sessionMissed, .pair(story.first), "2026-02-02", recorded: "2026-02-01")
    #expect(throws: RecordingRefusal.inTheFuture(occurred: moment("2026-02-02"), recorded: moment("2026-02-01"))) {
      try story.history.admitting([event], under: terms) { _, _ in [] }
    }
  }

  @Test mutating func whatIsKnownIsAdmittedAgain() throws {
    let pass = story.tell(.passed(story.run("sm-post"), override: nil), bruno, "2026-02-02")
    #expect(try story.history.admitting([pass], under: terms) { _, _ in [] } == story.history)
  }

  @Test func unmetLeavesAreThoseThatMatter() {
    let condition = Condition<String>.all([
      .leaf("a"), .any([.leaf("b"), .leaf("c")]), .atLeast(2, [.leaf("a"), .leaf("d"), .leaf("e")]),
    ])
    #expect(condition.unmet { ["a", "c"].contains($0) } == ["d", "e"])
    #expect(condition.unmet { ["a", "d"].contains($0) } == ["b", "c"])
    #expect(condition.unmet { ["a", "c", "d"].contains($0) } == [])
  }

  /// Checks how an event is received after what the story tells; nil where it is admitted.
  private mutating func check(
    _ kind: Event.Kind, _ subject: Event.Subject, _ occurred: String, _ expected: RecordingRefusal?,
    at location: SourceLocation = #_sourceLocation
  ) {
    let event = story.make(kind, subject, occurred)
    var refusal: RecordingRefusal?
    do throws(RecordingRefusal) {
      _ = try story.history.admitting([event], under: terms) { _, _ in [] }
    } catch { refusal = error }
    #expect(refusal == expected, sourceLocation: location)
  }
}
