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
