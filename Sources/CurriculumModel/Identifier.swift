/// The identifier of one kind of thing, so that a module's is never taken for a group's.
package struct Identifier<Entity>: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The characters as written in the XML.
  package let rawValue: String

  /// An identifier from its characters.
  @inlinable
  package init(_ rawValue: String) {
    self.rawValue = rawValue
  }

  package var description: String { rawValue }

  /// Order by UTF-8 bytes, the same on every machine and in every locale.
  package static func < (a: Self, b: Self) -> Bool {
    a.rawValue.utf8.lexicographicallyPrecedes(b.rawValue.utf8)
  }
}

extension Identifier: ExpressibleByStringLiteral {
  package init(stringLiteral value: String) {
    self.init(value)
  }
}
