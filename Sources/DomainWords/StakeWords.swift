package import Bilingual
package import CurriculumModel
package import PathPlanning

/// Parts of a goal in a language.
package struct StakeWords {
  /// The language.
  private let language: Language
  /// A fact in words.
  private let fact: (Fact) -> String
  /// A goal in words.
  private let goal: (Goal) -> String

  /// Words for parts of a goal, from those for facts and goals.
  package init(_ language: Language, fact: @escaping (Fact) -> String, goal: @escaping (Goal) -> String) {
    self.language = language
    self.fact = fact
    self.goal = goal
  }

  /// Words with the titles that a library gives.
  package init(_ words: FactWords) { self.init(words.language, fact: words.fact, goal: words.goal) }

  /// A part: a group by its title, anything else by what it asks for.
  package func name(_ stake: Stake) -> String {
    if case .group = stake.goal { return goal(stake.goal) }
    return words(stake.condition)
  }

  private func words(_ condition: Condition<GoalLeaf>) -> String {
    switch condition {
    case .leaf(.fact(let fact)): self.fact(fact)
    case .leaf(.sum(let quantity)):
      switch quantity.measure {
      case .minutes:
        said(
          en: "\(language.count(quantity.atLeast, .minutes)) of modules",
          fr: "\(language.count(quantity.atLeast, .minutes)) de modules")
      case .modules: language.count(quantity.atLeast, .modules)
      }
    case .all(let parts): language.list(parts.map(words))
    case .any(let parts): choice(1, parts)
    case .atLeast(let n, let parts): choice(n, parts)
    }
  }

  private func choice(_ n: Int, _ parts: [Condition<GoalLeaf>]) -> String {
    let list = parts.map(words).joined(separator: said(en: "; ", fr: "\u{202F}; "))
    return said(en: "\(n) of (\(list))", fr: "\(n) parmi (\(list))")
  }

  /// What the budget leaves out of a part, and what more of it would take.
  package func leftOut(_ left: LeftOut) -> String {
    let points = language.count(left.worth, .points)
    let what = "\(name(left.stake)), \(points)"
    switch left.takes {
    case .minutes(let minutes):
      let count = language.count(minutes.count, .minutes)
      return said(
        en: "\(what): the plan with more of it takes at least \(count)",
        fr: "\(what)\u{A0}: en prendre davantage demande un plan d’au moins \(count)")
    case .sessions(let sessions):
      let count = language.count(sessions, .sessions)
      return said(
        en: "\(what): the plan with more of it takes at least \(count)",
        fr: "\(what)\u{A0}: en prendre davantage demande un plan d’au moins \(count)")
    case .outOfReach:
      return said(en: "\(what): nothing leads there", fr: "\(what)\u{A0}: rien n’y mène")
    case .unknown:
      return what
    }
  }

  private func said(en: String, fr: String) -> String { Wording(en: en, fr: fr)[language] }
}
