package import Diagnostics

/// An element of a tree.
package struct Element: Sendable {
  let tree: MarkupTree
  let index: Int

  var record: ElementRecord { tree.elements[index] }

  /// The name.
  package var name: QualifiedName { tree.names[Int(record.name)] }

  /// Where the name is written in the start tag.
  package var nameSpan: SourceSpan {
    let start = Int(record.start) + 1
    let prefixed = Int(record.prefixLength)
    return SourceSpan(tree.source, start..<(start + prefixed + name.local.utf8.count))
  }

  /// The start tag.
  package var tagSpan: SourceSpan { SourceSpan(tree.source, Int(record.start)..<Int(record.startEnd)) }

  /// The whole element, end tag included.
  package var span: SourceSpan { SourceSpan(tree.source, Int(record.start)..<Int(record.end)) }

  /// What stands between the tags.
  package var contentSpan: SourceSpan { SourceSpan(tree.source, tree.content(of: record)) }

  /// The element around this one.
  package var parent: Element? {
    record.parent < 0 ? nil : Element(tree: tree, index: Int(record.parent))
  }

  /// The root of the element's document.
  package var root: Element { tree.root }

  /// The attributes in the order in which they are written, namespace declarations left out.
  package var attributes: [Attribute] {
    let record = record
    let tokens = attributeTokens(in: tree.utf8, tag: tagSpan.utf8)
    return (0..<min(Int(record.attributeCount), tokens.count)).map { place in
      let index = Int(record.firstAttribute) + place
      return Attribute(
        name: tree.names[Int(tree.attributes[index].name)], value: tree.value(ofAttribute: index),
        nameSpan: SourceSpan(tree.source, tokens[place].name))
    }
  }

  /// The attribute of this local name: one without a namespace, or `lang` for `xml:lang`.
  package subscript(attribute local: String) -> Located<String>? {
    let record = record
    for index in Int(record.firstAttribute)..<(Int(record.firstAttribute) + Int(record.attributeCount))
    where tree.hasName(tree.attributes[index].name, local) {
      return tree.value(ofAttribute: index)
    }
    return nil
  }

  /// What stands inside, in order.
  ///
  /// Text that is white space alone is one space; comments and processing instructions are passed over.
  package var children: [Node] {
    var nodes: [Node] = []
    let content = tree.content(of: record)
    var place = content.lowerBound
    func addText(until end: Int) {
      if let text = tree.text(in: place..<end) { nodes.append(.text(text)) }
    }
    for element in elements {
      addText(until: Int(element.record.start))
      nodes.append(.element(element))
      place = Int(element.record.end)
    }
    addText(until: content.upperBound)
    return nodes
  }

  /// Whether characters other than white space stand directly inside.
  package var hasOwnText: Bool {
    let content = tree.content(of: record)
    var place = content.lowerBound
    for element in elements {
      if tree.hasText(in: place..<Int(element.record.start)) { return true }
      place = Int(element.record.end)
    }
    return tree.hasText(in: place..<content.upperBound)
  }

  /// The elements inside, in order.
  package var elements: ChildElements { ChildElements(of: index, in: tree) }

  /// The elements of this local name inside, in order.
  package func elements(named local: String) -> [Element] {
    elements.filter { $0.isNamed(local) }
  }

  /// Whether this is the local name.
  package func isNamed(_ local: String) -> Bool {
    tree.hasName(record.name, local)
  }

  /// The first element of this local name inside.
  package func first(_ local: String) -> Element? {
    elements.first { $0.isNamed(local) }
  }
}

extension MarkupTree {
  /// Whether a name's local part is this one; most are told apart by their length.
  func hasName(_ name: Int32, _ local: String) -> Bool {
    let own = names[Int(name)].local
    return own.utf8.count == local.utf8.count && own == local
  }

  /// The bytes between an element's tags; empty, behind the tag, where there is one tag only.
  func content(of element: ElementRecord) -> Range<Int> {
    guard element.end > element.startEnd else { return Int(element.startEnd)..<Int(element.startEnd) }
    var endTag = Int(element.end) - 1
    while utf8[endTag] != UInt8(ascii: "<") { endTag -= 1 }
    return Int(element.startEnd)..<endTag
  }

  func value(ofAttribute index: Int) -> Located<String> {
    let place = Int(attributes[index].valueStart)..<Int(attributes[index].valueEnd)
    return Located(attributeValue(utf8[place]), at: SourceSpan(source, place))
  }

  /// Whether characters other than white space stand between two tags; most often the first one tells.
  func hasText(in place: Range<Int>) -> Bool {
    for index in place {
      switch utf8[index] {
      case ...0x20: continue
      case UInt8(ascii: "<"), UInt8(ascii: "&"), 0x80...:
        return characterData(utf8[place]).contains { !$0.isWhitespace }
      default: return true
      }
    }
    return false
  }

  /// The characters between two tags; nil where there are none.
  func text(in place: Range<Int>) -> Located<String>? {
    guard !place.isEmpty else { return nil }
    let characters = characterData(utf8[place])
    guard !characters.isEmpty else { return nil }
    let isBlank = characters.utf8.allSatisfy { $0 == 0x20 || $0 == 0x0A || $0 == 0x09 || $0 == 0x0D }
    return Located(isBlank ? " " : characters, at: SourceSpan(source, place))
  }
}
