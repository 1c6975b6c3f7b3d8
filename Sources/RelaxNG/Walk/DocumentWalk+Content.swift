internal import Diagnostics
internal import Markup

extension DocumentWalk {
  /// The faults among the children of an element, and inside those that are kept.
  mutating func noteFaults(
    of alignment: ContentAlignment, among children: [Node], in element: Element, as declaration: Int
  ) {
    var content = AlignedContent(alignment, children: children, parent: element, declaration: declaration)
    content.pairMoves(&table, vocabulary)
    if let loose = content.looseText(&table, vocabulary) {
      noteLooseText(loose, in: content)
      return
    }
    let wrappings = content.wrappings(&table, vocabulary)
    for wrapping in wrappings { noteWrapper(wrapping, in: content) }
    for index in content.steps.indices where !wrappings.contains(where: { $0.covers(index) }) {
      guard faults.count < ExplanationLimits.faults else { return }
      let placed = content.steps[index]
      switch placed.step {
      case .acceptText, .layout: break
      case .accept(let declarations):
        if case .element(let child) = children[placed.child] { walk(child, as: declarations) }
      case .rename(let meant):
        guard case .element(let child) = children[placed.child] else { break }
        if !noteUnwrapped(child, instead: meant, at: index, in: content) {
          noteRenamed(child, as: meant, at: index, in: content)
          walk(child, as: [meant])
        }
      case .assumeText:
        if case .text(let text) = children[placed.child] {
          note(text, against: table.valuePart(of: placed.state), attribute: nil, in: element, placed.state)
        }
      case .delete:
        switch children[placed.child] {
        case .text(let text): noteText(text, at: index, in: content)
        case .element(let child): noteDeleted(child, at: index, in: &content)
        }
      case .insert:
        if !content.isMoved(index) { noteMissing(at: index, in: content) }
      }
    }
  }

  // MARK: Kinds

  private mutating func noteRenamed(_ child: Element, as meant: Int, at index: Int, in content: AlignedContent) {
    let isKnown = vocabulary.has(vocabulary.meant(child.name))
    let (name, parent) = (child.name.local, content.parent.name.local)
    var fault = StructureFault(
      kind: isKnown ? .unexpectedElement(name: name, parent: parent) : .unknownElement(name: name, parent: parent),
      span: child.nameSpan)
    let transitions = table.transitions(from: content.steps[index].state)
    fault.expected = names(transitions.map(\.element))
    fault.repairs = [rename(child, to: meant)]
    for other in nearNames(to: name, among: fault.expected) where other != table.elements[meant].name {
      guard let transition = transitions.first(where: { table.elements[$0.element].name == other }),
        content.goesOn(from: transition.rest, after: index, &table, vocabulary)
      else { continue }
      fault.repairs.append(rename(child, to: transition.element))
    }
    if content.goesOn(from: content.steps[index].state, after: index, &table, vocabulary) {
      fault.repairs.append(Repair(action: .delete(name: name), replacements: editing.deleting(child)))
    }
    fault.documentation = documentation(meant)
    faults.append(fault)
  }

  private mutating func noteDeleted(_ child: Element, at index: Int, in content: inout AlignedContent) {
    let meant = vocabulary.meant(child.name)
    let (name, parent) = (child.name.local, content.parent.name.local)
    let delete = Repair(action: .delete(name: name), replacements: editing.deleting(child))
    let expected = names(table.transitions(from: content.steps[index].state).map(\.element))
    if let place = content.place(for: index, &table, vocabulary) {
      noteMisplaced(child, at: place, expected: expected, delete, in: content)
      return
    }
    var fault: StructureFault
    if !vocabulary.has(meant) {
      fault = StructureFault(kind: .unknownElement(name: name, parent: parent), span: child.nameSpan)
    } else if let first = content.firstAccepted(named: meant, vocabulary) {
      fault = StructureFault(kind: .repeatedElement(name: name, parent: parent), span: child.nameSpan)
      fault.related = .first(first.nameSpan)
    } else {
      fault = StructureFault(kind: .unexpectedElement(name: name, parent: parent), span: child.nameSpan)
    }
    fault.expected = expected
    fault.repairs = [delete]
    fault.documentation = documentation(content.declaration)
    if case .repeatedElement = fault.kind {
      faults.append(fault)
    } else if let repair = unwrapping(child, at: index, in: content) {
      fault.repairs.insert(repair, at: 0)
      faults.append(fault)
    } else if let (repair, declarations) = leaving(child, in: content) {
      fault.repairs.insert(repair, at: 0)
      faults.append(fault)
      walk(child, as: declarations)
    } else {
      faults.append(fault)
    }
  }

  private mutating func noteMisplaced(
    _ child: Element, at place: AlignedContent.Place, expected: [String], _ delete: Repair, in content: AlignedContent
  ) {
    let name = child.name.local
    var fault = StructureFault(
      kind: .misplacedElement(name: name, parent: content.parent.name.local), span: child.nameSpan)
    let edits = editing.moving(child, behind: place.behind, in: content.parent)
    let move = Repair(action: .move(name: name, after: place.behind?.name.local), replacements: edits)
    fault.expected = expected
    fault.repairs = place.isRequired ? [move] : [move, delete]
    fault.documentation = documentation(place.declaration)
    faults.append(fault)
    walk(child, as: [place.declaration])
  }

