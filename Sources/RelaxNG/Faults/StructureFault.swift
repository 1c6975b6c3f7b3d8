package import Bilingual
package import Diagnostics

/// One fault in the structure of a document: facts, with their place and the ways to mend it.
package struct StructureFault: Sendable {
  /// What is wrong.
  package enum Kind: Equatable, Sendable {
    /// The document's root is none of the elements that a document may be.
    case unknownRoot(name: String)
    /// An element that the grammar does not have.
    case unknownElement(name: String, parent: String)
    /// An element that the grammar has, but not inside this parent.
    case unexpectedElement(name: String, parent: String)
    /// An element that belongs to another place inside the same parent.
    case misplacedElement(name: String, parent: String)
    /// An element that may not be given again.
    case repeatedElement(name: String, parent: String)
    /// Elements that the parent cannot do without, next to each other.
    case missingElement(names: [String], parent: String)
    /// An element of the right name in another namespace, or in none.
    case wrongNamespace(name: String, given: String?, wanted: String?)
    /// An attribute that the element does not have.
    case unknownAttribute(name: String, element: String)
    /// Attributes that the element cannot do without.
    case missingAttribute(names: [String], element: String)
    /// A value that is none of those listed; the attribute is nil for an element's text.
    case unknownValue(String, attribute: String?, element: String)
    /// A value that is not written as it must be; the attribute is nil for an element's text.
    case malformedValue(String, attribute: String?, element: String)
    /// Text where only elements may stand, or nothing at all.
    case unexpectedText(parent: String)
    /// Something that could not be told more precisely.
    case other(name: String)
  }

  /// What is wrong.
  package let kind: Kind
  /// Where: a name, a value or a text, never a whole element.
  package let span: SourceSpan
  /// The names that may stand there, in the grammar's order.
  package var expected: [String] = []
  /// What the value must be.
  package var expectedValue: Expectation?
  /// What the element or attribute concerned means, from the grammar.
  package var documentation: Documentation?
  /// Another place that helps to understand it.
  package var related: Related?
  /// Ways to mend it, the likeliest first.
  package var repairs: [Repair] = []

  /// The meaning of an element or attribute.
  package struct Documentation: Equatable, Sendable {
    /// The element or attribute.
    package let name: String
    /// What it means.
    package let words: Wording
  }

  /// A further place.
  package enum Related: Equatable, Sendable {
    /// The first of two.
    case first(SourceSpan)
    /// The neighbour behind which something is missing.
    case gap(after: String, SourceSpan)
    /// The first of the elements that belong into a missing one.
    case unwrapped(SourceSpan)
  }
}

/// One way to mend a fault.
package struct Repair: Equatable, Sendable {
  /// What is done.
  package enum Action: Equatable, Sendable {
    /// Another name.
    case rename(to: String)
    /// New elements.
    case addElements([String])
    /// New attributes.
    case addAttributes([String])
    /// The fault is removed.
    case delete(name: String)
    /// The text is removed.
    case deleteText
    /// The element is put behind another; nil means first in its parent.
    case move(name: String, after: String?)
    /// Another value.
    case write(String)
    /// The element's tags are taken away, and what is in it stays.
    case unwrap(name: String)
    /// The parent is closed before the element, and opened again behind it if anything follows.
    case close(parent: String)
    /// The text is put into an element.
    case wrap(in: String)
    /// The namespace is declared.
    case declareNamespace(String)
  }

  /// What is done.
  package let action: Action
  /// The edits that do it.
  package let replacements: [Diagnostic.Solution.Replacement]
  /// Whether the new name or value is what is meant by the old one elsewhere, or in French.
  package var isTranslation = false
}
