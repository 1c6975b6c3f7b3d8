package import Diagnostics

/// A name with its namespace.
package struct QualifiedName: Hashable, Sendable {
  /// The name without a prefix.
  package let local: String
  /// The namespace; nil where there is none.
  package let namespace: String?

  /// A name from its parts.
  package init(local: String, namespace: String?) {
    self.local = local
    self.namespace = namespace
  }
}

/// A well-formed document as elements and attributes, each with its exact place.
///
/// Compact, because a workspace may hold thousands: a record is 32 bytes for an element and 12 for an attribute, and
/// characters stay where they are, in the document. A class, because elements refer to their tree and must stay as
/// small as a pointer and an index.
package final class MarkupTree: Sendable {
  /// The document.
  package let source: SourceID
  /// The document's characters.
  let utf8: [UInt8]
  let elements: [ElementRecord]
  let attributes: [AttributeRecord]
  let names: [QualifiedName]

  init(
    source: SourceID, utf8: [UInt8], elements: [ElementRecord], attributes: [AttributeRecord], names: [QualifiedName]
  ) {
    self.source = source
    self.utf8 = utf8
    self.elements = elements
    self.attributes = attributes
    self.names = names
  }

  /// The root element.
  package var root: Element { Element(tree: self, index: 0) }
}

/// One element as stored, in document order: what is inside it follows it, up to `subtreeEnd`.
struct ElementRecord: Sendable {
  /// The index of the name.
  let name: Int32
  /// The element around it; -1 for the root.
  let parent: Int32
  /// The first element that is not inside.
  var subtreeEnd: Int32 = 0
  let firstAttribute: Int32
  let attributeCount: UInt16
  /// The bytes of a prefix and its colon before the local name.
  let prefixLength: UInt16
  /// The start tag.
  let start: UInt32
  let startEnd: UInt32
  /// The end of the element, end tag included.
  var end: UInt32 = 0
}

/// One attribute as stored: its name's index and the place of its value between the quotation marks.
struct AttributeRecord: Sendable {
  let name: Int32
  let valueStart: UInt32
  let valueEnd: UInt32
}

/// A value with the place where it is written.
package struct Located<Value> {
  /// The value.
  package let value: Value
  /// The place.
  package let span: SourceSpan

  /// A value and its place.
  @inlinable
  package init(_ value: Value, at span: SourceSpan) {
    self.value = value
    self.span = span
  }

  /// Another value from the same place.
  @inlinable
  package func map<Other>(_ transform: (Value) throws -> Other) rethrows -> Located<Other> {
    Located<Other>(try transform(value), at: span)
  }
}

extension Located: Sendable where Value: Sendable {}
extension Located: Equatable where Value: Equatable {}
extension Located: Encodable where Value: Encodable {}
extension Located: Decodable where Value: Decodable {}

/// An attribute of an element.
package struct Attribute: Sendable {
  /// The name.
  package let name: QualifiedName
  /// The value, its references replaced.
  package let value: Located<String>
  /// Where the name is written.
  package let nameSpan: SourceSpan

  /// Name and value together, quotation marks included.
  package var span: SourceSpan {
    SourceSpan(nameSpan.source, nameSpan.utf8.lowerBound..<(value.span.utf8.upperBound + 1))
  }
}

/// What stands inside an element.
package enum Node: Sendable {
  /// An element.
  case element(Element)
  /// Characters, references replaced, with their place.
  case text(Located<String>)
}
