internal import Bilingual
internal import CurriculumModel
internal import DomainWords
internal import SessionSheets
internal import Stationery

/// A module in a list: its title, what it is about, and what it is chosen by.
struct ModuleEntry {
  private let href: String
  private let title: RichPhrase
  private let summary: RichPhrase
  private let theme: String
  private let direction: String
  private let directionText: String
  /// The levels that it teaches, and the languages in which it is written, separated by spaces.
  private let levels: String
  private let languages: String
  private let about: [String]
  private let setAside: String?
  private let flaw: String?

  init(_ module: Module, _ leaf: Leaf) {
    let words = SiteWords(leaf.language)
    let levels = module.levels
    let languages = module.languages
    href = leaf.link(.module(module.id))
    title = leaf.reading.rich(module.title)
    summary = leaf.reading.rich(module.summary)
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
    setAside =
      switch module.lifecycle.status {
      case .published: nil
      case .draft: words.said(en: "Draft", fr: "Brouillon")
      case .withdrawn: words.said(en: "Withdrawn", fr: "Retiré")
      }
    let errors = leaf.site.findings(in: .module(module.id)).count { $0.isError }
    flaw = errors == 0 ? nil : leaf.language.count(errors, SiteWords.errors)
  }

  /// The entry as an item of the list.
  ///
  /// A library has a thousand of them, so they are put together without a template.
  var markup: PageMarkup {
    """
    <li class="entry" data-theme="\(theme)" data-direction="\(direction)" data-level="\(levels)" \
    data-language="\(languages)">
    <h3><a href="\(href)">\(title.markup)</a>\(setAside.map { " <span class=\"tag\">\($0)</span>" })\
    \(flaw.map { " <span class=\"tag error\">\($0)</span>" })</h3>
    <p>\(summary.markup)</p>
    <p class="about"><span class="way \(direction)">\(directionText)</span>\
    \(PageMarkup(joining: about.map { " <span>\($0)</span>" }))</p>
    </li>

    """
  }
}

extension Module {
  /// The levels of the competences that it teaches, in order; none where its frameworks have no levels.
  var levels: [Int] {
    Set(objectives.flatMap(\.competences).map(\.level)).subtracting([0]).sorted()
  }

  /// The languages in which its title is written, in order.
  var languages: [LanguageTag] { Set(title.versions.map(\.language)).sorted() }
}
