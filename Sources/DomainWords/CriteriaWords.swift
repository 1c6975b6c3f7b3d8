internal import Bilingual
package import CurriculumModel

/// What earns a certificate, in words that a stranger understands.
package struct CriteriaWords {
  /// How groups are said.
  package enum Groups: Sendable {
    /// By their modules, for a stranger who does not see the curriculum.
    case listed
    /// By their titles, because they stand on the same page.
    case named
  }

  private let facts: FactWords
  private let curriculum: Curriculum
  private let groups: Groups

  /// Words for the certificates of a curriculum.
  package init(_ facts: FactWords, curriculum: Curriculum, groups: Groups = .listed) {
    self.facts = facts
    self.curriculum = curriculum
    self.groups = groups
  }

  /// The condition as one sentence.
  package func narrative(_ condition: Condition<Earning>) -> String {
    words(condition).capitalizedFirst + "."
  }

  private func words(_ condition: Condition<Earning>) -> String {
    switch condition {
    case .leaf(let earning): leaf(earning)
    case .all(let parts): join(parts.map(words))
    case .any(let parts):
      said(
        en: "either " + parts.map(words).joined(separator: " or "),
        fr: parts.map { "soit \(words($0))" }.joined(separator: ", "))
    case .atLeast(1, let parts): self.words(.any(parts))
    case .atLeast(let n, let parts):
      said(en: "\(n) of these (", fr: "\(n) des points suivants (") + join(parts.map(words)) + ")"
    }
  }

  /// Parts that may hold commas and "and" themselves, so a semicolon stands between them.
  private func join(_ parts: [String]) -> String {
    parts.joined(separator: said(en: "; ", fr: "\u{202F}; "))
  }

  private func leaf(_ earning: Earning) -> String {
    switch earning {
    case .passed(let id): return said(en: "pass \(title(id))", fr: "valider \(title(id))")
    case .chosen(let id): return curriculum.groups.first { $0.id == id }.map(group) ?? id.rawValue
    case .competence(let held, _, _):
      return said(
        en: "show the competence \(facts.competence(held))", fr: "montrer la compétence \(facts.competence(held))")
    case .minutes(let least, let direction, let theme):
      let about = (direction.map { [self.about($0)] } ?? []) + (theme.map { [self.theme($0)] } ?? [])
      return said(
        en: "pass at least \(least.count) minutes of modules",
        fr: "valider au moins \(least.count) minutes de modules")
        + (about.isEmpty ? "" : " " + about.joined(separator: " "))
    case .delivered(let least, let direction):
      return said(
        en: "complete at least \(facts.language.count(least, .modules)) \(about(direction))",
        fr: "mener à bien au moins \(facts.language.count(least, .modules)) \(about(direction))")
    }
  }

  private func group(_ group: Group) -> String { groups == .named ? named(group) : listed(group) }

  private func named(_ group: Group) -> String {
    let title = facts.text(group.title)
    let name = facts.language.quote(title.isEmpty ? group.id.rawValue : title)
    switch group.choice {
    case .all: return said(en: "pass the whole group \(name)", fr: "valider tout le groupe \(name)")
    case .atLeast(let n):
      return said(
        en: "pass at least \(facts.language.count(n, .modules)) of the group \(name)",
        fr: "valider au moins \(facts.language.count(n, .modules)) du groupe \(name)")
    case .minutes(let least):
      return said(
        en: "pass at least \(least.count) minutes of the group \(name)",
        fr: "valider au moins \(least.count) minutes du groupe \(name)")
    }
  }

  private func listed(_ group: Group) -> String {
    let titles = group.modules.map(title)
    switch group.choice {
    case .all:
      let names = facts.language.list(titles)
      return said(en: "pass \(names)", fr: "valider \(names)")
    case .atLeast(let n):
      let names = facts.language.list(titles)
      return said(
        en: "pass at least \(n) of \(names)",
        fr: "valider au moins \(facts.language.count(n, .modules)) parmi \(names)")
    case .minutes(let least):
      let names = facts.language.list(titles, .or)
      return said(
        en: "pass at least \(least.count) minutes of \(names)",
        fr: "valider au moins \(least.count) minutes parmi \(names)")
    }
  }

  private func title(_ id: Identifier<Module>) -> String { facts.language.quote(facts.title(id)) }

  private func theme(_ id: Identifier<Theme>) -> String {
    let name = facts.library.programme.themes.first { $0.id == id }.map { facts.text($0.name) } ?? id.rawValue
    return said(en: "on the theme \(facts.language.quote(name))", fr: "sur le thème \(facts.language.quote(name))")
  }

  private func about(_ direction: Direction) -> String {
    switch direction {
    case .juniorToSenior: said(en: "in which the junior mentors", fr: "où le junior est mentor")
    case .seniorToJunior: said(en: "in which the senior mentors", fr: "où le senior est mentor")
    case .mutual: said(en: "in which both learn", fr: "où les deux apprennent")
    }
  }

  private func said(en: String, fr: String) -> String { Wording(en: en, fr: fr)[facts.language] }
}
