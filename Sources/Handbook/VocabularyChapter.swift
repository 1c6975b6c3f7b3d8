import Bilingual
import RelaxNG
import Validators

/// The reference of the vocabulary: every element under the document that it belongs to, as the grammar has it.
struct VocabularyChapter {
  /// The language of the page.
  let language: Language
  private let elements: [ListedElement]
  private let roots: [Int]
  /// The elements in which each may stand.
  private let holders: [[Int]]
  /// What each element's heading says, which tells declarations of one name apart.
  private let headings: [String]

  /// The reference in a language.
  init(language: Language) {
    self.language = language
    let (elements, roots) = listVocabulary()
    self.elements = elements
    self.roots = roots
    var holders = [[Int]](repeating: [], count: elements.count)
    for element in elements {
      for child in Set(element.content.flatMap(\.elements)).sorted() { holders[child].append(element.id) }
    }
    self.holders = holders
    let counts = Dictionary(elements.map { ($0.name, 1) }, uniquingKeysWith: +)
    headings = elements.map { element in
      guard counts[element.name, default: 1] > 1, let holder = holders[element.id].first else {
        return "`\(element.name)`"
      }
      return "`\(element.name)` \(language == .en ? "in" : "dans") `\(elements[holder].name)`"
    }
  }

  /// The page in Markdown.
  var text: String {
    let sections = self.sections
    var blocks = [opening[language], contents(sections)]
    for section in sections {
      blocks.append("## " + section.title)
      blocks += section.elements.flatMap(entry)
    }
    return blocks.joined(separator: "\n\n") + "\n"
  }

  private let opening = Wording(
    en: """
      # The vocabulary

      *[En français](vocabulary.fr.md)*

      Every element and attribute of the documents, in the namespace `urn:passerelle:1`. This page is made from the grammar
      by `passerelle manual vocabulary`; `passerelle grammar` prints the grammar itself. Elements stand under the document
      in which they are found; those that several documents share come last.
      """,
    fr: """
      # Le vocabulaire

      *[In English](vocabulary.en.md)*

      Chaque élément et chaque attribut des documents, dans l’espace de noms `urn:passerelle:1`. Cette page est faite à
      partir de la grammaire par `passerelle manual vocabulary`\u{202F}; `passerelle grammar` écrit la grammaire elle-même. Les
      éléments sont rangés sous le document où ils se trouvent\u{202F}; ceux que plusieurs documents partagent viennent à la fin.
      """)

  private struct Section {
    let title: String
    let elements: [Int]
  }

  /// The documents with the elements that only they hold, then what they share.
  private var sections: [Section] {
    let reached = roots.map(reachable)
    let counts = Dictionary(reached.flatMap { $0.map { ($0, 1) } }, uniquingKeysWith: +)
    let own = zip(roots, reached).map { root, reached in
      Section(
        title: language == .en ? "Document `\(elements[root].name)`" : "Le document `\(elements[root].name)`",
        elements: reached.filter { counts[$0] == 1 })
    }
    var seen: Set<Int> = []
    let shared = reached.flatMap(\.self).filter { counts[$0, default: 0] > 1 && seen.insert($0).inserted }
    let title = language == .en ? "In several documents" : "Dans plusieurs documents"
    return own + [Section(title: title, elements: shared)]
  }

  /// An element and all that may stand in it, in the order of reading.
  private func reachable(_ root: Int) -> [Int] {
    var order: [Int] = []
    var seen: Set<Int> = []
    var waiting = [root]
    while let next = waiting.popLast() {
      guard seen.insert(next).inserted else { continue }
      order.append(next)
      waiting += elements[next].content.flatMap(\.elements).reversed()
    }
    return order
  }

  private func contents(_ sections: [Section]) -> String {
    sections.map { section in
      "- " + section.title + language.colon + section.elements.map(link).joined(separator: ", ")
    }.joined(separator: "\n")
  }

  private func link(_ id: Int) -> String { "[`\(elements[id].name)`](#\(anchor(headings[id])))" }

  /// How a heading is addressed on the usual forges: small letters, hyphens for spaces, no other marks.
  private func anchor(_ heading: String) -> String {
    String(
      heading.lowercased().compactMap { character -> Character? in
        if character == " " { return "-" }
        return character.isLetter || character.isNumber || character == "-" ? character : nil
      })
  }

  // MARK: One element

  private func entry(_ id: Int) -> [String] {
    let element = elements[id]
    var blocks = ["### " + headings[id]]
    if let words = element.documentation { blocks.append(words[language]) }
    let inside = holders[id].filter { $0 != id }
    if !inside.isEmpty {
      let list = inside.map(link).joined(separator: ", ")
      blocks.append((language == .en ? "Stands in " : "Se trouve dans ") + list + ".")
    }
    if !element.attributes.isEmpty { blocks.append(table(of: element.attributes)) }
    blocks.append(content(of: element))
    return blocks
  }

  private func table(of attributes: [ListedAttribute]) -> String {
    let head = language == .en ? "| attribute | | value |" : "| attribut | | valeur |"
    let rows = attributes.map { attribute in
      let value = attribute.value[language].replacing("|", with: "\\|")
      return "| `\(attribute.name)` | \(words(attribute.need)[language]) | \(value) |"
    }
    return ([head, "| --- | --- | --- |"] + rows).joined(separator: "\n")
  }

  private func words(_ need: ListedAttribute.Need) -> Wording {
    switch need {
    case .required: Wording(en: "required", fr: "obligatoire")
    case .optional: Wording(en: "optional", fr: "facultatif")
    case .alternative: Wording(en: "this or the other", fr: "l’un ou l’autre")
    }
  }

  private func content(of element: ListedElement) -> String {
    if element.content.isEmpty {
      return element.holdsText
        ? (language == .en ? "Holds text." : "Contient du texte.") : (language == .en ? "Is empty." : "Est vide.")
    }
    let lines = element.content.map { part in
      let names = part.elements.map(link)
      let list = names.count == 1 ? names.joined() : language.list(names, .or)
      return "- \(list), \(words(part.occurrence)[language])"
    }
    let opening =
      element.holdsText
      ? (language == .en ? "Holds text, and in it:" : "Contient du texte, et dans ce texte\u{A0}:")
      : (language == .en ? "Holds, in this order:" : "Contient, dans cet ordre\u{A0}:")
    return opening + "\n\n" + lines.joined(separator: "\n")
  }

  private func words(_ occurrence: ListedPart.Occurrence) -> Wording {
    switch occurrence {
    case .once: Wording(en: "once", fr: "une fois")
    case .optional: Wording(en: "at most once", fr: "une fois au plus")
    case .repeated: Wording(en: "once or more", fr: "une fois ou plus")
    case .any: Wording(en: "any number of times", fr: "autant de fois qu’on veut")
    }
  }
}
