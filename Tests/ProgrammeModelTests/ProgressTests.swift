import Bilingual
import CurriculumModel
import ProgrammeModel
import ProgrammeStories
import Testing

struct ProgressTests {
  private let terms = ModuleTerms(
    [
      "sm-post": .init(mentees: [.senior]),
      "dt-phishing": .init(mentees: [.senior], validity: .init(months: 24, refresh: "dt-watch")),
      "dt-watch": .init(mentees: [.senior]),
      "ld-contract": .init(mentees: [.junior, .senior], scope: .pair),
      "ld-story": .init(mentees: [.junior, .senior]),
    ],
    formerly: ["sm-first": "sm-post"])
  private var story = Story()

  @Test mutating func aPassCountsFromItsMomentOn() {
    story.enrol(story.first)
    story.tell(.passed(story.run("sm-post"), override: nil), .person(story.bruno.key, in: "awa-bruno"), "2026-02-02")
    #expect(attainments(story.first, "2026-02-01") == Attainments())
    #expect(attainments(story.first, "2026-02-02") == Attainments(together: ["sm-post"]))
    #expect(attainments(story.second, "2026-02-02") == Attainments(modules: [.senior: ["sm-post"]]))
  }

  @Test mutating func aFailedCheckCountsForNothing() {
    story.enrol(story.first)
    let run = story.run("sm-post")
    let failed = story.tell(.failed(run), .person(story.bruno.key, in: "awa-bruno"), "2026-02-02")
    #expect(attainments(story.first, "2027-01-01") == Attainments())
    let standing = progress("2027-01-01").person(story.bruno.key).modules["sm-post"]
    #expect(standing?.failures.map(\.event) == [failed.id])
    #expect(standing?.openRegistration(in: "awa-bruno") == run.registration)
    #expect(standing?.openRegistration(in: "chloe-bruno") == nil)
  }

  @Test mutating func aPassExpiresAfterTheLastDayOfItsValidity() {
    story.enrol(story.first)
    story.tell(
      .passed(story.run("dt-phishing"), override: nil), .person(story.bruno.key, in: "awa-bruno"),
      "2026-02-02T10:00:00Z")
    #expect(attainments(story.second, "2028-02-02T23:59:59Z").modules == [.senior: ["dt-phishing"]])
    #expect(attainments(story.second, "2028-02-03").modules == [:])
    // It goes on counting in the pair that passed it.
    #expect(attainments(story.first, "2030-01-01").together == ["dt-phishing"])
  }

  @Test mutating func theRefreshingModuleRenews() {
    story.enrol(story.first)
    story.enrol(story.second)
    let bruno = Event.Subject.person(story.bruno.key, in: "awa-bruno")
    story.tell(.passed(story.run("dt-phishing"), override: nil), bruno, "2026-02-02")
    story.tell(.passed(story.run("dt-watch"), override: nil), bruno, "2028-01-10")
    #expect(attainments(story.second, "2030-01-10").modules[.senior] == ["dt-phishing", "dt-watch"])
    #expect(attainments(story.second, "2030-01-11").modules[.senior] == ["dt-watch"])
  }

