internal import Bilingual
internal import CurriculumModel
internal import DomainWords
internal import SessionSheets

/// A module in a list: its title, what it is about, and what it is chosen by.
struct ModuleEntry: Hashable, Sendable {
  /// A phrase of its own.
  struct Summary: Hashable, Sendable {
    let runs: [RichPhrase.Run]
    let foreign: String?
  }

  let entryLink: TitledLink
  let summary: Summary
  let theme: String
  let direction: String
  let directionText: String
  /// The levels that it teaches, and the languages in which it is written, separated by spaces.
  let levels: String
  let languages: String
  let about: [String]
  let isSetAside: String?
  let flaw: String?

  init(_ module: Module, _ leaf: Leaf) {
    let words = SiteWords(leaf.language)
    let levels = module.levels
    let languages = module.languages
    entryLink = leaf.titled(module.id)
    let summary = leaf.reading.rich(module.summary)
    self.summary = Summary(runs: summary.runs, foreign: summary.foreign)
    theme = module.theme.rawValue
    direction = module.direction.rawValue
    directionText = words.direction(module.direction)
    self.levels = levels.map(String.init).joined(separator: " ")
    self.languages = languages.map(\.rawValue).joined(separator: " ")
    let levelWords = levels.map(String.init)
    about = [
      "\(module.time.together.count)\u{A0}min",
      levels.isEmpty
        ? nil
        : words.said(
          en: (levels.count == 1 ? "level\u{A0}" : "levels\u{A0}") + leaf.language.list(levelWords),
          fr: (levels.count == 1 ? "niveau\u{A0}" : "niveaux\u{A0}") + leaf.language.list(levelWords)),
      leaf.language.list(languages.map(words.languageName)),
    ].compactMap(\.self)
    isSetAside =
      switch module.lifecycle.status {
      case .published: nil
      case .draft: words.said(en: "Draft", fr: "Brouillon")
      case .withdrawn: words.said(en: "Withdrawn", fr: "Retiré")
      }
    let errors = leaf.site.findings(in: .module(module.id)).count { $0.isError }
    flaw = errors == 0 ? nil : leaf.language.count(errors, SiteWords.errors)
  }

  var html: String { LibrarySite.page("entry", self) }
}

extension Module {
  /// The levels of the competences that it teaches, in order; none where its frameworks have no levels.
  var levels: [Int] {
    Set(objectives.flatMap(\.competences).map(\.level)).subtracting([0]).sorted()
  }

  /// The languages in which its title is written, in order.
  var languages: [LanguageTag] { Set(title.versions.map(\.language)).sorted() }
}
