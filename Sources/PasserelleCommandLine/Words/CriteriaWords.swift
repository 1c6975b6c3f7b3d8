import Bilingual
import CurriculumModel

/// What earns a certificate, in words that a stranger understands.
struct CriteriaWords {
  let workspace: OpenWorkspace
  let curriculum: Curriculum

  /// The condition as one sentence.
  func narrative(_ condition: Condition<Earning>) -> String {
    TextLayout.capitalized(words(condition)) + "."
  }

  private func words(_ condition: Condition<Earning>) -> String {
    switch condition {
    case .leaf(let earning): leaf(earning)
    case .all(let parts): join(parts.map(words), .and)
    case .any(let parts): join(parts.map(words), .or)
    case .atLeast(let n, let parts):
      said(en: "at least \(n) of these: ", fr: "au moins \(n) de ceci\u{A0}: ") + join(parts.map(words), .and)
    }
  }

  /// Parts that may hold commas and "and" themselves, so a semicolon stands between them.
  private func join(_ parts: [String], _ conjunction: Conjunction) -> String {
    switch conjunction {
    case .and: parts.joined(separator: said(en: "; ", fr: "\u{202F}; "))
    case .or: parts.joined(separator: said(en: "; or ", fr: "\u{202F}; ou "))
    }
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
        en: "pass modules of at least \(least.count) minutes",
        fr: "valider des modules d’au moins \(least.count) minutes")
        + (about.isEmpty ? "" : " " + about.joined(separator: " "))
    case .delivered(let least, let direction):
      return said(
        en: "complete at least \(least) modules \(about(direction))",
        fr: "mener à bien au moins \(least) modules \(about(direction))")
    }
  }

  private func group(_ group: Group) -> String {
    let titles = group.modules.map(title)
    switch group.choice {
    case .all:
      let names = spokenLanguage.list(titles)
      return said(en: "pass \(names)", fr: "valider \(names)")
    case .atLeast(let n):
      let names = spokenLanguage.list(titles)
      return said(en: "pass at least \(n) of \(names)", fr: "valider au moins \(n) modules parmi \(names)")
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
