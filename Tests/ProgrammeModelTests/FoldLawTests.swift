import Bilingual
import CurriculumModel
import ProgrammeModel
import ProgrammeStories
import Testing

struct FoldLawTests {
  private static let validities: [Identifier<Module>: Module.Validity] = [
    "b": .init(months: 6, refresh: "r"), "r": .init(months: 12, refresh: nil), "m": .init(months: 3, refresh: nil),
  ]
  private static let terms = ModuleTerms(
    [
      "a": .init(mentees: [.senior]), "b": .init(mentees: [.senior], validity: validities["b"]),
      "r": .init(mentees: [.junior], validity: validities["r"]),
      "m": .init(mentees: [.junior, .senior], validity: validities["m"]),
      "p": .init(mentees: [.junior, .senior], scope: .pair),
    ],
    formerly: ["old-a": "a", "old-m": "m"])

  @Test func foldsEqualTheReferenceModelOnRandomHistories() {
    for seed in 0..<10_000 as Range<UInt64> {
      var random = RandomHistory(seed: seed)
      let events = random.events()
      let (moment, known) = (random.moment(), random.moment())
      let reference = ReferenceModel(
        events, asOf: moment, knownAt: known, terms: Self.terms, validities: Self.validities)
      let progress = History(events).progress(asOf: moment, knownAt: known, under: Self.terms)
      let expected = reference.statements(people: random.people, pairs: random.pairs)
      let found = progress.statements(people: random.people, pairs: random.pairs)
      #expect(found == expected, "seed \(seed): \(found.symmetricDifference(expected).sorted())")
    }
  }

  @Test func theOrderOfLearningNeverMatters() {
    for seed in 0..<500 as Range<UInt64> {
      var random = RandomHistory(seed: seed)
      let events = random.events()
      let repeated = (events + events.prefix(5)).shuffled(using: &random.story.generator)
      let moment = random.moment()
      let expected = History(events).progress(asOf: moment, under: Self.terms)
      #expect(History(repeated).progress(asOf: moment, under: Self.terms) == expected, "seed \(seed)")
      let (some, rest) = (repeated.prefix(7), repeated.dropFirst(7))
      #expect(History(rest).adding(some) == History(events), "seed \(seed)")
    }
  }
}

/// A history of few people, modules, runs and days, so that they meet often.
struct RandomHistory {
  var story: Story
  private var runs: [Run] = []
  private var told: [Event] = []

  init(seed: UInt64) {
    story = Story(seed: seed)
    for module in ["a", "old-a", "b", "r", "m", "old-m", "p", "gone"] as [Identifier<Module>] {
      for _ in 0..<3 { runs.append(story.run(module)) }
    }
  }

  var people: [PersonKey] { story.people.map(\.key) }
  var pairs: [Pair] { [story.first, story.second] }

  mutating func moment() -> Moment {
    let day = CalendarDay(daysSince1970: 20_454 + 30 * number(20))
    return Moment(startOf: day)
  }

  mutating func events() -> [Event] {
    told = []
    for _ in 0..<(5 + number(30)) {
      let (a, b) = (moment(), moment())
      let (kind, subject) = number(8) == 0 ? void() : statement()
      told.append(
        Event(
          id: Event.ID(at: a, using: &story.generator), occurredAt: min(a, b), recordedAt: max(a, b),
          subject: subject, attestation: .init(role: .lead), kind: kind))
    }
    return told.shuffled(using: &story.generator)
  }

  private mutating func void() -> (Event.Kind, Event.Subject) {
    let target = told.randomElement(using: &story.generator)
    let absent = Event.ID(at: moment(), using: &story.generator)
    let subject = number(5) == 0 ? .pair(story.second) : target?.subject ?? .pair(story.first)
    return (.voided(target: target?.id ?? absent, reason: "x", replacement: nil), subject)
  }

  private mutating func statement() -> (Event.Kind, Event.Subject) {
    let pair = number(3) == 0 ? story.second : story.first
    let person = number(2) == 0 ? pair.junior : pair.senior
    let run = runs[number(runs.count)]
    let one = Event.Subject.person(person, in: number(5) == 0 ? nil : pair.id)
    let competence = LevelledCompetence(.init(framework: "f", code: "1"), level: number(3))
    switch number(15) {
    case 0: return (.enrolled(curriculum: pair.curriculum, goals: pair.goals), .pair(pair))
    case 1:
      let planned = number(2) == 0 ? nil : Minutes(60)
      return (.sessionHeld(number: nil, minutes: Minutes(number(90)), planned: planned), .pair(pair))
    case 2: return (.sessionMissed, .pair(pair))
    case 3: return (.withdrawn(reason: nil), .pair(pair))
    case 4: return (.recognised(.module(run), because: .outside), one)
    case 5: return (.recognised(.competence(competence), because: .outside), one)
    case 6: return (.failed(run), one)
    case 7: return (.completed(run), one)
    case 8: return (.agreed(Contract(everyWeeks: 1 + number(4), place: .mixed)), .pair(pair))
    case 9:
      return (
        .described(Profile(wants: [competence], haves: number(2) == 0 ? [competence] : [])), .person(person, in: nil)
      )
    case 10:
      let stage = SelfAssessment.Stage.allCases[number(3)]
      return (.assessed(SelfAssessment(stage: stage, answers: [.init(competence.competence, rating: number(5))])), one)
    default: return (.passed(run, override: nil), one)
    }
  }

  private mutating func number(_ below: Int) -> Int {
    Int.random(in: 0..<below, using: &story.generator)
  }
}

extension Progress {
  /// Everything that holds, in the reference model's statements.
  fileprivate func statements(people: [PersonKey], pairs: [Pair]) -> Set<String> {
    var all: Set<String> = []
    for person in people {
      let has = self.person(person)
      for (module, standing) in has.modules {
        for pass in standing.passes {
          all.insert("\(person) \(module) passed \(pass.event) \(pass.expires?.iso ?? "never")")
        }
        for prior in standing.recognitions {
          all.insert("\(person) \(module) recognised \(prior.event) \(prior.expires?.iso ?? "never")")
        }
        for attempt in standing.failures { all.insert("\(person) \(module) failed \(attempt.event)") }
        for attempt in standing.completions { all.insert("\(person) \(module) completed \(attempt.event)") }
      }
      if let profile = has.profile { all.insert("\(person) wants \(profile.wants) has \(profile.haves)") }
      for told in has.assessments {
        all.insert("\(person) assessed \(told.answers) \(told.pair ?? "-") \(told.event)")
      }
      for held in has.competences {
        all.insert("\(person) holds \(held.competence.competence) \(held.competence.level) \(held.event)")
      }
    }
    for pair in pairs {
      let done = self.pair(pair.id)
      all.insert("\(pair.id) \(done.began?.iso ?? "-") \(done.ended?.iso ?? "-")")
      all.insert(
        "\(pair.id) held \(done.held) missed \(done.missed) \(done.missedInARow) minutes \(done.minutes.count)")
      if let contract = done.contract { all.insert("\(pair.id) agreed \(contract)") }
      all.insert("\(pair.id) planned \(done.plannedMinutes.count)")
      for joint in done.together { all.insert("\(pair.id) together \(joint.module) \(joint.at.iso)") }
      for (partner, modules) in attainments(of: pair).modules {
        for module in modules { all.insert("\(pair.id) \(partner) has \(module)") }
      }
    }
    return all
  }
}
