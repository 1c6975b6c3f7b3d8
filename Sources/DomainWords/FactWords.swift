package import Bilingual
package import CurriculumModel
package import PathPlanning

/// Facts of the domain in a language, with the titles that a library gives.
package struct FactWords: Sendable {
  /// The library.
  package let library: Library
  /// The language.
  package let language: Language

  /// Words for facts of a library, in a language.
  package init(library: Library, language: Language) {
    self.library = library
    self.language = language
  }

  /// The languages in which to look for a text, that of these words first.
  package var languages: [LanguageTag] { library.programme.languages(for: LanguageTag(language.rawValue)) }

  /// A phrase in this language, or the one that stands in for it.
  package func text(_ text: LocalizedPhrase) -> String {
    text.best(languages)?.content.plainText ?? ""
  }

  /// A module's title.
  package func title(_ module: Identifier<Module>) -> String {
    library.modules[module].map { text($0.title) } ?? module.rawValue
  }

  /// "‘First session: our contract’ passed".
  package func fact(_ fact: Fact) -> String {
    switch fact {
    case .passed(let module):
      let title = language.quote(title(module))
      return said(en: "\(title) passed (\(module))", fr: "\(title) validé (\(module))")
    case .holds(let partner, let held):
      return said(
        en: "\(competence(held)), for the \(partner.rawValue)", fr: "\(competence(held)), pour le \(partner.rawValue)")
    }
  }

  /// "Netiquette (DigComp 3.0 2.5, level 3)".
  package func competence(_ held: LevelledCompetence) -> String {
    let reference = held.competence
    let name = library.competence(reference)?.name.best(languages)?.content.text ?? reference.code
    let framework =
      library.frameworks[reference.framework].map { text($0.title) } ?? "\(reference.framework)"
    let level = held.level == 0 ? "" : said(en: ", level \(held.level)", fr: ", niveau \(held.level)")
    return "\(name) (\(framework), \(reference.code)\(level))"
  }

  /// A goal by its title.
  package func goal(_ goal: Goal) -> String {
    switch goal {
    case .curriculum: said(en: "the curriculum", fr: "le parcours")
    case .milestones: said(en: "the milestones", fr: "les jalons")
    case .certificate(let id):
      library.certificate(id).map { language.quote(text($0.certificate.title)) }
        ?? id.rawValue
    case .group(let id): language.quote(groupTitle(id))
    case .module(let id): language.quote(title(id))
    case .wish(let id):
      said(
        en: "the wish for \(language.quote(title(id)))",
        fr: "le souhait de \(language.quote(title(id)))")
    case .part: said(en: "what fits of the goal", fr: "ce qui tient du but")
    case .reciprocity: said(en: "the share of giving back", fr: "la part donnée en retour")
    }
  }

  private func said(en: String, fr: String) -> String { Wording(en: en, fr: fr)[language] }

  private func groupTitle(_ id: Identifier<Group>) -> String {
    let group = library.curricula.values.flatMap(\.groups).first { $0.id == id }
    let title = group.map { text($0.title) } ?? ""
    return title.isEmpty ? id.rawValue : title
  }

  /// "90 minutes", "3 modules".
  package func quantity(_ quantity: Quantity) -> String {
    switch quantity.measure {
    case .minutes: language.count(quantity.atLeast, .minutes)
    case .modules: language.count(quantity.atLeast, .modules)
    }
  }

  /// Why a step is in the plan, in one sentence without a full stop.
  package func rationale(_ rationale: Rationale) -> String {
    var parts: [String] = []
    if !rationale.opens.isEmpty {
      let names = language.list(rationale.opens.map { language.quote(title($0)) })
      parts.append(said(en: "opens \(names)", fr: "ouvre \(names)"))
    }
    if !rationale.aims.isEmpty {
      let names = language.list(rationale.aims.map(goal))
      parts.append(said(en: "needed for \(names)", fr: "nécessaire pour \(names)"))
    }
    return parts.joined(separator: said(en: "; ", fr: "\u{202F}; "))
  }

  /// What keeps every plan from the goal.
  package func obstacle(_ obstacle: Obstacle) -> String {
    switch obstacle {
    case .missing(let fact, let waiting):
      let names = language.list(waiting.map { language.quote(title($0)) })
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
      return Self.outOfReach(asked: asked, reachable: reachable)[language]
    }
  }

  /// That no plan gives back as much as is asked for.
  package static func outOfReach(asked: Int, reachable: Int) -> Wording {
    Wording(
      en: "\(asked)% of the time is to be given back, and no plan gives back more than \(reachable)%",
      fr:
        "\(asked)\u{A0}% du temps doivent être donnés en retour, et aucun plan n’en donne plus de \(reachable)\u{A0}%")
  }

  /// "The senior mentors".
  package func direction(_ direction: Direction) -> String {
    switch direction {
    case .juniorToSenior: said(en: "the junior mentors", fr: "le junior est mentor")
    case .seniorToJunior: said(en: "the senior mentors", fr: "le senior est mentor")
    case .mutual: said(en: "both learn", fr: "les deux apprennent")
    }
  }
}
