internal import Bilingual
internal import CurriculumModel
internal import DomainWords
internal import SessionSheets
internal import Stationery

/// The modules by theme, with a form that narrows them down where scripts run.
struct CatalogueContent {
  /// The modules of a theme.
  struct Shelf {
    let shelfAnchor: String
    let runs: [RichPhrase.Run]
    let foreign: String?
    /// Its modules, as HTML.
    let entries: String
    let shelfCount: String
  }

  /// One thing that modules are chosen by.
  struct Choice {
    let choiceName: String
    let choiceLabel: String
    let any: String
    let options: [Option]
  }

  /// One of several values.
  struct Option {
    let value: String
    let words: String
  }

  let frame: PageFrame
  let heading: Heading
  let introduction: String
  let filterLabel: String
  let choices: [Choice]
  let searchLabel: String
  let reset: String
  let noneLeft: String
  let oneLeft: String
  let manyLeft: String
  let contents: String
  let shelves: [Shelf]

  /// A heading whose words may stand in another language.
  struct Heading {
    let runs: [RichPhrase.Run]
    let foreign: String?
  }

  init(_ leaf: Leaf) {
    let words = SiteWords(leaf.language)
    let library = leaf.library
    let title = leaf.reading.rich(library.programme.title)
    let modules = library.modulesInOrder
    frame = leaf.frame(titled: leaf.facts.text(library.programme.title), scripts: [.filter])
    heading = Heading(runs: title.runs, foreign: title.foreign)
    let counts = [
      leaf.language.count(modules.count, .modules), leaf.language.count(library.curricula.count, .curricula),
      library.cards.isEmpty ? nil : leaf.language.count(library.cards.count, .cards),
    ].compactMap(\.self)
    introduction = leaf.language.list(counts) + "."
    filterLabel = words.said(en: "Choose among the modules", fr: "Choisir parmi les modules")
    searchLabel = words.said(en: "Words in the title or the summary", fr: "Mots du titre ou du résumé")
    reset = words.said(en: "Show all", fr: "Tout montrer")
    noneLeft = words.said(en: "No module fits.", fr: "Aucun module ne convient.")
    oneLeft = words.said(en: "1\u{A0}module", fr: "1\u{A0}module")
    manyLeft = words.said(en: "{n}\u{A0}modules", fr: "{n}\u{A0}modules")
    contents = words.said(en: "Themes", fr: "Thèmes")
    choices = Self.choices(leaf, modules)
    let byTheme = Dictionary(grouping: modules, by: \.theme)
    let themes = library.programme.themes.compactMap { theme in byTheme[theme.id].map { (theme, $0) } }
    shelves = themes.map { theme, modules in
      let name = leaf.reading.rich(theme.name)
      return Shelf(
        shelfAnchor: "theme-\(theme.id)", runs: name.runs, foreign: name.foreign,
        entries: PageMarkup(joining: modules.map { ModuleEntry($0, leaf).markup }).html,
        shelfCount: leaf.language.count(modules.count, .modules))
    }
  }

  private static func choices(_ leaf: Leaf, _ modules: [Module]) -> [Choice] {
    let words = SiteWords(leaf.language)
    let themes = Set(modules.map(\.theme))
    let levels = Set(modules.flatMap(\.levels)).sorted()
    let languages = Set(modules.flatMap(\.languages)).sorted()
    let choices = [
      Choice(
        choiceName: "theme", choiceLabel: words.said(en: "Theme", fr: "Thème"),
        any: words.said(en: "Every theme", fr: "Tous les thèmes"),
        options: leaf.library.programme.themes.filter { themes.contains($0.id) }.map {
          Option(value: $0.id.rawValue, words: leaf.facts.text($0.name))
        }),
      Choice(
        choiceName: "direction", choiceLabel: words.said(en: "Who mentors", fr: "Qui est mentor"),
        any: words.said(en: "Either way", fr: "Peu importe"),
        options: Direction.allCases.map { Option(value: $0.rawValue, words: words.direction($0)) }),
      Choice(
        choiceName: "level", choiceLabel: words.said(en: "Level", fr: "Niveau"),
        any: words.said(en: "Every level", fr: "Tous les niveaux"),
        options: levels.map {
          Option(value: String($0), words: words.said(en: "Level \($0)", fr: "Niveau \($0)"))
        }),
      Choice(
        choiceName: "language", choiceLabel: words.said(en: "Language", fr: "Langue"),
        any: words.said(en: "Every language", fr: "Toutes les langues"),
        options: languages.map { Option(value: $0.rawValue, words: words.languageName($0).capitalizedFirst) }),
    ]
    return choices.filter { !$0.options.isEmpty }
  }

  var html: String { LibrarySite.page("catalogue", self) }
}
