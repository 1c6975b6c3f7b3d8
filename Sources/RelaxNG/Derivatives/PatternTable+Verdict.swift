internal import Markup

extension PatternTable {
  /// The first element at which a document can no longer be as the grammar wants it; nil where it is.
  mutating func firstRefusal(in root: Element, from start: PatternID) -> Element? {
    var refused: Element?
    let end = derivative(start, by: root, &refused)
    if let refused { return refused }
    return isNullable(end) ? nil : root
  }

  private mutating func derivative(_ id: PatternID, by element: Element, _ refused: inout Element?) -> PatternID {
    var rest = opening(id, element.name)
    for given in element.attributes where rest != .notAllowed {
      rest = attribute(rest, given.name, .strict(given.value.value))
    }
    rest = closing(rest)
    if rest != .notAllowed { rest = derivative(rest, byContentOf: element, &refused) }
    rest = ending(rest)
    if rest == .notAllowed, refused == nil { refused = element }
    return rest
  }

  private mutating func derivative(
    _ id: PatternID, byContentOf element: Element, _ refused: inout Element?
  ) -> PatternID {
    let children = element.children
    let hasElements = children.contains { if case .element = $0 { true } else { false } }
    guard hasElements else {
      // White space alone may be content or layout.
      let content = textContent(of: children)
      let rest = text(id, .strict(content))
      return isBlank(content) ? choice(id, rest) : rest
    }
    var rest = id
    for child in children where rest != .notAllowed {
      switch child {
      case .element(let inner): rest = derivative(rest, by: inner, &refused)
      case .text(let located): if !isBlank(located.value) { rest = text(rest, .strict(located.value)) }
      }
    }
    return rest
  }
}

/// The characters of the texts among these nodes.
func textContent(of children: [Node]) -> String {
  var content = ""
  for case .text(let text) in children { content += text.value }
  return content
}
