internal import CurriculumModel
internal import CurriculumReading
internal import Diagnostics
internal import Markup

/// What rules look things up in: an index over all documents, and the few that say how the others are to be read.
struct LibraryContext: Sendable {
  /// The programme, the frameworks and the curricula as written, and what is known of unread documents; no module and
  /// no card is among them.
  let frame: CurriculumDraft
  /// Whether the documents are a whole workspace; otherwise what needs the library is left out.
  let isWorkspace: Bool
  /// The workspace's files; nil where nobody says.
  let listing: WorkspaceListing?
  /// The modules that changed since their version was recorded; empty where nobody says what was recorded.
  let unraised: Set<Identifier<Module>>
  /// The modules in order of path, with the places of their documents.
  let modules: [(document: Int, facts: ModuleFacts)]
  /// The cards in order of path, with the places of their documents.
  let cards: [(document: Int, id: Identifier<Card>)]
  /// The identifiers of cards.
  let cardIDs: Set<Identifier<Card>>
  /// The modules without their texts, in the order of `modules`.
  let outlines: ModuleOutlines
  /// The curricula as values, in the order of the frame.
  let curricula: [Curriculum]
  /// What can be reached from nothing; nil while a document cannot be read, and where nobody will ask.
  private(set) var reach: LibraryReach?
  /// The frameworks by identifier, the first of each.
  let frameworks: [Identifier<Framework>: FrameworkDraft]
  /// The competences' codes by framework.
  let competenceCodes: [Identifier<Framework>: Set<String>]
  /// The identifiers of themes; nil where there is no programme to tell.
  let themes: Set<Identifier<Theme>>?
  /// The longest session among the curricula that offer a module, with the place where it is written.
  let longestSessions: [Identifier<Module>: Located<Int>]
  /// What is known of documents that could not be read: nobody may call them missing.
  private let unread: [DocumentKind?: Set<String>]
  /// Whether a document could not be read and did not even give its identifier.
  let hasNamelessUnread: Bool
  /// The language in which no text may be missing; nil where there is no programme to tell.
  let defaultLanguage: LanguageTag?
  /// The other languages of the programme.
  let otherLanguages: [LanguageTag]
  /// The root of the document at a place, read when asked for: only a finding needs it.
  private let root: @Sendable (Int) -> Element?

  /// An index over all documents; with `places`, only what the documents there ask of others can be answered.
  init(
    _ frame: CurriculumDraft, _ index: LibraryIndex, isWorkspace: Bool, listing: WorkspaceListing?,
    unraised: Set<Identifier<Module>> = [], only places: Set<Int>? = nil, root: @escaping @Sendable (Int) -> Element?
  ) {
    self.frame = frame
    self.isWorkspace = isWorkspace
    self.listing = listing
    self.unraised = unraised
    self.root = root
    let modules = index.modules
    self.modules = modules
    cards = index.cards
    let outlines = ModuleOutlines(modules.map { $0.facts.outline })
    self.outlines = outlines
    let asking = places.map { places in
      ModuleOutlines(modules.filter { places.contains($0.document) }.map { $0.facts.outline })
    }
    curricula = frame.curricula.map { $0.value(modules: asking ?? outlines) }
    cardIDs = Set(cards.map(\.id))
    frameworks = Dictionary(frame.frameworks.map { ($0.id.value, $0) }, uniquingKeysWith: { first, _ in first })
    competenceCodes = frameworks.mapValues { Set($0.competences.map(\.competence.code.value)) }
    themes = frame.programmes.isEmpty ? nil : Set(frame.programmes.flatMap(\.themes).map(\.id.value))
    longestSessions = Self.longestSessions(in: frame, curricula)
    unread = Dictionary(grouping: frame.unread, by: \.kind).mapValues { Set($0.compactMap(\.id)) }
    hasNamelessUnread = frame.unread.contains { $0.id == nil }
    let language = frame.programmes.first?.defaultLanguage
    defaultLanguage = language
    otherLanguages = frame.programmes.first?.allLanguages.filter { $0 != language } ?? []
  }

  /// The same with what can be reached from nothing, which only rules on all documents ask for.
  func knowingItsReach() -> LibraryContext {
    var library = self
    library.reach = LibraryReach(frame, outlines: outlines, competenceCodes: competenceCodes)
    return library
  }

  /// Whether a document of this kind and identifier is there, but could not be read.
  func isUnread(_ kind: DocumentKind, _ id: String) -> Bool {
    unread[kind]?.contains(id) == true || unread[nil]?.contains(id) == true
  }

  /// The identifiers of the documents of a kind that could not be read.
  func unreadNames(_ kind: DocumentKind) -> Set<String> { unread[kind] ?? [] }

  /// What is known of a module; nil where there is none.
  func facts(of id: Identifier<Module>) -> ModuleFacts? { outlines.places[id].map { modules[$0].facts } }

  /// The module as written, the first of that identifier.
  func draft(of id: Identifier<Module>) -> ModuleDraft? {
    outlines.places[id].flatMap { draft(inDocument: modules[$0].document) }
  }

  /// The module that a document is, as written.
  func draft(inDocument place: Int) -> ModuleDraft? { alone(place).modules.first }

  /// The card that a document is, as written.
  func cardDraft(inDocument place: Int) -> CardDraft? { alone(place).cards.first }

  private func alone(_ place: Int) -> CurriculumDraft {
    var draft = CurriculumDraft()
    if let root = root(place) { draft.add(root) }
    return draft
  }

  /// The longest session among the curricula that offer a module.
  static func longestSessions(
    in frame: CurriculumDraft, _ curricula: [Curriculum]
  ) -> [Identifier<Module>: Located<Int>] {
    var longest: [Identifier<Module>: Located<Int>] = [:]
    for (draft, curriculum) in zip(frame.curricula, curricula) {
      guard let session = draft.rhythm?.number("minutes") else { continue }
      for module in curriculum.groups.flatMap(\.modules) + curriculum.milestones.map(\.module)
      where session.value > (longest[module]?.value ?? 0) {
        longest[module] = session
      }
    }
    return longest
  }
}
