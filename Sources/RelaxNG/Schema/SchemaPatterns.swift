package import Bilingual
package import Markup

/// A RELAX NG grammar as patterns, from which the faults of a document can be explained.
///
/// Built once from the grammar's own document; values of this type may be shared by any number of threads.
package struct SchemaPatterns: Sendable {
  /// The grammar's patterns, without any derivative yet.
  let table: PatternTable
  /// The names in the grammar.
  let vocabulary: Vocabulary
  /// What a document must be.
  let start: PatternID

  /// Reads a grammar in RELAX NG's XML syntax, or says what in it is not supported.
  ///
  /// `grammar` is the root of a grammar that libxml2 has compiled, so its own syntax is not judged again.
  /// O(n) for n patterns of the grammar.
  ///
  /// - Parameter otherNames: What authors call elements elsewhere, and which elements of the grammar they mean by it,
  ///   the likeliest first.
  package init(_ grammar: Element, otherNames: [String: [String]] = [:]) throws(UnsupportedGrammar) {
    var reading = SchemaReading()
    start = try reading.start(of: grammar)
    table = reading.table
    vocabulary = Vocabulary(reading.table, otherNames: otherNames)
  }

  /// Whether a document is as the grammar wants it.
  ///
  /// James Clark's algorithm with remembered derivatives: O(n) for n nodes, for any one vocabulary.
  package func accepts(_ root: Element) -> Bool {
    var table = table
    return table.firstRefusal(in: root, from: start) == nil
  }

  /// Whether the grammar has an element of this local name.
  package func hasElement(named local: String) -> Bool {
    table.elements.contains { $0.names.names.contains { $0.local == local } }
  }

  /// What the first element of this local name means; nil where the grammar does not say.
  package func documentation(of local: String) -> Wording? {
    table.elements.first { $0.names.names.contains { $0.local == local } }?.documentation
  }
}