  @Test mutating func aVoidStrikesOutWhicheverIsToldFirst() {
    story.enrol(story.first)
    let bruno = Event.Subject.person(story.bruno.key, in: "awa-bruno")
    let pass = story.tell(.passed(story.run("sm-post"), override: nil), bruno, "2026-02-02")
    let void = story.tell(.voided(target: pass.id, reason: "typo", replacement: nil), bruno, "2026-03-01")
    #expect(attainments(story.first, "2026-02-15") == Attainments())
    #expect(
      History([void, pass]).progress(asOf: moment("2026-02-15"), under: terms).disregarded == [
        pass.id: .voided(by: void.id)
      ])
    // What was believed before the void was recorded.
    let believed = story.history.progress(
      asOf: moment("2026-02-15"), knownAt: moment("2026-02-20"), under: terms)
    #expect(believed.attainments(of: story.first).together == ["sm-post"])
  }

  @Test mutating func neitherAVoidNorWhatIsAboutOthersCanBeVoided() {
    story.enrol(story.first)
    let bruno = Event.Subject.person(story.bruno.key, in: "awa-bruno")
    let pass = story.tell(.passed(story.run("sm-post"), override: nil), bruno, "2026-02-02")
    let foreign = story.tell(
      .voided(target: pass.id, reason: "?", replacement: nil), .person(story.awa.key, in: "awa-bruno"), "2026-02-03")
    #expect(attainments(story.first, "2026-03-01").together == ["sm-post"])
    let void = story.tell(.voided(target: pass.id, reason: "typo", replacement: nil), bruno, "2026-02-03")
    let second = story.tell(.voided(target: void.id, reason: "no", replacement: nil), bruno, "2026-02-04")
    #expect(attainments(story.first, "2026-03-01") == Attainments())
    #expect(
      progress("2026-03-01").disregarded
        == [foreign.id: .voidOfOthers, pass.id: .voided(by: void.id), second.id: .voidOfVoid])
  }

  @Test mutating func whatTheTwoLearnTogetherNeedsBoth() {
    story.enrol(story.first)
    story.enrol(story.second)
    for module in ["ld-story", "ld-contract"] as [Identifier<Module>] {
      story.tell(.passed(story.run(module), override: nil), .person(story.bruno.key, in: "awa-bruno"), "2026-02-02")
    }
    #expect(attainments(story.first, "2026-02-10") == Attainments(modules: [.senior: ["ld-story", "ld-contract"]]))
    story.tell(.passed(story.run("ld-story"), override: nil), .person(story.awa.key, in: "awa-bruno"), "2026-02-12")
    story.tell(.passed(story.run("ld-contract"), override: nil), .person(story.awa.key, in: "awa-bruno"), "2026-02-12")
    #expect(attainments(story.first, "2026-02-12").together == ["ld-story", "ld-contract"])
    // Bruno has the story from the first pair; the contract counts for each pair alone.
    for module in ["ld-story", "ld-contract"] as [Identifier<Module>] {
      story.tell(.passed(story.run(module), override: nil), .person(story.chloe.key, in: "chloe-bruno"), "2026-02-20")
    }
    #expect(attainments(story.second, "2026-02-20").together == ["ld-story"])
  }

  @Test mutating func recognitionGivesTheMenteeTheModuleAndNotThePair() {
    story.enrol(story.first)
    let competence = LevelledCompetence(.init(framework: "digcomp-3.0", code: "2.2"), level: 3)
    story.tell(
      .recognised(.module(story.run("sm-first")), because: .equivalent), .person(story.bruno.key, in: nil), "2026-02-02"
    )
    story.tell(
      .recognised(.competence(competence), because: .testedOut), .person(story.awa.key, in: nil), "2026-02-02")
    #expect(
      attainments(story.first, "2026-02-02")
        == Attainments(modules: [.senior: ["sm-post"]], competences: [.junior: [competence]]))
  }

  @Test mutating func aRunIsPassedOnceAndNotFailedAfterwards() {
    let bruno = Event.Subject.person(story.bruno.key, in: "awa-bruno")
    let run = story.run("sm-post")
    let failed = story.tell(.failed(run), bruno, "2026-02-01")
    let pass = story.tell(.passed(run, override: nil), bruno, "2026-02-02")
    let again = story.tell(.passed(run, override: nil), bruno, "2026-02-03")
    let late = story.tell(.failed(run), bruno, "2026-02-04")
    let standing = progress("2026-03-01").person(story.bruno.key).modules["sm-post"]
    #expect(standing?.passes.map(\.event) == [pass.id])
    #expect(standing?.failures.map(\.event) == [failed.id])
    #expect(progress("2026-03-01").disregarded == [again.id: .passedBefore, late.id: .failedAfterPassed])
  }

  @Test mutating func sessionsAreCountedAsTheyReallyWere() {
    story.enrol(story.first)
    let both = Event.Subject.pair(story.first)
    story.tell(.sessionMissed, both, "2026-01-20")
    story.tell(.sessionHeld(number: 1, minutes: 55), both, "2026-02-02")
    story.tell(.sessionMissed, both, "2026-02-16")
    story.tell(.sessionMissed, both, "2026-03-02")
    story.tell(.withdrawn(reason: "moved"), both, "2026-03-10")
    let pair = progress("2026-03-09").pair("awa-bruno")
    #expect((pair.held, pair.missed, pair.missedInARow, pair.minutes) == (1, 3, 2, 55))
    #expect((pair.began, pair.ended) == (moment("2026-01-05"), nil))
    #expect(pair.agreed == story.first)
    #expect(progress("2026-03-10").pair("awa-bruno").ended == moment("2026-03-10"))
  }

  @Test mutating func aWishStandsUntilItIsWithdrawnOrReplaced() {
    story.enrol(story.first)
    let both = Event.Subject.pair(story.first)
    story.tell(.wished(.init(.next, "sm-post")), both, "2026-01-20")
    story.tell(.wished(.init(.never, "dt-desk")), both, "2026-01-21")
    story.tell(.wished(.init(.never, "sm-post")), both, "2026-02-02")
    story.tell(.wishWithdrawn("dt-desk"), both, "2026-02-03")
    let odd = story.tell(.wished(.init(.next, "dt-desk")), .person(story.bruno.key, in: "awa-bruno"), "2026-02-04")
    func wishes(_ day: String) -> [Event.Wish] { progress(day).pair("awa-bruno").wishes }
    #expect(wishes("2026-01-21") == [.init(.next, "sm-post"), .init(.never, "dt-desk")])
    #expect(wishes("2026-02-02") == [.init(.never, "dt-desk"), .init(.never, "sm-post")])
    #expect(wishes("2026-02-05") == [.init(.never, "sm-post")])
    #expect(progress("2026-02-05").disregarded == [odd.id: .unfitSubject])
  }

  @Test mutating func aBreakingChangeIsDoneAgainFromTheDayItIsPublished() {
    story.enrol(story.first)
    story.tell(.passed(story.run("x"), override: nil), .person(story.bruno.key, in: "awa-bruno"), "2026-02-02")
    func progress(_ version: SemanticVersion, _ day: String) -> Progress {
      let term = ModuleTerms.Term(mentees: [.senior], version: version, published: moment("2026-03-01").day)
      return story.history.progress(asOf: moment(day), under: ModuleTerms(["x": term]))
    }
    for (version, day, counts) in [
      (SemanticVersion(1, 4, 0), "2026-03-02", true), (SemanticVersion(2, 0, 0), "2026-02-28", true),
      (SemanticVersion(2, 0, 0), "2026-03-01", false),
    ] {
      let then = progress(version, day)
      #expect(then.pair("awa-bruno").together.map(\.module) == (counts ? ["x"] : []))
      #expect(then.person(story.bruno.key).modules["x"]?.holds(at: moment(day)) == counts)
      #expect(then.person(story.bruno.key).modules["x"]?.passes.count == 1)
    }
  }

  @Test mutating func aPairKnowsThePlanThatItWasToldLast() {
    story.enrol(story.first)
    let both = Event.Subject.pair(story.first)
    let plan = KnownPlan([.init("sm-post", SemanticVersion(1, 0, 0), session: 2)])
    story.tell(.planned(plan), both, "2026-01-20")
    story.tell(.planned(KnownPlan([])), both, "2026-01-22")
    #expect(progress("2026-01-19").pair("awa-bruno").told == nil)
    #expect(progress("2026-01-21").pair("awa-bruno").told == .init(plan: plan, at: moment("2026-01-20")))
    #expect(progress("2026-01-23").pair("awa-bruno").knownModules == [])
    #expect(KnownPlan.Step("sm-post@1.0.0=2") == plan.steps.first)
    for text in ["", "sm-post", "sm-post@1.0=2", "@1.0.0=2", "a@1.0.0=0", "a@1.0.0=x", "a@1.0.0@2=3", "a@1.0.0=2=3"] {
      #expect(KnownPlan.Step(text) == nil)
    }
  }

  @Test mutating func aCertificateExpiresIsReplacedOrTakenBack() {
    let bruno = Event.Subject.person(story.bruno.key, in: "awa-bruno")
    let ids = (0..<3).map { _ in CredentialID(randomUsing: &story.generator) }
    for id in ids {
      story.tell(
        .certificateIssued(
          .init(certificate: "mentee", credential: id, digest: "sha256:", validUntil: moment("2029-01-01"))),
        bruno, "2026-02-02")
    }
    story.tell(.superseded(credential: ids[1], by: ids[2]), bruno, "2026-03-01")
    story.tell(.revoked(credential: ids[2], reason: "wrong person"), bruno, "2026-04-01")
    func standings(_ at: String) -> [CredentialID: IssuedCertificate.Standing] {
      Dictionary(
        uniqueKeysWithValues: progress(at).certificates(of: "awa-bruno").map {
          ($0.award.credential, $0.standing(at: moment(at)))
        })
    }
    #expect(standings("2026-02-28") == [ids[0]: .active, ids[1]: .active, ids[2]: .active])
    #expect(standings("2026-04-01") == [ids[0]: .active, ids[1]: .superseded, ids[2]: .revoked])
    #expect(standings("2029-01-01") == [ids[0]: .expired, ids[1]: .superseded, ids[2]: .revoked])
  }

  @Test mutating func whoeverLearnsAndHasNoPassIsACandidate() {
    story.enrol(story.first)
    story.enrol(story.second)
    let run = story.run("ld-story")
    story.tell(.failed(run), .person(story.awa.key, in: "awa-bruno"), "2026-02-02")
    for module in ["ld-story", "ld-contract"] as [Identifier<Module>] {
      story.tell(.passed(story.run(module), override: nil), .person(story.bruno.key, in: "chloe-bruno"), "2026-02-02")
    }
    func candidates(_ module: Identifier<Module>, _ pair: Pair) -> [Progress.Candidate] {
      progress("2026-02-03").candidates(for: module, in: pair, under: terms)
    }
    let (awa, bruno, chloe) = (story.awa.key, story.bruno.key, story.chloe.key)
    #expect(candidates("sm-first", story.first) == [.init(person: bruno, registration: nil)])
    #expect(candidates("ld-story", story.first) == [.init(person: awa, registration: run.registration)])
    #expect(
      candidates("ld-contract", story.first)
        == [.init(person: awa, registration: nil), .init(person: bruno, registration: nil)])
    #expect(candidates("ld-contract", story.second) == [.init(person: chloe, registration: nil)])
  }

  private func progress(_ at: String) -> Progress {
    story.history.progress(asOf: moment(at), under: terms)
  }

  private func attainments(_ pair: Pair, _ at: String) -> Attainments {
    progress(at).attainments(of: pair)
  }
}
