internal import Bilingual
internal import Markup

/// One `<element>` of a grammar.
struct ElementDeclaration: Hashable, Sendable {
  /// The names that the element may bear.
  let names: NameClass
  /// Attributes and children; set once the grammar is read, because content may hold the element itself.
  var content: PatternID
  /// What the element means, from `a:documentation`.
  let documentation: Wording?

  /// The name as an author writes it; empty for a wildcard.
  var name: String { names.names.first?.written ?? "" }
}

/// One `<attribute>` of a grammar.
struct AttributeDeclaration: Hashable, Sendable {
  /// The names that the attribute may bear.
  let names: NameClass
  /// What its value must match.
  let value: PatternID
  /// What the attribute means, from `a:documentation`.
  let documentation: Wording?

  /// The name as an author writes it; empty for a wildcard.
  var name: String { names.names.first?.written ?? "" }
}
