internal import CurriculumModel
internal import CurriculumReading
internal import Diagnostics
internal import Markup

/// What rules look things up in: all documents together, and an index over them made once.
struct LibraryContext: Sendable {
  /// The library as written.
  let draft: CurriculumDraft
  /// Whether the documents are a whole workspace; otherwise what needs the library is left out.
  let isWorkspace: Bool
  /// The workspace's files; nil where nobody says.
  let listing: WorkspaceListing?
  /// The modules that changed since their version was recorded; empty where nobody says what was recorded.
  let unraised: Set<Identifier<Module>>
  /// The modules by identifier, the first of each.
  let modules: [Identifier<Module>: ModuleDraft]
  /// The modules without their texts, in order of path.
  let outlines: [ModuleOutline]
  /// What can be reached from nothing; nil while a document cannot be read.
  let reach: LibraryReach?
  /// The frameworks by identifier, the first of each.
  let frameworks: [Identifier<Framework>: FrameworkDraft]
  /// The competences' codes by framework.
  let competenceCodes: [Identifier<Framework>: Set<String>]
  /// The identifiers of cards.
  let cards: Set<Identifier<Card>>
  /// The identifiers of themes; nil where there is no programme to tell.
  let themes: Set<Identifier<Theme>>?
  /// The longest session among the curricula that offer a module, with the place where it is written.
  let longestSessions: [Identifier<Module>: Located<Int>]
  /// The identifiers of documents that could not be read, which nobody may call missing.
  let unread: Set<String>
  /// Whether a document could not be read and did not even give its identifier.
  let hasNamelessUnread: Bool
  /// The language in which no text may be missing; nil where there is no programme to tell.
  let defaultLanguage: LanguageTag?
  /// The other languages of the programme.
  let otherLanguages: [LanguageTag]

  init(
    _ draft: CurriculumDraft, outlines: [ModuleOutline], isWorkspace: Bool, listing: WorkspaceListing?,
    unraised: Set<Identifier<Module>>
  ) {
    self.draft = draft
    self.isWorkspace = isWorkspace
    self.listing = listing
    self.unraised = unraised
    self.outlines = outlines
    modules = Dictionary(draft.modules.map { ($0.id.value, $0) }, uniquingKeysWith: { first, _ in first })
    frameworks = Dictionary(draft.frameworks.map { ($0.id.value, $0) }, uniquingKeysWith: { first, _ in first })
    competenceCodes = frameworks.mapValues { Set($0.competences.map(\.competence.code.value)) }
    cards = Set(draft.cards.map(\.id.value))
    themes = draft.programmes.isEmpty ? nil : Set(draft.programmes.flatMap(\.themes).map(\.id.value))
    longestSessions = Self.longestSessions(in: draft, outlines)
    unread = Set(draft.unread.compactMap(\.id))
    hasNamelessUnread = draft.unread.contains { $0.id == nil }
    let language = draft.programmes.first?.defaultLanguage
    defaultLanguage = language
    otherLanguages = draft.programmes.first?.allLanguages.filter { $0 != language } ?? []
    reach = LibraryReach(draft, outlines: outlines, competenceCodes: competenceCodes)
  }

  private static func longestSessions(
    in draft: CurriculumDraft, _ outlines: [ModuleOutline]
  ) -> [Identifier<Module>: Located<Int>] {
    var longest: [Identifier<Module>: Located<Int>] = [:]
    for draft in draft.curricula {
      guard let session = draft.rhythm?.number("minutes") else { continue }
      let curriculum = draft.value(modules: outlines)
      for module in curriculum.groups.flatMap(\.modules) + curriculum.milestones.map(\.module)
      where session.value > (longest[module]?.value ?? 0) {
        longest[module] = session
      }
    }
    return longest
  }
}
