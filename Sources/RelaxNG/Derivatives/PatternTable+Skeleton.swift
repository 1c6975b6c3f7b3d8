extension PatternTable {
  /// A value that a pattern accepts: the first of those listed, or one that is plainly to be replaced.
  mutating func placeholder(for id: PatternID) -> String? {
    switch expectation(of: id) {
    case .oneOf(let values): if let first = values.first { return first }
    case .wholeNumber(let least, let most): return String(least ?? min(1, most ?? 1))
    case .either(let kinds):
      for case .oneOf(let values) in kinds { if let first = values.first { return first } }
    case .day, .address, .form, .characters, .words: break
    }
    let candidates = ["…", "todo", "1.0.0", "1", "en", "2000-01-01", "https://example.org", ""]
    if case .words(.oneOf(let values)) = expectation(of: id) { return values.first }
    // An ellipsis is accepted as an address too, and a name is the better stand-in for one.
    let ordered = expectation(of: id) == .address ? Array(candidates.dropFirst(6)) : candidates
    return ordered.first { matches($0, id) }
  }

  /// The least that an element must hold, written at an indentation; nil where no content suffices.
  mutating func skeleton(of element: Int, prefix: String, indentation: String?, depth: Int = 0) -> String? {
    let declared = elements[element]
    guard depth < 8, let missing = missingAttributes(of: declared.content), !declared.name.isEmpty else { return nil }
    var tag = prefix + declared.name
    var content = declared.content
    for index in missing {
      guard let name = attributes[index].names.names.first, let value = placeholder(for: attributes[index].value) else {
        return nil
      }
      tag += " \(name.written)=\"\(escaped(value))\""
      content = attribute(content, name, .assumed)
    }
    content = closing(content)
    guard let parts = shortestCompletion(of: content) else { return nil }
    let children = parts.compactMap { if case .element(let index) = $0 { index } else { nil } }
    if children.isEmpty {
      if isNullable(content), !isNullable(text(content, .strict("…"))) { return "<\(tag)/>" }
      guard let text = placeholder(for: content) else { return nil }
      return "<\(tag)>\(escaped(text))</\(prefix)\(declared.name)>"
    }
    let inner = indentation.map { $0 + "  " }
    var inside = ""
    for child in children {
      guard let text = skeleton(of: child, prefix: prefix, indentation: inner, depth: depth + 1) else { return nil }
      inside += (inner.map { "\n" + $0 } ?? "") + text
    }
    return "<\(tag)>\(inside)\(indentation.map { "\n" + $0 } ?? "")</\(prefix)\(declared.name)>"
  }
}
