/// A valid document with one fault put into it, and the truth about that fault.
struct GeneratedFault: Sendable {
  /// The ways to spoil a document.
  enum Kind: String, CaseIterable, Sendable {
    /// A letter wrong, or a part missing, too much or misplaced.
    case misspeltElement, misspeltAttribute, missingElement, missingAttribute, wrongOrder, badEnumeration
    case badDatatype, extraElement, strayText, duplicateElement, extraAttribute, wrongNamespace
  }

  /// How to know that a mended document is what the author had meant.
  enum Truth: Sendable {
    /// The document as it was before, but for layout.
    case original
    /// The names of the elements as they were.
    case names
    /// The names of the children as they were in the element at this path, whatever a new one holds.
    case children([Int])
    /// The attribute is there again, whatever its value.
    case attributes
    /// Any document that differs from the spoilt one in this value alone.
    case value
  }

  /// How the document was spoilt.
  let kind: Kind
  /// The spoilt document.
  let text: String
  /// The spans that name the fault exactly; more than one where two neighbours have changed places.
  let spans: [Range<Int>]
  /// What a message must name, any of them.
  let things: [String]
  /// How to know the author's own document again.
  let truth: Truth
}
