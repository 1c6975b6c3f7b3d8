import Bilingual
import CurriculumModel
import PathPlanning
import ProgrammeModel

/// Facts of the domain in the language of this run.
struct FactWords {
  let workspace: OpenWorkspace

  /// "‘First session: our contract’ passed".
  func fact(_ fact: Fact) -> String {
    switch fact {
    case .passed(let module):
      let title = spokenLanguage.quote(workspace.title(module))
      return said(en: "\(title) passed (\(module))", fr: "\(title) validé (\(module))")
    case .holds(let partner, let held):
      return said(
        en: "\(competence(held)), for the \(partner.rawValue)", fr: "\(competence(held)), pour le \(partner.rawValue)")
    }
  }

  /// "Netiquette (DigComp 3.0 2.5, level 3)".
  func competence(_ held: LevelledCompetence) -> String {
    let reference = held.competence
    let name = workspace.library.competence(reference)?.name.best(workspace.languages)?.content.text ?? reference.code
    let framework =
      workspace.library.frameworks[reference.framework].map { workspace.words($0.title) } ?? "\(reference.framework)"
    let level = held.level == 0 ? "" : said(en: ", level \(held.level)", fr: ", niveau \(held.level)")
    return "\(name) (\(framework), \(reference.code)\(level))"
  }

  /// A goal by its title.
  func goal(_ goal: Goal) -> String {
    switch goal {
    case .curriculum: said(en: "the curriculum", fr: "le parcours")
    case .milestones: said(en: "the milestones", fr: "les jalons")
    case .certificate(let id):
      workspace.library.certificate(id).map { spokenLanguage.quote(workspace.words($0.certificate.title)) }
        ?? id.rawValue
    case .group(let id): spokenLanguage.quote(groupTitle(id))
    case .module(let id): spokenLanguage.quote(workspace.title(id))
    case .wish(let id):
      said(
        en: "the wish for \(spokenLanguage.quote(workspace.title(id)))",
        fr: "le souhait de \(spokenLanguage.quote(workspace.title(id)))")
    case .part: said(en: "what fits of the goal", fr: "ce qui tient du but")
    case .reciprocity: said(en: "the share of giving back", fr: "la part donnée en retour")
    }
  }

  private func groupTitle(_ id: Identifier<Group>) -> String {
    let group = workspace.library.curricula.values.flatMap(\.groups).first { $0.id == id }
    let title = group.map { workspace.words($0.title) } ?? ""
    return title.isEmpty ? id.rawValue : title
  }

  /// "90 minutes", "3 modules".
  func quantity(_ quantity: Quantity) -> String {
    switch quantity.measure {
    case .minutes: spokenLanguage.count(quantity.atLeast, .minutes)
    case .modules: spokenLanguage.count(quantity.atLeast, .modules)
    }
  }

  /// Why a step is in the plan, in one sentence without a full stop.
  func rationale(_ rationale: Rationale) -> String {
    var parts: [String] = []
    if !rationale.opens.isEmpty {
      let names = spokenLanguage.list(rationale.opens.map { spokenLanguage.quote(workspace.title($0)) })
      parts.append(said(en: "opens \(names)", fr: "ouvre \(names)"))
    }
    if !rationale.aims.isEmpty {
      let names = spokenLanguage.list(rationale.aims.map(goal))
      parts.append(said(en: "needed for \(names)", fr: "nécessaire pour \(names)"))
    }
    return parts.joined(separator: said(en: "; ", fr: "\u{202F}; "))
  }

  /// What keeps every plan from the goal.
  func obstacle(_ obstacle: Obstacle) -> String {
    switch obstacle {
    case .missing(let fact, let waiting):
      let names = spokenLanguage.list(waiting.map { spokenLanguage.quote(workspace.title($0)) })
      let waits =
        waiting.count == 1
        ? said(en: "; \(names) waits for it", fr: "\u{202F}; \(names) l’attend")
        : waiting.isEmpty ? "" : said(en: "; \(names) wait for it", fr: "\u{202F}; \(names) l’attendent")
      return said(
        en: "nothing leads to: \(self.fact(fact))\(waits)", fr: "rien ne mène à\u{A0}: \(self.fact(fact))\(waits)")
    case .short(let quantity, let reachable):
      return said(
        en: "\(self.quantity(quantity)) are asked for, and at most \(reachable) can be reached",
        fr: "\(self.quantity(quantity)) sont demandés, et \(reachable) au plus sont accessibles")
    case .share(let asked, let reachable):
      return ReciprocityWords.outOfReach(asked: asked, reachable: reachable)
    }
  }

  /// "The senior mentors".
  func direction(_ direction: Direction) -> String {
    switch direction {
    case .juniorToSenior: said(en: "the junior mentors", fr: "le junior est mentor")
    case .seniorToJunior: said(en: "the senior mentors", fr: "le senior est mentor")
    case .mutual: said(en: "both learn", fr: "les deux apprennent")
    }
  }
}