  /// A missing element whose children stand in its place.
  private mutating func noteWrapper(_ wrapping: AlignedContent.Wrapping, in content: AlignedContent) {
    let parent = content.parent
    let name = table.elements[wrapping.declaration].name
    var fault = StructureFault(kind: .missingElement(names: [name], parent: parent.name.local), span: parent.nameSpan)
    fault.expected = [name]
    if let first = wrapping.elements.first, let last = wrapping.elements.last {
      let edits = editing.wrapping(first, through: last, in: editing.prefix(of: parent) + name)
      fault.related = .unwrapped(first.nameSpan)
      fault.repairs = [Repair(action: .wrap(in: name), replacements: edits)]
    }
    fault.documentation = documentation(wrapping.declaration)
    faults.append(fault)
    for (element, declarations) in zip(wrapping.elements, wrapping.declarations) { walk(element, as: declarations) }
  }

  /// Text beside elements of which one could hold it: one finding for all of it in this parent.
  private mutating func noteLooseText(_ loose: AlignedContent.LooseText, in content: AlignedContent) {
    let name = table.elements[loose.declaration].name
    let tag = editing.prefix(of: content.parent) + name
    let spans = loose.runs.map { editing.trimmed($0) }
    guard let first = spans.first else { return }
    var fault = StructureFault(kind: .unexpectedText(parent: content.parent.name.local), span: first)
    fault.expected = [name]
    let edits = spans.map { SourceEditing.Replacement($0, with: "<\(tag)>\(editing.characters($0))</\(tag)>") }
    fault.repairs = [Repair(action: .wrap(in: name), replacements: edits)]
    if spans.count == 1, !editing.characters(first).contains("<") {
      fault.repairs.append(Repair(action: .deleteText, replacements: [.init(first, with: "")]))
    }
    fault.documentation = documentation(loose.declaration)
    faults.append(fault)
    for (element, declarations) in loose.elements { walk(element, as: declarations) }
  }

  private mutating func noteMissing(at index: Int, in content: AlignedContent) {
    // Neighbours that are missing together are one fault, told at the first of them.
    guard case .insert(let first) = content.steps[index].step, !content.continuesGap(index) else { return }
    let run = content.gap(from: index)
    let behind = content.neighbour(before: index)
    var fault = StructureFault(
      kind: .missingElement(names: run.map { table.elements[$0].name }, parent: content.parent.name.local),
      span: content.parent.nameSpan)
    if let behind { fault.related = .gap(after: behind.name.local, behind.nameSpan) }
    var choices = [run]
    if run.count == 1 {
      for other in table.transitions(from: content.steps[index].state) where other.element != first {
        if content.goesOn(from: other.rest, after: index, &table, vocabulary) { choices.append([other.element]) }
      }
    }
    fault.expected = choices.count > 1 ? names(choices.flatMap(\.self)) : names(run)
    fault.repairs = choices.prefix(6).map { add($0, behind: behind, to: content.parent) }
    fault.documentation = documentation(first)
    faults.append(fault)
  }

  /// The repair that puts new elements behind a sibling.
  private mutating func add(_ declarations: [Int], behind sibling: Element?, to parent: Element) -> Repair {
    let prefix = editing.prefix(of: parent)
    let inside = sibling ?? parent.elements.first
    let indentation =
      inside.map { editing.lineIndentation(before: $0.span.utf8.lowerBound) }
      ?? editing.lineIndentation(before: parent.span.utf8.lowerBound).map { $0 + "  " }
    let parts = declarations.compactMap { table.skeleton(of: $0, prefix: prefix, indentation: indentation) }
    let text = parts.joined(separator: indentation.map { "\n" + $0 } ?? "")
    let isComplete = parts.count == declarations.count
    return Repair(
      action: .addElements(declarations.map { table.elements[$0].name }),
      replacements: isComplete ? editing.inserting(in: parent, behind: sibling) { _ in text } : [])
  }

  private mutating func noteText(_ text: Located<String>, at index: Int, in content: AlignedContent) {
    let span = editing.trimmed(text.span)
    var fault = StructureFault(kind: .unexpectedText(parent: content.parent.name.local), span: span)
    let transitions = table.transitions(from: content.steps[index].state)
    fault.expected = names(transitions.map(\.element))
    fault.repairs = [Repair(action: .deleteText, replacements: [.init(span, with: "")])]
    let wrapping = transitions.first { transition in
      let inside = table.elements[transition.element].content
      return table.missingAttributes(of: inside) == []
        && table.isNullable(table.text(table.closing(inside), .strict(text.value)))
        && content.goesOn(from: transition.rest, after: index, &table, vocabulary)
    }
    if let wrapping {
      let name = table.elements[wrapping.element].name
      let tag = editing.prefix(of: content.parent) + name
      let wrap = Repair(
        action: .wrap(in: name),
        replacements: [.init(span, with: "<\(tag)>\(editing.characters(span))</\(tag)>")])
      // Where the parent could hold text, the words are meant; elsewhere they are a slip.
      let whole = content.steps.first?.state ?? .notAllowed
      let isMeant = table.text(whole, .strict(text.value)) != .notAllowed
      fault.repairs.insert(wrap, at: isMeant ? 0 : 1)
    }
    fault.documentation = documentation(content.declaration)
    faults.append(fault)
  }
}

extension PatternTable {
  /// What a text that stands next must match, attributes and elements left out.
  mutating func valuePart(of id: PatternID) -> PatternID {
    switch self[id] {
    case .choice(let a, let b), .interleave(let a, let b), .group(let a, let b):
      let first = valuePart(of: a)
      return choice(first, valuePart(of: b))
    case .oneOrMore(let a), .after(let a, _): return valuePart(of: a)
    case .text, .list, .data, .value: return id
    case .notAllowed, .empty, .attribute, .element: return .notAllowed
    }
  }
}
