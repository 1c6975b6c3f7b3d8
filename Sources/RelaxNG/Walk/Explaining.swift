package import Diagnostics
package import Markup

/// What is wrong with the structure of a document and how to mend it; nothing exactly where the grammar accepts it.
///
/// One fault gives one finding: each is mended in memory before the walk goes on. O(n) for n nodes of a document for
/// any one vocabulary; `source` is the document that `root` was read from.
package func explain(_ root: Element, by schema: SchemaPatterns, source: Source) -> [Diagnostic] {
  structureFaults(in: root, by: schema, source: source).map(\.diagnostic).inReadingOrder()
}

/// The faults as facts, in the order in which the walk meets them.
package func structureFaults(in root: Element, by schema: SchemaPatterns, source: Source) -> [StructureFault] {
  var table = schema.table
  guard let refused = table.firstRefusal(in: root, from: schema.start) else { return [] }
  let unexplained = [StructureFault(kind: .other(name: refused.name.local), span: refused.nameSpan)]
  guard !hasTooManyChildren(root) else { return unexplained }
  var walk = DocumentWalk(table, schema.vocabulary, in: root, of: source)
  walk.walk(root: root, from: schema.start)
  guard walk.faults.isEmpty else { return walk.faults }
  // A grammar may allow two elements of one name by what they hold far inside; the walk then looks at each alone.
  return unexplained
}

/// Bounds on what is explained, so that documents made to be refused take less than a second.
enum ExplanationLimits {
  /// The faults of one document; nobody reads on.
  static let faults = 1000
  /// The children of one element.
  static let children = 6000
}

private func hasTooManyChildren(_ element: Element) -> Bool {
  var count = 0
  for child in element.elements {
    count += 1
    if count > ExplanationLimits.children || hasTooManyChildren(child) { return true }
  }
  return false
}
