/// A statement of an RDF dataset: subject, predicate, object, and the graph that it stands in.
package struct Quad: Sendable {
  /// What the statement is about: an IRI or a blank node.
  package let subject: Term
  /// The IRI of the relation.
  package let predicate: String
  /// What it says.
  package let object: Term
  /// The graph, an IRI or a blank node; nil for the default graph.
  package let graph: Term?

  /// A statement from its parts.
  package init(_ subject: Term, _ predicate: String, _ object: Term, graph: Term? = nil) {
    self.subject = subject
    self.predicate = predicate
    self.object = object
    self.graph = graph
  }
}
