import Bilingual
import CurriculumModel
import DomainWords

/// What earns a certificate, in words that a stranger understands.
struct CriteriaWords {
  let workspace: OpenWorkspace
  let curriculum: Curriculum
  /// Whether groups are named and not listed; a stranger, who does not see the curriculum, needs the list.
  var namesGroups = false

  /// The condition as one sentence.
  func narrative(_ condition: Condition<Earning>) -> String {
    TextLayout.capitalized(words(condition)) + "."
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
    let facts = FactWords(workspace: workspace)
    switch earning {
    case .passed(let id): return said(en: "pass \(title(id))", fr: "valider \(title(id))")
    case .chosen(let id): return curriculum.groups.first { $0.id == id }.map(group) ?? id.rawValue
    case .competence(let held, _):
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
        en: "complete at least \(spokenLanguage.count(least, .modules)) \(about(direction))",
        fr: "mener à bien au moins \(spokenLanguage.count(least, .modules)) \(about(direction))")
    }
  }

  private func group(_ group: Group) -> String { namesGroups ? named(group) : listed(group) }

  private func named(_ group: Group) -> String {
    let title = workspace.words(group.title)
    let name = spokenLanguage.quote(title.isEmpty ? group.id.rawValue : title)
    switch group.choice {
    case .all: return said(en: "pass the whole group \(name)", fr: "valider tout le groupe \(name)")
    case .atLeast(let n):
      return said(
        en: "pass at least \(spokenLanguage.count(n, .modules)) of the group \(name)",
        fr: "valider au moins \(spokenLanguage.count(n, .modules)) du groupe \(name)")
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
      let names = spokenLanguage.list(titles)
      return said(en: "pass \(names)", fr: "valider \(names)")
    case .atLeast(let n):
      let names = spokenLanguage.list(titles)
      return said(
        en: "pass at least \(n) of \(names)",
        fr: "valider au moins \(spokenLanguage.count(n, .modules)) parmi \(names)")
    case .minutes(let least):
      let names = spokenLanguage.list(titles, .or)
      return said(
        en: "pass at least \(least.count) minutes of \(names)",
        fr: "valider au moins \(least.count) minutes parmi \(names)")
    }
  }

  private func title(_ id: Identifier<Module>) -> String { spokenLanguage.quote(workspace.title(id)) }

  private func theme(_ id: Identifier<Theme>) -> String {
    let name = workspace.library.programme.themes.first { $0.id == id }.map { workspace.words($0.name) } ?? id.rawValue
    return said(en: "on the theme \(spokenLanguage.quote(name))", fr: "sur le thème \(spokenLanguage.quote(name))")
  }

  private func about(_ direction: Direction) -> String {
    switch direction {
    case .juniorToSenior: said(en: "in which the junior mentors", fr: "où le junior est mentor")
    case .seniorToJunior: said(en: "in which the senior mentors", fr: "où le senior est mentor")
    case .mutual: said(en: "in which both learn", fr: "où les deux apprennent")
    }
  }
}
