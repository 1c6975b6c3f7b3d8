internal import Diagnostics
internal import Markup

/// Which names a grammar has at all, and which belong to the content of each of its elements.
struct Vocabulary: Sendable {
  private let elementNames: Set<QualifiedName>
  private let namespaces: [String?]
  /// The names of the attributes and children that belong to each element, by its place in the table.
  private let contents: [Set<QualifiedName>]
  private let childNames: [[String]]
  private let otherNames: [String: [String]]
  private let names: [String]

  /// The names of a grammar, and what its elements are called elsewhere.
  init(_ table: PatternTable, otherNames: [String: [String]] = [:]) {
    self.otherNames = otherNames
    names = table.elements.map(\.name)
    let all = table.elements.flatMap(\.names.names)
    elementNames = Set(all)
    namespaces = all.map(\.namespace).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    let parts = table.elements.map { table.parts(of: $0.content) }
    contents = parts.map { parts in
      Set(
        parts.flatMap { part in
          switch part {
          case .element(let index): table.elements[index].names.names
          case .attribute(let index): table.attributes[index].names.names
          }
        })
    }
    childNames = parts.map { parts in
      parts.compactMap { if case .element(let index) = $0 { table.elements[index].name } else { nil } }
    }
  }

  /// The name as the author meant it, where the namespace is none of the grammar's and the grammar has but one.
  func meant(_ name: QualifiedName) -> QualifiedName {
    guard namespaces.count == 1, !namespaces.contains(name.namespace) else { return name }
    return QualifiedName(local: name.local, namespace: namespaces[0])
  }

  /// Whether the grammar has an element of this name.
  func has(_ name: QualifiedName) -> Bool { elementNames.contains(name) }

  /// The elements that authors mean by a name from elsewhere, the likeliest first.
  func meantElsewhere(by name: String) -> [String] { otherNames[name.lowercased()] ?? [] }

  /// Which of some names may stand beside an element of a name in a parent of a name; nil where none may.
  func sibling(of name: String, in parent: String, among candidates: [String]) -> String? {
    candidates.first { candidate in
      names.indices.contains { place in
        names[place] == parent && childNames[place].contains(name) && childNames[place].contains(candidate)
      }
    }
  }

  /// The names of the children that an element may have somewhere.
  func children(of element: Int) -> [String] { childNames[element] }

  /// How much of what an element holds is foreign to a declaration, in thousandths; nil where it holds nothing.
  ///
  /// Looks at no more than the first hundred children.
  func strangeness(of element: Element, as declaration: Int) -> Int? {
    let held = element.attributes.map(\.name) + element.elements.prefix(100).map { meant($0.name) }
    guard !held.isEmpty else { return nil }
    return held.count { !contents[declaration].contains($0) } * 1000 / held.count
  }
}

extension PatternTable {
  /// The elements and attributes that a pattern holds, once each, in order.
  func parts(of id: PatternID) -> [Part] {
    var seen: Set<PatternID> = []
    var parts: [Part] = []
    collectParts(id, &seen, &parts)
    return parts
  }

  private func collectParts(_ id: PatternID, _ seen: inout Set<PatternID>, _ parts: inout [Part]) {
    guard seen.insert(id).inserted else { return }
    switch self[id] {
    case .element(let index): parts.append(.element(index))
    case .attribute(let index): parts.append(.attribute(index))
    case .choice(let a, let b), .group(let a, let b), .interleave(let a, let b), .after(let a, let b):
      collectParts(a, &seen, &parts)
      collectParts(b, &seen, &parts)
    case .oneOrMore(let a): collectParts(a, &seen, &parts)
    case .notAllowed, .empty, .text, .list, .data, .value: break
    }
  }
}

/// The names near a word, those left out that share no letter with it: two letters alone are no slip of the pen.
func nearNames(to word: String, among names: some Sequence<String>) -> [String] {
  let letters = Set(word.lowercased().utf8)
  return nearest(to: word, among: names).filter { name in name.lowercased().utf8.contains { letters.contains($0) } }
}
