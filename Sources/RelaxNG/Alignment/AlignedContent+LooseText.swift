internal import Diagnostics
internal import Markup

extension AlignedContent {
  /// Text that stands beside elements where the parent takes either text or such elements.
  struct LooseText {
    /// The element that could hold it, one of `PatternTable.elements`.
    let declaration: Int
    /// Each stretch of text, with the elements in it that belong to text.
    let runs: [SourceSpan]
    /// Every element among the children, with what it is read as.
    let elements: [(Element, [Int])]
  }

  /// Finds loose text where the parent could begin with text and refuses an element for it alone.
  func looseText(_ table: inout PatternTable, _ vocabulary: Vocabulary) -> LooseText? {
    guard let start = steps.first?.state, table.text(start, .strict("x")) != .notAllowed,
      steps.contains(where: { $0.step == .delete })
    else { return nil }
    for transition in table.transitions(from: start) {
      let inside = table.elements[transition.element].content
      guard table.missingAttributes(of: inside) == [] else { continue }
      let content = table.closing(inside)
      guard table.text(content, .strict("x")) != .notAllowed,
        let found = looseText(heldBy: transition, content, &table, vocabulary)
      else { continue }
      return found
    }
    return nil
  }

  private func looseText(
    heldBy holder: Transition, _ inside: PatternID, _ table: inout PatternTable, _ vocabulary: Vocabulary
  ) -> LooseText? {
    var runs: [SourceSpan] = []
    var elements: [(Element, [Int])] = []
    var isInRun = false
    var hasBlock = false
    var hasText = false
    for child in children {
      var span: SourceSpan
      switch child {
      case .text(let text):
        span = text.span
        hasText = true
      case .element(let element):
        let name = vocabulary.meant(element.name)
        let blocks = table.readings(of: name, from: holder.rest)
        if !blocks.isEmpty {
          elements.append((element, blocks))
          isInRun = false
          hasBlock = true
          continue
        }
        let inline = table.readings(of: name, from: inside)
        guard !inline.isEmpty else { return nil }
        elements.append((element, inline))
        span = element.span
      }
      if isInRun, let last = runs.popLast() {
        span = SourceSpan(span.source, last.utf8.lowerBound..<span.utf8.upperBound)
      }
      runs.append(span)
      isInRun = true
    }
    return hasBlock && hasText ? LooseText(declaration: holder.element, runs: runs, elements: elements) : nil
  }
}

extension PatternTable {
  /// What an element of a name is read as where it stands next.
  fileprivate mutating func readings(of name: QualifiedName, from state: PatternID) -> [Int] {
    var found: [Int] = []
    for transition in transitions(from: state) where elements[transition.element].names.contains(name) {
      found.append(transition.element)
    }
    return found
  }
}
