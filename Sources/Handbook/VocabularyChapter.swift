package import Bilingual
import RelaxNG
import Validators

/// The reference of the vocabulary: every element under the document that it belongs to, as the grammar has it.
package struct VocabularyChapter {
  /// The language of the page.
  let language: Language
  let elements: [ListedElement]
  /// The elements in which each may stand, those that are read first before others.
  let holders: [[Int]]
  /// What each element's heading says, which tells declarations of one name apart.
  let headings: [String]
  private let roots: [Int]
  /// What may stand in each root, itself first, in the order of reading.
  private let reached: [[Int]]

  /// The reference in a language.
  package init(language: Language) {
    self.language = language
    let (elements, roots) = listVocabulary()
    self.elements = elements
    self.roots = roots
    reached = roots.map { Self.reachable($0, elements) }
    var holders = [[Int]](repeating: [], count: elements.count)
    var seen: Set<Int> = []
    for holder in reached.flatMap(\.self) where seen.insert(holder).inserted {
      for child in Set(elements[holder].content.flatMap(\.elements)).sorted() { holders[child].append(holder) }
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

  /// The names of all elements, in order.
  package var names: [String] { Set(elements.map(\.name)).sorted() }

  /// The page in Markdown.
  var text: String {
    let sections = self.sections
    var blocks = [opening[language]]
    for section in sections { blocks.append(contents(section)) }
    blocks.append(indexes.map { "- [\($0.title)](#\(anchor($0.title)))" }.joined(separator: "\n"))
    for section in sections {
      blocks.append("## " + section.title)
      blocks += section.elements.flatMap(entry)
    }
    for index in indexes { blocks += ["## " + index.title, index.lines.joined(separator: "\n")] }
    return blocks.joined(separator: "\n\n") + "\n"
  }

  /// What is said of the elements of a name, one after the other, without links; nil where there is none of that name.
  package func text(of name: String) -> String? {
    let found = elements.filter { $0.name == name }
    guard !found.isEmpty else { return nil }
    return found.flatMap { entry($0.id) }.joined(separator: "\n\n").replacing(/\[(`[^\]]*)\]\(#[^)]*\)/) { $0.1 } + "\n"
  }

  private let opening = Wording(
    en: """
      # The vocabulary

      *[En français](vocabulary.fr.md)*

      Every element and attribute of the documents, in the namespace `urn:passerelle:1`. Elements stand under the document
      in which they are found; those that several documents share come after them, and two indexes last. This page is made
      from the grammar by `passerelle manual vocabulary`; `passerelle manual vocabulary activity` prints what it says of
      one element, and `passerelle grammar` the grammar itself.
      """,
    fr: """
      # Le vocabulaire

      *[In English](vocabulary.en.md)*

      Chaque élément et chaque attribut des documents, dans l’espace de noms `urn:passerelle:1`. Les éléments sont rangés
      sous le document où ils se trouvent\u{202F}; ceux que plusieurs documents partagent viennent ensuite, et deux index à
      la fin. Cette page est faite à partir de la grammaire par `passerelle manual vocabulary`\u{202F}; `passerelle manual
      vocabulary activity` écrit ce qu’elle dit d’un seul élément, et `passerelle grammar` la grammaire elle-même.
      """)

  private struct Section {
    let title: String
    let elements: [Int]
  }

  /// The documents with the elements that only they hold, then what they share.
  private var sections: [Section] {
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
  private static func reachable(_ root: Int, _ elements: [ListedElement]) -> [Int] {
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

  // MARK: Finding an element

  /// The elements of a section with what each is for, within those that hold them.
  private func contents(_ section: Section) -> String {
    let own = Set(section.elements)
    var depths: [Int: Int] = [:]
    let lines = section.elements.map { id in
      let holder = holders[id].first { depths[$0] != nil && own.contains($0) }
      let depth = holder.flatMap { depths[$0] }.map { $0 + 1 } ?? 1
      depths[id] = depth
      let purpose = elements[id].documentation.map { language.colon + firstSentence($0[language]) } ?? ""
      return String(repeating: "  ", count: depth) + "- " + link(id) + purpose
    }
    return (["- [\(section.title)](#\(anchor(section.title)))"] + lines).joined(separator: "\n")
  }

  private func firstSentence(_ text: String) -> String {
    guard let end = text.firstRange(of: ". ")?.lowerBound else {
      return text.hasSuffix(".") ? String(text.dropLast()) : text
    }
    return String(text[..<end])
  }

  private struct Index {
    let title: String
    let lines: [String]
  }

  /// Every element and every attribute by name.
  private var indexes: [Index] {
    let byName = Dictionary(grouping: elements, by: \.name).sorted { $0.key < $1.key }
    var byAttribute: [String: [Int]] = [:]
    for element in elements {
      for attribute in element.attributes { byAttribute[attribute.name, default: []].append(element.id) }
    }
    return [
      Index(
        title: language == .en ? "Elements from a to z" : "Les éléments de a à z",
        lines: byName.map { name, found in
          guard found.count > 1 else { return "- " + found.map { link($0.id) }.joined() }
          let places = found.compactMap { one in
            holders[one.id].first.map { "[\(within) `\(elements[$0].name)`](#\(anchor(headings[one.id])))" }
          }
          return "- " + (found.first { holders[$0.id].isEmpty }.map { link($0.id) } ?? "`\(name)`") + language.colon
            + places.joined(separator: ", ")
        }),
      Index(
        title: language == .en ? "Attributes from a to z" : "Les attributs de a à z",
        lines: byAttribute.sorted { $0.key < $1.key }.map { name, ids in
          "- `\(name)`" + language.colon
            + ids.map { "[\(headings[$0])](#\(anchor(headings[$0])))" }.joined(separator: ", ")
        }),
    ]
  }

  private var within: String { language == .en ? "in" : "dans" }

  /// A link to what is said of an element.
  func link(_ id: Int) -> String { "[`\(elements[id].name)`](#\(anchor(headings[id])))" }

  /// How a heading is addressed on the usual forges: small letters, hyphens for spaces, no other marks.
  private func anchor(_ heading: String) -> String {
    String(
      heading.lowercased().compactMap { character -> Character? in
        if character == " " { return "-" }
        return character.isLetter || character.isNumber || character == "-" ? character : nil
      })
  }
}
