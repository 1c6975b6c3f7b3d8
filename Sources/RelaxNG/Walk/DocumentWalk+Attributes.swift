internal import Diagnostics
internal import Markup

extension DocumentWalk {
  /// The faults in the attributes of an element.
  mutating func noteFaults(of alignment: AttributeAlignment, in element: Element, as declaration: Int) {
    for (attribute, (step, state)) in zip(element.attributes, alignment.steps) {
      switch step {
      case .accept: break
      case .assume(let value):
        note(attribute.value, against: value, attribute: attribute, in: element, state)
      case .rename(let index):
        noteUnknown(attribute, in: element, state, meant: index, as: declaration)
        let value = table.attributes[index].value
        if !table.matches(attribute.value.value, value) {
          note(attribute.value, against: value, attribute: attribute, in: element, state)
        }
      case .delete: noteUnknown(attribute, in: element, state, meant: nil, as: declaration)
      }
    }
    if !alignment.missing.isEmpty { noteMissing(alignment, in: element, as: declaration) }
  }

  private mutating func noteUnknown(
    _ attribute: Attribute, in element: Element, _ state: PatternID, meant: Int?, as declaration: Int
  ) {
    let written = editing.characters(attribute.nameSpan)
    var fault = StructureFault(
      kind: .unknownAttribute(name: written, element: element.name.local), span: attribute.nameSpan)
    let given = element.attributes.map(\.name)
    let open = table.openAttributes(of: state).filter { index in
      index == meant || !given.contains { table.attributes[index].names.contains($0) }
    }
    fault.expected = open.map { table.attributes[$0].name }.filter { !$0.isEmpty }
    var others = nearNames(to: written, among: fault.expected)
    if let meant { others.insert(table.attributes[meant].name, at: 0) }
    var seen: [String] = []
    for name in others where !seen.contains(name) {
      seen.append(name)
      fault.repairs.append(
        Repair(action: .rename(to: name), replacements: [.init(attribute.nameSpan, with: name)]))
    }
    fault.repairs.append(Repair(action: .delete(name: written), replacements: editing.deleting(attribute)))
    fault.documentation = meant.flatMap { index in
      table.attributes[index].documentation.map { .init(name: table.attributes[index].name, words: $0) }
    }
    fault.documentation = fault.documentation ?? documentation(declaration)
    faults.append(fault)
  }

  private mutating func noteMissing(_ alignment: AttributeAlignment, in element: Element, as declaration: Int) {
    let names = alignment.missing.map { table.attributes[$0].name }
    var fault = StructureFault(
      kind: .missingAttribute(names: names, element: element.name.local), span: element.nameSpan)
    var choices = [alignment.missing]
    if let first = alignment.missing.first, alignment.missing.count == 1 {
      // Another attribute may do as well, as where a grammar offers a choice of two.
      for other in table.openAttributes(of: alignment.end) where other != first {
        guard let name = table.attributes[other].names.names.first else { continue }
        let state = table.attribute(alignment.end, name, .assumed)
        if table.missingAttributes(of: state) == [] { choices.append([other]) }
      }
      fault.expectedValue = table.expectation(of: table.attributes[first].value)
    }
    fault.expected = choices.flatMap { $0.map { table.attributes[$0].name } }
    for choice in choices {
      var added: [(name: String, value: String)] = []
      for index in choice {
        guard let value = table.placeholder(for: table.attributes[index].value) else { continue }
        added.append((table.attributes[index].name, value))
      }
      let isComplete = added.count == choice.count
      fault.repairs.append(
        Repair(
          action: .addAttributes(choice.map { table.attributes[$0].name }),
          replacements: isComplete ? editing.adding(added, to: element) : []))
    }
    fault.documentation = documentation(declaration)
    faults.append(fault)
  }
}
