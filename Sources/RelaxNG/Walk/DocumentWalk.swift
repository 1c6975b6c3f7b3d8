internal import Diagnostics
internal import Markup

/// The walk through a refused document that collects its faults, mending each in memory before it goes on.
struct DocumentWalk {
  /// The grammar's patterns with the derivatives made on the way.
  var table: PatternTable
  /// The names in the grammar.
  let vocabulary: Vocabulary
  /// The document's characters.
  let editing: SourceEditing
  /// The faults found so far.
  var faults: [StructureFault] = []
  /// Where the wrong namespaces reported so far are declared, so that each is reported once.
  private var reportedNamespaces: Set<SourceSpan> = []

  /// A walk that has found nothing yet.
  init(_ table: PatternTable, _ vocabulary: Vocabulary, in root: Element, of source: Source) {
    self.table = table
    self.vocabulary = vocabulary
    editing = SourceEditing(utf8: source.utf8, source: root.nameSpan.source)
  }

  /// The root, and everything in it.
  mutating func walk(root: Element, from start: PatternID) {
    let name = vocabulary.meant(root.name)
    let roots = table.transitions(from: start)
    let fitting = roots.filter { table.elements[$0.element].names.contains(name) }
    if !fitting.isEmpty {
      walk(root, as: fitting.map(\.element))
      return
    }
    let rootNames = roots.map { table.elements[$0.element].name }
    let near =
      vocabulary.meantElsewhere(by: name.local).filter(rootNames.contains) + nearNames(to: name.local, among: rootNames)
    let guesses = roots.compactMap { transition -> (element: Int, cost: Int)? in
      let strangeness = vocabulary.strangeness(of: root, as: transition.element)
      let rank = near.firstIndex(of: table.elements[transition.element].name)
      guard rank != nil || (strangeness ?? 1000) <= 300 else { return nil }
      return (transition.element, (rank ?? 4) * 300 + (strangeness ?? 0))
    }
    let ordered = guesses.enumerated().sorted { ($0.1.cost, $0.0) < ($1.1.cost, $1.0) }.map(\.1.element)
    var fault = StructureFault(kind: .unknownRoot(name: root.name.local), span: root.nameSpan)
    fault.expected = names(roots.map(\.element))
    fault.repairs = ordered.map { rename(root, to: $0) }
    fault.documentation = ordered.first.flatMap(documentation)
    faults.append(fault)
    if let guess = ordered.first { walk(root, as: [guess]) }
  }

  /// An element that stands where one of these declarations may.
  mutating func walk(_ element: Element, as declarations: [Int]) {
    guard faults.count < ExplanationLimits.faults else { return }
    noteNamespace(of: element)
    var best: (declaration: Int, attributes: AttributeAlignment, content: ContentAlignment)?
    let children = tokens(of: element)
    for declaration in declarations {
      let attributes = AttributeAlignment(
        of: element.attributes, from: table.elements[declaration].content, table: &table)
      let content = ContentAlignment(
        of: children, from: attributes.content, as: declaration, table: &table, vocabulary: vocabulary)
      if best.map({ attributes.cost + content.cost < $0.attributes.cost + $0.content.cost }) ?? true {
        best = (declaration, attributes, content)
      }
    }
    guard let best else { return }
    noteFaults(of: best.attributes, in: element, as: best.declaration)
    noteFaults(of: best.content, among: children, in: element, as: best.declaration)
  }

  /// The children that count: text alone is one value, and white space between elements is layout.
  private func tokens(of element: Element) -> [Node] {
    let children = element.children
    let hasElements = children.contains { if case .element = $0 { true } else { false } }
    if hasElements {
      return children.filter { if case .text(let text) = $0 { !isBlank(text.value) } else { true } }
    }
    let content = textContent(of: children)
    return [.text(Located(content, at: element.contentSpan))]
  }

  private mutating func noteNamespace(of element: Element) {
    let meant = vocabulary.meant(element.name)
    guard meant != element.name, vocabulary.has(meant) else { return }
    let declaration = editing.namespaceDeclaration(for: element)
    guard reportedNamespaces.insert(declaration.span).inserted else { return }
    var fault = StructureFault(
      kind: .wrongNamespace(name: element.name.local, given: element.name.namespace, wanted: meant.namespace),
      span: declaration.isWritten ? declaration.span : element.nameSpan)
    if let wanted = meant.namespace {
      let edit =
        declaration.isWritten
        ? SourceEditing.Replacement(declaration.span, with: wanted)
        : SourceEditing.Replacement(declaration.span, with: " xmlns=\"\(wanted)\"")
      fault.repairs = [Repair(action: .declareNamespace(wanted), replacements: [edit])]
    }
    faults.append(fault)
  }

  // MARK: Parts of faults

  /// The names of declarations, once each, as they are written.
  func names(_ declarations: [Int]) -> [String] {
    declarations.map { table.elements[$0].name }.reduce(into: []) {
      if !$1.isEmpty, !$0.contains($1) { $0.append($1) }
    }
  }

  /// What a declaration means.
  func documentation(_ declaration: Int) -> StructureFault.Documentation? {
    let declared = table.elements[declaration]
    return declared.documentation.map { .init(name: declared.name, words: $0) }
  }

  /// The repair that gives an element the name of a declaration.
  func rename(_ element: Element, to declaration: Int) -> Repair {
    let name = table.elements[declaration].name
    return Repair(
      action: .rename(to: name), replacements: editing.renaming(element, to: name),
      isTranslation: vocabulary.meantElsewhere(by: element.name.local).contains(name))
  }
}
