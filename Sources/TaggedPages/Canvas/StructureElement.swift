/// The kinds of structure elements that our documents have (ISO 32000-1, 14.8.4).
package enum StructureElement: String, Hashable, Sendable {
  /// All of it.
  case document = "Document"
  /// Its title.
  case title = "H1"
  /// A heading.
  case heading = "H2"
  /// A heading below a heading.
  case subheading = "H3"
  /// A paragraph.
  case paragraph = "P"
  /// A list.
  case list = "L"
  /// An item of a list.
  case item = "LI"
  /// The bullet of an item.
  case label = "Lbl"
  /// The text of an item.
  case body = "LBody"
}
