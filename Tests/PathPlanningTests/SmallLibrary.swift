import CurriculumModel

/// A library of a few modules with nothing in them but what plans depend on.
enum SmallLibrary {
  static func module(
    _ id: Identifier<Module>, _ minutes: Int, _ direction: Direction = .mutual, theme: Identifier<Theme> = "tools",
    requires: Condition<Requirement> = .always, teaches: [(Partners, LevelledCompetence)] = [],
    countsFor: Module.Scope = .person, status: Module.Lifecycle.Status = .published, activities: [Int] = []
  ) -> Module {
    Module(
      id: id, version: SemanticVersion(1, 0, 0), language: LanguageTag("en"), title: text, summary: text,
      theme: theme, direction: direction, serves: [], countsFor: countsFor, formerly: [],
      lifecycle: Module.Lifecycle(status: status, published: nil, reviewBy: nil, volatility: nil),
      rights: Module.Rights(licence: "CC-BY-4.0", holder: "Acme"),
      time: Module.Time(together: Minutes(minutes), before: 0, after: 0),
      objectives: teaches.enumerated().map { number, outcome in
        Objective(
          id: Identifier("o\(number)"), audience: outcome.0, verb: .apply, statement: text, competences: [outcome.1])
      },
      requires: requires, recommends: [], priorLearning: [], preparations: [],
      activities: (activities.isEmpty ? [minutes] : activities).enumerated().map { number, length in
        Activity(
          id: Identifier("a\(number + 1)"), minutes: Minutes(length), lead: .both, mode: .talk, title: text,
          instructions: [:], prompts: [], cards: [], accessibility: [])
      },
      checks: Checks([]), validity: nil, resources: [], variants: [], accessibility: [], privacy: text)
  }

  static func curriculum(
    groups: [Group] = [], certificates: [Certificate] = [], milestones: [Curriculum.Milestone] = [],
    reciprocity: Curriculum.Reciprocity? = nil, session: Minutes = 60
  ) -> Curriculum {
    Curriculum(
      id: "curriculum", edition: "2026.1", language: LanguageTag("en"), title: text, summary: text,
      rhythm: Curriculum.Rhythm(session: session, everyWeeks: 2, sessions: 13, missedInARow: 2),
      reciprocity: reciprocity, milestones: milestones, groups: groups, certificates: certificates, indicators: [])
  }

  static func group(
    _ id: Identifier<Group>, _ choice: Group.Choice, _ modules: [Identifier<Module>], weight: Int = 1
  ) -> Group {
    Group(id: id, title: text, choice: choice, modules: modules, weight: weight)
  }

  static func certificate(
    _ id: Identifier<Certificate>, for holder: Certificate.Holder, _ earnedWhen: Condition<Earning>
  ) -> Certificate {
    Certificate(id: id, holder: holder, validMonths: nil, title: text, description: text, earnedWhen: earnedWhen)
  }

  static func library(_ modules: [Module], _ curriculum: Curriculum) -> Library {
    let programme = Programme(
      id: "programme", title: text, defaultLanguage: LanguageTag("en"), languages: [LanguageTag("en")],
      issuer: Programme.Issuer(name: "Acme", url: "https://acme.example", logo: nil, signatory: nil), themes: [],
      store: nil)
    return Library(foundSound: programme, frameworks: [], modules: modules, cards: [], curricula: [curriculum])
  }

  private static let text = LocalizedPhrase([])
}
