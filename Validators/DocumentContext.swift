internal import Bilingual
internal import CurriculumModel
internal import CurriculumReading
internal import Markup

/// One document that the grammar accepts, as rules see it.
struct DocumentContext: Sendable {
  /// The document, alone in a draft.
  let draft: CurriculumDraft
  /// The day against which dates are held; nil where nobody says.
  let today: CalendarDay?
  /// Every address that the document gives.
  let addresses: [FoundAddress]
  /// What the library asks of the module, where the document is one.
  let module: ModuleFacts?

  /// The document's root.
  let root: Element
  /// The texts that begin with a translation of nothing.
  let orphans: [FoundText]
  /// The texts that are given twice in one language.
  let repeated: [FoundText]

  /// The languages in which every text exists.
  private let completeLanguages: [LanguageTag]

  init(_ root: Element, path: String, today: CalendarDay?) {
    self.root = root
    self.today = today
    var draft = CurriculumDraft()
    draft.add(root)
    self.draft = draft
    addresses = FoundAddress.all(within: root, of: path)
    module = draft.modules.first.map(ModuleFacts.init)
    let texts = Validators.texts(of: root)
    completeLanguages = Self.completeLanguages(of: texts)
    orphans = texts.filter(\.isOrphan)
    repeated = texts.filter(\.repeatsLanguage)
  }

  /// Every text of the document, in order; collected when asked for, because most documents lack none.
  var texts: [FoundText] { Validators.texts(of: root) }

  /// Whether no text is missing in this language.
  func hasAllTexts(in language: LanguageTag) -> Bool { completeLanguages.contains(language) }

  private static func completeLanguages(of texts: [FoundText]) -> [LanguageTag] {
    guard let first = texts.first else { return [] }
    return first.text.versions.map(\.language).filter { language in
      texts.allSatisfy { $0.text.exists(in: language) }
    }
  }
}
