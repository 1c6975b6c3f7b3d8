import CurriculumModel
import PairMatching
import ProgrammeModel
import ProgrammeStories
import Testing

/// Who is matched with whom, and what is said of the others.
struct MatchingTests {
  private func competence(_ code: String, _ level: Int) -> LevelledCompetence {
    LevelledCompetence(CompetenceReference(framework: "f", code: code), level: level)
  }

  private func junior(
    _ id: Identifier<Person>, wants: [LevelledCompetence]? = nil, haves: [LevelledCompetence]? = nil,
    language: String = "fr", superiors: Set<Identifier<Person>> = [], room: Int = 1
  ) -> Candidate {
    Candidate(
      id: id, language: LanguageTag(language), wants: wants ?? [competence("lead", 0)],
      haves: haves ?? [competence("net", 4)], superiors: superiors, room: room)
  }

  private func senior(
    _ id: Identifier<Person>, wants: [LevelledCompetence]? = nil, language: String = "fr", room: Int = 1
  ) -> Candidate {
    Candidate(
      id: id, language: LanguageTag(language), wants: wants ?? [competence("net", 3)], haves: [competence("lead", 0)],
      room: room)
  }

  @Test func gainsCountByPlaceAndLevel() {
    let learner = junior("j", wants: [competence("a", 4), competence("b", 0), competence("c", 3), competence("d", 2)])
    let teacher = Candidate(
      id: "t", language: LanguageTag("fr"), wants: [],
      haves: [competence("a", 3), competence("b", 0), competence("d", 5)])
    let gains = learner.gains(from: teacher)
    #expect(gains.map(\.points) == [36, 36, 12])
    #expect(gains.map(\.given) == [3, 0, 2])
    #expect(gains.map(\.isWhole) == [false, true, true])
  }

  @Test func bothMustGain() {
    let problem = MatchingProblem(
      juniors: [junior("j", wants: [])], seniors: [senior("s")])
    #expect(problem.bestMatching().matches.isEmpty)
    #expect(
      problem.bestMatching().unmatched.map(\.reason) == [.nobodyGives, .nobodyWants])
  }

  @Test func eachReasonIsNamed() {
    func reasons(_ juniors: [Candidate], _ seniors: [Candidate], existing: Set<MatchingProblem.Two> = [])
      -> [Identifier<Person>: Matching.Reason]
    {
      let matching = MatchingProblem(juniors: juniors, seniors: seniors, existing: existing).bestMatching()
      return Dictionary(uniqueKeysWithValues: matching.unmatched.map { ($0.person, $0.reason) })
    }
    #expect(reasons([junior("j", superiors: ["s"])], [senior("s")])["j"] == .keptApart([.reportingLine]))
    #expect(reasons([junior("j", language: "en")], [senior("s")])["s"] == .keptApart([.language]))
    #expect(
      reasons([junior("j")], [senior("s")], existing: [.init(junior: "j", senior: "s")])["j"]
        == .keptApart([.existingPair]))
    #expect(reasons([junior("j")], [senior("s", room: 0)])["j"] == .keptApart([.noRoom]))
    #expect(reasons([junior("j"), junior("k")], [senior("s")])["k"] == .othersFitBetter(["s"]))
    let reader = junior("j", wants: [competence("lead", 0)], haves: [])
    let writer = junior("k", wants: [], haves: [competence("net", 3)])
    #expect(reasons([reader, writer], [senior("s")])["s"] == .noExchange)
  }

  @Test func languagesMayBeCrossed() {
    let people = (juniors: [junior("j", language: "en")], seniors: [senior("s")])
    let matching = MatchingProblem(juniors: people.juniors, seniors: people.seniors, acrossLanguages: true)
    #expect(matching.bestMatching().matches.map(\.points) == [96])
  }

  /// The best matching of few people, held against every choice of twos, each reckoned by its gains alone.
  @Test func equalsTheBestOfAllChoices() {
    var generator = SplitMix64(seed: 11)
    func some() -> [LevelledCompetence] {
      ["a", "b", "c"].filter { _ in Bool.random(using: &generator) }.map {
        competence($0, Int.random(in: 0...4, using: &generator))
      }
    }
    func person(_ id: String, below: [String]) -> Candidate {
      Candidate(
        id: .init(id), language: LanguageTag(Int.random(in: 0...3, using: &generator) == 0 ? "en" : "fr"),
        wants: some(), haves: some(),
        superiors: Set(below.filter { _ in Bool.random(using: &generator) }.map { .init($0) }),
        room: Int.random(in: 0...2, using: &generator))
    }
    for round in 0..<300 {
      let juniors = (0..<3).map { person("j\($0)", below: ["s0"]) }
      let seniors = (0..<3).map { person("s\($0)", below: $0 == 0 ? [] : ["j0"]) }
      let existing: Set = [MatchingProblem.Two(junior: "j1", senior: "s1")]
      let matching = MatchingProblem(juniors: juniors, seniors: seniors, existing: existing).bestMatching()
      var twos: [(junior: Candidate, senior: Candidate, points: Int)] = []
      for junior in juniors {
        for senior in seniors where junior.language == senior.language && (junior.id, senior.id) != ("j1", "s1") {
          let gains = [junior.gains(from: senior), senior.gains(from: junior)]
          let isApart = junior.superiors.contains(senior.id) || senior.superiors.contains(junior.id)
          guard !isApart, gains.allSatisfy({ !$0.isEmpty }) else { continue }
          twos.append((junior, senior, gains.joined().map(\.points).reduce(0, +)))
        }
      }
      var best = (count: 0, points: 0)
      for choice in 0..<(1 << twos.count) {
        let chosen = twos.indices.filter { choice >> $0 & 1 == 1 }.map { twos[$0] }
        guard juniors.allSatisfy({ one in chosen.count { $0.junior.id == one.id } <= one.room }),
          seniors.allSatisfy({ one in chosen.count { $0.senior.id == one.id } <= one.room })
        else { continue }
        best = max(best, (chosen.count, chosen.map(\.points).reduce(0, +)), by: <)
      }
      #expect((matching.matches.count, matching.points) == best, "round \(round)")
      let without = Set((juniors + seniors).filter { $0.room > 0 }.map(\.id))
        .subtracting(matching.matches.flatMap { [$0.junior, $0.senior] })
      #expect(matching.unmatched.map(\.person) == without.sorted(), "each who stays without is told why")
    }
  }

  private func max<T>(_ a: T, _ b: T, by less: (T, T) -> Bool) -> T { less(a, b) ? b : a }

  @Test func theOrderOfPeopleMakesNoDifference() {
    var generator = SplitMix64(seed: 4)
    let codes = ["a", "b", "c", "d"]
    func some() -> [LevelledCompetence] {
      codes.filter { _ in Bool.random(using: &generator) }.map {
        competence($0, Int.random(in: 1...4, using: &generator))
      }
    }
    for _ in 0..<50 {
      let juniors = (0..<6).map {
        Candidate(id: .init("j\($0)"), language: LanguageTag("fr"), wants: some(), haves: some(), room: 2)
      }
      let seniors = (0..<5).map {
        Candidate(id: .init("s\($0)"), language: LanguageTag("fr"), wants: some(), haves: some(), room: 1)
      }
      let matching = MatchingProblem(juniors: juniors, seniors: seniors).bestMatching()
      let shuffled = MatchingProblem(
        juniors: juniors.shuffled(using: &generator), seniors: seniors.shuffled(using: &generator))
      #expect(shuffled.bestMatching() == matching)
      for match in matching.matches { #expect(!match.juniorGains.isEmpty && !match.seniorGains.isEmpty) }
    }
  }
}
