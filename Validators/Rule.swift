internal import Bilingual
internal import CurriculumModel
internal import CurriculumReading
internal import Diagnostics
internal import Markup
internal import RelaxNG

/// One thing that can be wrong with a library, named for what it finds.
///
/// The type's name is the finding's id, the file, the fixture folder and the page of the manual.
protocol Rule: Sendable {
  /// Every place where the rule is broken, in no particular order.
  static func findings(in context: RuleContext) -> [Diagnostic]
}

extension Rule {
  /// The id of the rule's findings.
  static var id: Diagnostic.ID { Diagnostic.ID(String(describing: Self.self)) }
}

/// All rules on meaning, which run on documents that the grammar accepts.
let rules: [any (Rule & SendableMetatype).Type] = [
  ActivityLongerThanSession.self,
  AtLeastTooMany.self,
  CheckAttestedByLearner.self,
  ChoiceRepeated.self,
  CompetenceRepeated.self,
  DuplicateIdentifier.self,
  FormerIdentifierInUse.self,
  GoalUnreachable.self,
  IdentifierCaseClash.self,
  InstructionMissing.self,
  LevelNotInFramework.self,
  LicenceMissing.self,
  MilestoneAfterLastSession.self,
  MinutesDoNotAddUp.self,
  ObjectiveWithoutCheck.self,
  PrerequisiteUnreachable.self,
  ProgrammeMissing.self,
  RefreshCycle.self,
  RefreshOutOfReach.self,
  ResourceMissing.self,
  ResourceOutsideWorkspace.self,
  ReviewDatePassed.self,
  StaleTranslation.self,
  TextMissing.self,
  TranslationMissing.self,
  TranslationWithoutOriginal.self,
  UnknownReference.self,
  VolatileWithoutReviewDate.self,
]

/// What rules look things up in: the draft, and an index over it made once.
struct RuleContext: Sendable {
  /// The library as written.
  let draft: CurriculumDraft
  /// Whether the documents are a whole workspace; otherwise what needs the library is left out.
  let isWorkspace: Bool
  /// The day against which dates are held; nil where nobody says.
  let today: CalendarDay?
  /// The workspace's files; nil where nobody says.
  let listing: WorkspaceListing?
  /// Every address that documents give, where somebody says which files there are.
  let addresses: [FoundAddress]
  /// The modules by identifier, the first of each.
  let modules: [Identifier<Module>: ModuleDraft]
  /// The modules without their texts, in order of path.
  let outlines: [ModuleOutline]
  /// What can be reached from nothing; nil while a document cannot be read.
  let reach: LibraryReach?
  /// Every text of the documents, in order of path.
  let texts: [FoundText]
  /// The frameworks by identifier, the first of each.
  let frameworks: [Identifier<Framework>: FrameworkDraft]
  /// The competences' codes by framework.
  let competenceCodes: [Identifier<Framework>: Set<String>]
  /// The identifiers of cards.
  let cards: Set<Identifier<Card>>
  /// The identifiers of themes; nil where there is no programme to tell.
  let themes: Set<Identifier<Theme>>?
  /// The identifiers of documents that could not be read, which nobody may call missing.
  let unread: Set<String>
  /// Whether a document could not be read and did not even give its identifier.
  let hasNamelessUnread: Bool
  /// The language in which no text may be missing; nil where there is no programme to tell.
  let defaultLanguage: LanguageTag?
  /// The other languages of the programme.
  let otherLanguages: [LanguageTag]

  init(
    _ draft: CurriculumDraft, isWorkspace: Bool, today: CalendarDay?, listing: WorkspaceListing?,
    sources: Sources
  ) {
    self.draft = draft
    self.isWorkspace = isWorkspace
    self.today = today
    self.listing = listing
    addresses = listing == nil ? [] : FoundAddress.all(in: draft, sources)
    modules = Dictionary(draft.modules.map { ($0.id.value, $0) }, uniquingKeysWith: { first, _ in first })
    outlines = concurrentMap(draft.modules) { $0.outline }
    texts = textElements(in: draft)
    frameworks = Dictionary(draft.frameworks.map { ($0.id.value, $0) }, uniquingKeysWith: { first, _ in first })
    competenceCodes = frameworks.mapValues { Set($0.competences.map(\.competence.code.value)) }
    cards = Set(draft.cards.map(\.id.value))
    themes = draft.programmes.isEmpty ? nil : Set(draft.programmes.flatMap(\.themes).map(\.id.value))
    unread = Set(draft.unread.compactMap(\.id))
    hasNamelessUnread = draft.unread.contains { $0.id == nil }
    let language = draft.programmes.first?.defaultLanguage
    defaultLanguage = language
    otherLanguages = draft.programmes.first?.allLanguages.filter { $0 != language } ?? []
    reach = LibraryReach(draft, outlines: outlines, competenceCodes: competenceCodes)
  }
}

/// The ids of all rules on meaning, in alphabetical order.
package var ruleIDs: [String] { rules.map { $0.id.rawValue }.sorted() }

/// The ids of everything that validating can find, in alphabetical order.
package var findingIDs: [String] {
  ((Diagnostic.ID.ofMarkup + Diagnostic.ID.ofStructure).map(\.rawValue) + ruleIDs).sorted()
}
