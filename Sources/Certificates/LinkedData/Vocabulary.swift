/// The terms of some JSON-LD contexts as a table: what each member means in RDF.
///
/// The contexts of credentials are published once and never change, so that a table says all that a processor
/// would find in them. A term that is not in the table is not "unknown and passed over", as in JSON-LD, but
/// refused: a signature does not cover it.
struct Vocabulary: Sendable {
  /// How the value of a term is read.
  enum Meaning: Hashable, Sendable {
    /// A string, a truth value or an object.
    case plain
    /// The IRI of a resource, or an object.
    case reference
    /// One of these words, each for an IRI.
    case word([String: String])
    /// A value of this datatype.
    case datatype(String)
  }

  /// What a member means.
  struct Term: Hashable, Sendable {
    /// The IRI of the relation.
    let iri: String
    /// How its value is read.
    let meaning: Meaning
  }

  /// What a type means.
  struct Kind: Sendable {
    /// The IRI of the class.
    let iri: String
    /// The terms that only an object of this type has.
    let terms: [String: Term]
  }

  /// The terms of every object.
  let terms: [String: Term]
  /// The types, by their names.
  let kinds: [String: Kind]

  /// This vocabulary with the terms and types of another, which go first.
  func adding(_ other: Vocabulary) -> Vocabulary {
    Vocabulary(
      terms: terms.merging(other.terms) { $1 }, kinds: kinds.merging(other.kinds) { $1 })
  }
}
