internal import CurriculumModel
internal import CurriculumReading
internal import Diagnostics
internal import Markup

/// The identifiers of one document: what it declares and what it refers to, each at its place.
struct DocumentSymbols: Sendable {
  /// An identifier at its place.
  struct Place: Sendable {
    let symbol: Symbol
    /// In the document's UTF-8.
    let utf8: Range<Int>
    let isDeclaration: Bool
    /// What the declared thing is called, by language; empty where nothing says.
    var titles: [(language: String, text: String)] = []
    /// One sentence about it, by language.
    var summaries: [(language: String, text: String)] = []
    /// The identifiers that it had before, where they are written.
    var formerly: Range<Int>?
  }

  private(set) var places: [Place] = []

  /// No identifiers.
  init() {}

  /// The identifiers below a root; O(n) for n bytes.
  init(_ root: Element, document: Int) {
    let framework = root.isNamed("framework") ? root[attribute: "id"]?.value : nil
    add(root, inRoot: root, framework: framework, document: document)
  }

  private mutating func add(_ element: Element, inRoot root: Element, framework: String?, document: Int) {
    let name = element.name.local
    for attribute in Self.attributes[name] ?? [] {
      guard let value = element[attribute: attribute] else { continue }
      let beside = element[attribute: "framework"]?.value
      let isDeclaration: Bool
      let kind: SymbolKind?
      if let declared = SymbolKind.declared(
        by: attribute, of: name, inRoot: root.name.local, framework: framework, document: document),
        beside == nil
      {
        (kind, isDeclaration) = (declared, true)
      } else {
        kind = SymbolKind.referred(by: attribute, of: name, framework: beside, document: document)
        isDeclaration = false
      }
      guard let kind else { continue }
      for (word, utf8) in words(of: value) {
        var place = Place(symbol: Symbol(kind: kind, name: word), utf8: utf8, isDeclaration: isDeclaration)
        if isDeclaration {
          place.titles = Self.texts(of: element, ["title", "name", "statement"], root)
          place.summaries = Self.texts(of: element, ["summary", "description"], root)
          place.formerly = element[attribute: "formerly"]?.span.utf8
        }
        places.append(place)
      }
    }
    for child in element.elements { add(child, inRoot: root, framework: framework, document: document) }
  }

  /// The attributes that hold identifiers, by element.
  private static let attributes: [String: [String]] = [
    "programme": ["id"], "framework": ["id"], "card": ["id"], "curriculum": ["id"], "theme": ["id"],
    "module": ["id", "ref", "theme"], "group": ["id", "theme"], "certificate": ["id"], "objective": ["id"],
    "passed": ["module", "group"], "milestone": ["module"], "validity": ["refresh"], "minutes": ["theme"],
    "use": ["card"], "competence": ["framework", "code"], "same": ["framework", "code"], "check": ["for"],
  ]

  private func words(of value: Located<String>) -> [(String, Range<Int>)] {
    let bytes = Array(value.value.utf8)
    // A value with references is as long as it is written only without them; identifiers have none.
    guard bytes.count == value.span.utf8.count else { return [] }
    var found: [(String, Range<Int>)] = []
    var start: Int?
    for index in 0...bytes.count {
      let isSpace = index == bytes.count || bytes[index] <= 0x20
      if isSpace, let begun = start {
        let range = (value.span.utf8.lowerBound + begun)..<(value.span.utf8.lowerBound + index)
        found.append((String(decoding: bytes[begun..<index], as: UTF8.self), range))
        start = nil
      } else if !isSpace, start == nil {
        start = index
      }
    }
    return found
  }

  private static func texts(
    of element: Element, _ names: [String], _ root: Element
  ) -> [(language: String, text: String)] {
    let own = root[attribute: "lang"]?.value ?? ""
    return element.elements.filter { names.contains($0.name.local) }.map { text in
      (text[attribute: "lang"]?.value ?? own, inlines(of: text).plainText)
    }
  }
}
