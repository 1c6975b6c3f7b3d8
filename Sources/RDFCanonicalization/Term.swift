/// What a subject, an object or a graph's name is in RDF 1.1.
///
/// Texts are compared byte by byte wherever two terms meet: Swift's equality of strings takes two spellings of one
/// accented letter for the same, RDF does not.
package enum Term: Sendable {
  /// A resource, by its absolute IRI without angle brackets.
  case iri(String)
  /// A node without a name, by the label that it has in its document, without `_:`.
  case blank(String)
  /// A value of a datatype, which is an IRI.
  case literal(String, datatype: String)
  /// A text in a language, by a BCP 47 tag.
  case text(String, language: String)

  /// A string without a language: `xsd:string`.
  package static func string(_ text: String) -> Term {
    .literal(text, datatype: Self.xsdString)
  }

  /// The term in canonical N-Quads, by which two are the same; nil for a blank node, which is like no other.
  package var canonicalForm: [UInt8]? { NQuads.bytes(of: self) }

  /// The datatype that N-Quads leave out.
  static let xsdString = "http://www.w3.org/2001/XMLSchema#string"
}
