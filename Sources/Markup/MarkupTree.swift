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

/// A well-formed document as elements, attributes and text, each with its exact place.
///
/// A class, because elements refer to their tree and must stay as small as a pointer and an index.
package final class MarkupTree: Sendable {
  /// The document.
  package let source: SourceID
  let nodes: [NodeRecord]
  let attributes: [AttributeRecord]
  let names: [QualifiedName]

  init(source: SourceID, nodes: [NodeRecord], attributes: [AttributeRecord], names: [QualifiedName]) {
    self.source = source
    self.nodes = nodes
    self.attributes = attributes
    self.names = names
  }

  /// The root element.
  package var root: Element { Element(tree: self, index: 0) }
}

/// One element or text as stored, flat; -1 where there is no such node.
struct NodeRecord: Sendable {
  /// The index of the name, or -1 for text.
  var name: Int32
  var parent: Int32
  var nextSibling: Int32 = -1
  var firstChild: Int32 = -1
  var firstAttribute: Int32 = 0
  var attributeCount: Int32 = 0
  /// The start tag, or the text.
  var start: UInt32
  var startEnd: UInt32
  /// The end of the element, end tag included, and where that tag begins.
  var end: UInt32 = 0
  var endTagStart: UInt32 = 0
  /// The bytes of a prefix and its colon before the local name.
  var prefixLength: UInt16 = 0
  var text: String = ""
}

/// One attribute as stored.
struct AttributeRecord: Sendable {
  let name: Int32
  let value: String
  let nameStart: UInt32
  let nameEnd: UInt32
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
  package init(_ value: Value, at span: SourceSpan) {
    self.value = value
    self.span = span
  }

  /// Another value from the same place.
  package func map<Other>(_ transform: (Value) throws -> Other) rethrows -> Located<Other> {
    Located<Other>(try transform(value), at: span)
  }
}

extension Located: Sendable where Value: Sendable {}
extension Located: Equatable where Value: Equatable {}

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
