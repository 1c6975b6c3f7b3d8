/// What a well-formed document is made of, each piece as it is written.
enum MarkupPiece {
  /// An element.
  case element(ElementPiece)
  /// Characters, references as they are written.
  case text(ArraySlice<UInt8>)
  /// A character data section, its marks included.
  case section(ArraySlice<UInt8>)
  /// A comment, its marks included.
  case comment(ArraySlice<UInt8>)
  /// A processing instruction or the XML declaration, its marks included.
  case instruction(ArraySlice<UInt8>)

  /// Whether it is white space that stands between other pieces.
  var isBlank: Bool {
    if case .text(let bytes) = self { bytes.allSatisfy(isSpace) } else { false }
  }

  /// The element, where it is one.
  var element: ElementPiece? {
    if case .element(let element) = self { element } else { nil }
  }
}

/// An element as it is written.
struct ElementPiece {
  /// An attribute as it is written; a declaration of a namespace is one too.
  struct Attribute {
    /// The name.
    let name: String
    /// What stands between the quotation marks.
    let value: ArraySlice<UInt8>
  }

  /// The name, its prefix included.
  let name: String
  /// The attributes in the author's order.
  let attributes: [Attribute]
  /// What stands between the tags.
  let children: [MarkupPiece]
  /// The whole element.
  let bytes: ArraySlice<UInt8>

  /// The name without its prefix, by which the grammar knows it.
  var localName: String {
    name.firstIndex(of: ":").map { String(name[name.index(after: $0)...]) } ?? name
  }

  /// The language that `xml:lang` names, in lower case.
  var language: String? {
    attributes.first { $0.name == "xml:lang" }.map {
      String(decoding: $0.value.split(whereSeparator: isSpace).joined(), as: UTF8.self).lowercased()
    }
  }
}

/// Whether a byte is white space to XML.
func isSpace(_ byte: UInt8) -> Bool {
  byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D
}
