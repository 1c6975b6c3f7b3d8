import CurriculumModel

/// One text of the library, in the languages it has, and where it stands.
struct ShippedText: Sendable {
  /// What a text is for.
  enum Role: Sendable {
    /// What one of the two does in an activity.
    case instruction
    /// The body of a card.
    case card
    /// A name or a title, which may be one word, and the same in both languages.
    case name
    /// Anything else.
    case other
  }

  /// The document, such as `sm-verify`.
  let document: String
  /// Where in it, such as `a2 junior`.
  let place: String
  /// What it is for.
  let role: Role
  /// The text by language: one line for each paragraph, point of a list and row of a table.
  let lines: [LanguageTag: [String]]

  /// The document and the place in it.
  var address: String { place.isEmpty ? document : document + " " + place }

  /// The text in a language, on one line; empty where there is none.
  func line(_ language: LanguageTag) -> String {
    lines[language]?.joined(separator: " ") ?? ""
  }
}

extension Library {
  /// Every text that there is, in order of document.
  func shippedTexts() -> [ShippedText] {
    var collection = TextCollection(document: "programme")
    collection.name("title", programme.title)
    for theme in programme.themes { collection.name("theme \(theme.id)", theme.name) }
    for module in modulesInOrder { collection.collect(module) }
    for card in cards.values.sorted(by: { $0.id < $1.id }) { collection.collect(card) }
    for curriculum in curricula.values.sorted(by: { $0.id < $1.id }) { collection.collect(curriculum) }
    for framework in frameworks.values.sorted(by: { $0.id < $1.id }) { collection.collect(framework) }
    return collection.texts
  }
}

/// The texts found so far.
private struct TextCollection {
  private(set) var texts: [ShippedText] = []
  private var document: String

  init(document: String) {
    self.document = document
  }

  mutating func name(_ place: String, _ phrase: LocalizedPhrase) {
    add(place, .name, phrase.versions.map { ($0.language, [$0.content.words]) })
  }

  private mutating func text(_ place: String, _ phrase: LocalizedPhrase) {
    add(place, .other, phrase.versions.map { ($0.language, [$0.content.words]) })
  }

  private mutating func prose(_ place: String, _ role: ShippedText.Role, _ prose: LocalizedProse) {
    add(place, role, prose.versions.map { ($0.language, $0.content.flatMap(\.lines)) })
  }

  private mutating func add(_ place: String, _ role: ShippedText.Role, _ versions: [(LanguageTag, [String])]) {
    if versions.isEmpty { return }
    let lines = Dictionary(versions) { first, _ in first }
    texts.append(ShippedText(document: document, place: place, role: role, lines: lines))
  }

  mutating func collect(_ module: Module) {
    document = module.id.rawValue
    name("title", module.title)
    text("summary", module.summary)
    for objective in module.objectives { text("objective \(objective.id)", objective.statement) }
    for recommendation in module.recommends { text("reason", recommendation.reason) }
    for preparation in module.preparations { prose("preparation \(preparation.audience)", .other, preparation.text) }
    for activity in module.activities { collect(activity) }
    for check in module.checks.all { text("check \(check.id)", check.criterion) }
    for resource in module.resources { name("resource \(resource.id)", resource.title) }
    for variant in module.variants { prose("variant \(variant.when)", .other, variant.text) }
    for note in module.accessibility { text("accessibility \(note.need)", note.text) }
    text("privacy", module.privacy)
  }

  private mutating func collect(_ activity: Activity) {
    name("\(activity.id) title", activity.title)
    for partner in Partner.allCases {
      if let instructions = activity.instructions[partner] {
        prose("\(activity.id) \(partner)", .instruction, instructions)
      }
    }
    for prompt in activity.prompts { text("\(activity.id) question of the \(prompt.from)", prompt.question) }
    for note in activity.accessibility { text("\(activity.id) accessibility \(note.need)", note.text) }
  }

  mutating func collect(_ card: Card) {
    document = card.id.rawValue
    name("title", card.title)
    prose("", .card, card.body)
  }

  mutating func collect(_ curriculum: Curriculum) {
    document = curriculum.id.rawValue
    name("title", curriculum.title)
    text("summary", curriculum.summary)
    for group in curriculum.groups { name("group \(group.id)", group.title) }
    for certificate in curriculum.certificates {
      name("title of \(certificate.id)", certificate.title)
      text("certificate \(certificate.id)", certificate.description)
    }
    for indicator in curriculum.indicators { text("indicator \(indicator.kind)", indicator.description) }
  }

  mutating func collect(_ framework: Framework) {
    document = framework.id.rawValue
    name("title", framework.title)
    text("credit", framework.credit)
    for area in framework.areas { name(area.code, area.name) }
    for competence in framework.competences {
      name(competence.code, competence.name)
      text("description of \(competence.code)", competence.description)
    }
  }

  private mutating func name(_ place: String, _ name: LocalizedText<Framework.Name>) {
    add(place, .name, name.versions.map { ($0.language, [$0.content.text]) })
  }
}

extension Block {
  /// The words, one line for each paragraph, point and row: each ends a sentence.
  fileprivate var lines: [String] {
    switch self {
    case .paragraph(let text): [text.words]
    case .list(_, let items): items.map(\.words)
    case .table(_, let rows): rows.map { $0.map(\.words).joined(separator: " ") }
    case .figure(_, let alternative, let caption): [alternative, caption.words]
    }
  }
}

extension [Inline] {
  /// The characters without what is typed literally or said in another language.
  fileprivate var words: String {
    map { piece in
      switch piece {
      case .text(let text): text
      case .code, .span: "…"
      case .emphasis(let parts), .strong(let parts), .link(_, let parts): parts.words
      }
    }.joined()
  }
}
