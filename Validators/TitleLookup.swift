internal import Bilingual
internal import CurriculumReading
internal import Diagnostics
internal import Markup

/// Finds identifiers by the titles of what bears them, in any language, whatever the case and the accents.
struct TitleLookup {
  /// The findings that are about an identifier, or about what should be one.
  static let answered: Set<Diagnostic.ID> = [UnknownReference.id, Diagnostic.ID("MalformedValue")]

  /// What a title is asked of.
  private enum Kind: Hashable {
    case theme, module, card, framework
    case competence(framework: String), level(framework: String)
    /// The groups of a curriculum, by its document.
    case group(document: Int)

    /// The root of the documents that say so.
    var root: DocumentKind {
      switch self {
      case .theme: .programme
      case .module: .module
      case .card: .card
      case .framework, .competence, .level: .framework
      case .group: .curriculum
      }
    }

    /// Whether so many documents may say so that they are read only for what can be no identifier.
    var isOfMany: Bool { self == .module || self == .card }
  }

  private struct Entry {
    let id: String
    let title: String
    let words: String
  }

  private let count: Int
  private let document: (SourceID) -> Source
  private var roots: [Int: Element?] = [:]
  private var entries: [Kind: [Entry]] = [:]

  /// A lookup among so many documents.
  init(count: Int, document: @escaping (SourceID) -> Source) {
    self.count = count
    self.document = document
  }

  /// The finding with what its value may be the title of; as it is where there is nothing.
  mutating func answering(_ finding: Diagnostic) -> Diagnostic {
    guard Self.answered.contains(finding.id), let (value, kind) = reference(at: finding.span) else { return finding }
    let isTitle = !isIdentifier(value)
    guard isTitle || !kind.isOfMany else { return finding }
    let all = titles(of: kind)
    let words = plainWords(of: value)
    var found = all.filter { $0.words == words && $0.id != value }
    // The beginning of a title, such as the words before its colon.
    if found.isEmpty, isTitle, !words.isEmpty { found = all.filter { $0.words.hasPrefix(words + " ") } }
    if found.isEmpty, isTitle {
      found = nearest(to: words, among: all.map(\.words)).compactMap { near in all.first { $0.words == near } }
    }
    var ids: Set<String> = []
    let meant = found.filter { ids.insert($0.id).inserted }.prefix(3)
    guard !meant.isEmpty else { return finding }
    let known = Set(all.map(\.id))
    let others = finding.solutions.filter { solution in
      solution.replacements.allSatisfy { $0.span != finding.span || known.contains($0.text) && !ids.contains($0.text) }
    }
    return Diagnostic(
      finding.id, finding.severity, at: finding.span, summary: finding.summary, explanation: finding.explanation,
      notes: finding.notes, solutions: meant.map { solution($0, at: finding.span) } + others)
  }

  private func solution(_ entry: Entry, at span: SourceSpan) -> Diagnostic.Solution {
    Diagnostic.Solution(
      Wording(
        en: "write \(en(entry.id)), which is called \(en(entry.title))",
        fr: "écrire \(fr(entry.id)), l’identifiant de \(fr(entry.title))"), [.init(span, with: entry.id)])
  }

  // MARK: What a place refers to

  /// The value at a place, and what it should name; nil where it names nothing.
  private mutating func reference(at span: SourceSpan) -> (value: String, kind: Kind)? {
    guard var element = root(of: span.source.index) else { return nil }
    while let inner = element.elements.first(where: { $0.span.utf8.contains(span.utf8.lowerBound) }) { element = inner }
    guard let attribute = element.attributes.first(where: { $0.value.span == span }) else { return nil }
    let framework = element[attribute: "framework"]?.value
    let kind: Kind? =
      switch (element.name.local, attribute.name.local) {
      case (_, "theme"): .theme
      case ("passed", "module"), ("milestone", "module"), ("validity", "refresh"), ("module", "ref"): .module
      case ("use", "card"): .card
      case ("passed", "group"): .group(document: span.source.index)
      case ("competence", "framework"), ("same", "framework"): .framework
      case ("competence", "code"), ("same", "code"): framework.map { .competence(framework: $0) }
      case ("competence", "level"): framework.map { .level(framework: $0) }
      default: nil
      }
    return kind.map { (attribute.value.value, $0) }
  }

  // MARK: Titles

  private mutating func titles(of kind: Kind) -> [Entry] {
    if let made = entries[kind] { return made }
    var made: [Entry] = []
    let places = if case .group(let document) = kind { document..<document + 1 } else { 0..<count }
    for place in places where isOf(kind.root, place) {
      guard let root = root(of: place), root.isNamed(kind.root.rawValue) else { continue }
      made += titles(of: kind, in: root)
    }
    entries[kind] = made
    return made
  }

  private func titles(of kind: Kind, in root: Element) -> [Entry] {
    let id = root[attribute: "id"]?.value
    switch kind {
    case .theme: return root.elements(named: "theme").flatMap { entries(of: $0, by: "id", called: "name") }
    case .module, .card, .framework: return entries(of: root, by: "id", called: "title")
    case .group: return root.elements(named: "group").flatMap { entries(of: $0, by: "id", called: "title") }
    case .level(let framework) where framework == id:
      return root.elements(named: "level").flatMap { entries(of: $0, by: "number", called: "name") }
    case .competence(let framework) where framework == id:
      let inAreas = root.elements(named: "area").flatMap { $0.elements(named: "competence") }
      return (root.elements(named: "competence") + inAreas).flatMap { entries(of: $0, by: "code", called: "name") }
    case .level, .competence: return []
    }
  }

  private func entries(of element: Element, by attribute: String, called name: String) -> [Entry] {
    guard let id = element[attribute: attribute]?.value else { return [] }
    return element.elements(named: name).map { named in
      let title = characters(of: named)
      return Entry(id: id, title: title, words: plainWords(of: title))
    }
  }

  private func characters(of element: Element) -> String {
    let pieces = element.children.map { node in
      switch node {
      case .text(let text): text.value
      case .element(let inner): characters(of: inner)
      }
    }
    return pieces.joined().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  // MARK: Documents

  /// Whether a document is of this kind, by its beginning.
  private func isOf(_ kind: DocumentKind, _ place: Int) -> Bool {
    let beginning = document(SourceID(index: place)).utf8.prefix(4096)
    return String(decoding: beginning, as: UTF8.self).contains("<\(kind.rawValue)")
  }

  private mutating func root(of place: Int) -> Element? {
    if let known = roots[place] { return known }
    let source = document(SourceID(index: place))
    let root = Markup.read(source.utf8, as: SourceID(index: place), grammar: nil).tree?.root
    roots[place] = .some(root)
    return root
  }
}
