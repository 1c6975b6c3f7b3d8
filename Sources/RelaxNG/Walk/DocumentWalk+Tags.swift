internal import Diagnostics
internal import Markup

/// Elements whose words are meant, and whose tags alone are too many or stand too deep.
extension DocumentWalk {
  /// Notes an element that is nothing but tags around what may stand in its place; false where it is not.
  mutating func noteUnwrapped(
    _ child: Element, instead meant: Int, at index: Int, in content: AlignedContent
  ) -> Bool {
    let name = child.name.local
    let rename = rename(child, to: meant)
    guard !vocabulary.has(vocabulary.meant(child.name)), !rename.isTranslation,
      nearNames(to: name, among: [table.elements[meant].name]).isEmpty,
      let unwrap = unwrapping(child, at: index, in: content)
    else { return false }
    var fault = StructureFault(
      kind: .unknownElement(name: name, parent: content.parent.name.local), span: child.nameSpan)
    fault.expected = names(table.transitions(from: content.steps[index].state).map(\.element))
    fault.repairs = [unwrap, rename]
    fault.documentation = documentation(content.declaration)
    faults.append(fault)
    return true
  }

  /// The repair that leaves what is in an element and takes its tags away, where its content may stand in its place.
  mutating func unwrapping(_ child: Element, at index: Int, in content: AlignedContent) -> Repair? {
    var state = content.steps[index].state
    var isFilled = false
    for node in child.children.prefix(ExplanationLimits.faults) {
      switch node {
      case .text(let text):
        let accepted = table.text(state, .strict(text.value))
        if accepted != .notAllowed { state = accepted } else if !isBlank(text.value) { return nil }
        isFilled = isFilled || !isBlank(text.value)
      case .element(let element):
        let name = vocabulary.meant(element.name)
        let fitting = table.transitions(from: state).filter { table.elements[$0.element].names.contains(name) }
        guard !fitting.isEmpty else { return nil }
        state = table.choice(fitting.map(\.rest))
        isFilled = true
      }
    }
    guard isFilled, child.children.count <= ExplanationLimits.faults,
      content.goesOn(from: state, after: index, &table, vocabulary)
    else { return nil }
    return Repair(action: .unwrap(name: child.name.local), replacements: editing.unwrapping(child))
  }

  /// The repair that ends the parent before an element which may stand beside it, and what the element is then read as.
  ///
  /// Only where the parent holds words: elements in a wrong parent of elements are seldom a matter of its end.
  mutating func leaving(
    _ child: Element, in content: AlignedContent
  ) -> (repair: Repair, declarations: [Int])? {
    let parent = content.parent
    let candidates = [child.name.local] + vocabulary.meantElsewhere(by: child.name.local)
    guard parent.attributes.isEmpty, let first = content.steps.first,
      table.text(first.state, .strict("x")) != .notAllowed, let outer = parent.parent,
      let name = vocabulary.sibling(of: parent.name.local, in: outer.name.local, among: candidates)
    else { return nil }
    let renaming = name == child.name.local ? [] : editing.renaming(child, to: name)
    let repair = Repair(
      action: .close(parent: parent.name.local), replacements: editing.closing(parent, around: child) + renaming)
    return (repair, table.elements.indices.filter { table.elements[$0].name == name })
  }
}

extension SourceEditing {
  /// An element's tags taken away.
  fileprivate func unwrapping(_ element: Element) -> [Replacement] {
    [
      Replacement(element.tagSpan, with: ""),
      Replacement(span(element.contentSpan.utf8.upperBound..<element.span.utf8.upperBound), with: ""),
    ]
  }

  /// An element closed before a child and opened again behind it, where there is something on either side.
  fileprivate func closing(_ element: Element, around child: Element) -> [Replacement] {
    let name = characters(element.nameSpan)
    let content = element.contentSpan.utf8
    let before = content.lowerBound..<child.span.utf8.lowerBound
    let after = child.span.utf8.upperBound..<content.upperBound
    let opening =
      utf8[before].allSatisfy(isSpaceByte)
      ? Replacement(element.tagSpan, with: "")
      : Replacement(span(before.upperBound..<before.upperBound), with: "</\(name)>")
    let closing =
      utf8[after].allSatisfy(isSpaceByte)
      ? Replacement(span(content.upperBound..<element.span.utf8.upperBound), with: "")
      : Replacement(span(after.lowerBound..<after.lowerBound), with: "<\(name)>")
    return [opening, closing]
  }
}
