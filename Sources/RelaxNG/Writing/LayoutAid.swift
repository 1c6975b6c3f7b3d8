internal import Bilingual

/// What a grammar says of how its documents may be laid out: where white space counts, and in which order attributes are
/// declared.
///
/// An element is known by its name alone; where a grammar declares one name in several places, their declarations are
/// taken together.
package struct LayoutAid: Sendable {
  /// What is known of the elements of one name.
  private struct Shape: Sendable {
    /// The attributes as authors write them, in the grammar's order.
    var attributes: [String] = []
    /// The attributes in whose values runs of white space mean what one space means, and none at the ends.
    var collapsing: Set<String> = []
    /// Whether characters may stand directly inside.
    var holdsText = false
    /// The elements that may stand among those characters.
    var inlines: Set<String> = []
  }

  private let shapes: [String: Shape]

  /// What a grammar says; O(n) for n patterns.
  package init(_ schema: SchemaPatterns) {
    let table = schema.table
    var shapes: [String: Shape] = [:]
    // Where one name is declared in several places, the fullest declaration gives the order.
    let attributeCounts = table.elements.map { element in
      table.parts(of: element.content).count { if case .attribute = $0 { true } else { false } }
    }
    let order = table.elements.indices.sorted { (-attributeCounts[$0], $0) < (-attributeCounts[$1], $1) }
    for element in order.map({ table.elements[$0] }) {
      let text = table.textParts(of: element.content)
      for name in element.names.names.map(\.written) {
        var shape = shapes[name] ?? Shape()
        for case .attribute(let index) in table.parts(of: element.content) {
          let attribute = table.attributes[index]
          for name in attribute.names.names.map(\.written) where !shape.attributes.contains(name) {
            shape.attributes.append(name)
            if table.collapses(attribute.value) { shape.collapsing.insert(name) }
          }
        }
        shape.holdsText = shape.holdsText || text.holdsText
        shape.inlines.formUnion(text.inlines)
        shapes[name] = shape
      }
    }
    self.shapes = shapes
  }

  /// Whether the grammar has elements of this name.
  package func knows(_ element: String) -> Bool { shapes[element] != nil }

  /// Whether characters may stand directly inside elements of this name.
  package func holdsText(_ element: String) -> Bool { shapes[element]?.holdsText ?? false }

  /// Whether an element may stand among the characters of another.
  package func isInline(_ child: String, in element: String) -> Bool {
    shapes[element]?.inlines.contains(child) ?? false
  }

  /// The place of an attribute among those that elements of this name may have; nil where the grammar has none such.
  package func place(of attribute: String, in element: String) -> Int? {
    shapes[element]?.attributes.firstIndex(of: attribute)
  }

  /// Whether runs of white space in the attribute's value mean what one space means, and none at the ends.
  ///
  /// Addresses are left as they are written, although XML Schema collapses them too: readers of addresses differ.
  package func collapses(_ attribute: String, of element: String) -> Bool {
    shapes[element]?.collapsing.contains(attribute) ?? false
  }
}

extension PatternTable {
  /// Whether characters may match a pattern, and the elements that it mixes with them.
  fileprivate func textParts(of id: PatternID) -> (holdsText: Bool, inlines: Set<String>) {
    switch self[id] {
    case .text: (true, [])
    case .interleave(let a, let b) where a == .text || b == .text: (true, names(in: a).union(names(in: b)))
    case .choice(let a, let b), .group(let a, let b), .interleave(let a, let b), .after(let a, let b):
      joined(textParts(of: a), textParts(of: b))
    case .oneOrMore(let a): textParts(of: a)
    case .notAllowed, .empty, .list, .data, .value, .attribute, .element: (false, [])
    }
  }

  private func joined(
    _ a: (holdsText: Bool, inlines: Set<String>), _ b: (holdsText: Bool, inlines: Set<String>)
  ) -> (holdsText: Bool, inlines: Set<String>) {
    (a.holdsText || b.holdsText, a.inlines.union(b.inlines))
  }

  private func names(in id: PatternID) -> Set<String> {
    var names: Set<String> = []
    for case .element(let index) in parts(of: id) { names.formUnion(elements[index].names.names.map(\.written)) }
    return names
  }

  /// Whether every value that matches a pattern is read with its white space collapsed.
  fileprivate func collapses(_ id: PatternID) -> Bool {
    switch self[id] {
    case .list: true
    case .value(let index): !values[index].spacesCount
    case .data(let index): [.token, .integer, .date].contains(datatypes[index].base)
    case .choice(let a, let b), .group(let a, let b), .interleave(let a, let b): collapses(a) && collapses(b)
    case .oneOrMore(let a): collapses(a)
    case .notAllowed, .empty, .text, .attribute, .element, .after: false
    }
  }
}
