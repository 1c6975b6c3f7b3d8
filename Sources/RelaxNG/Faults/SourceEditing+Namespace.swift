internal import Diagnostics
internal import Markup

extension SourceEditing {
  /// Where an element's namespace is declared: the value, or the place in the root where it could be declared.
  func namespaceDeclaration(for element: Element) -> (span: SourceSpan, isWritten: Bool) {
    let prefix = prefix(of: element).dropLast()
    let wanted = prefix.isEmpty ? "xmlns" : "xmlns:" + prefix
    var current: Element? = element
    var root = element
    while let holder = current {
      if let value = value(of: wanted, in: holder.tagSpan.utf8) { return (span(value), true) }
      root = holder
      current = holder.parent
    }
    let end = root.nameSpan.utf8.upperBound
    return (span(end..<end), false)
  }

  /// The place of an attribute's value in a well-formed start tag.
  private func value(of wanted: String, in tag: Range<Int>) -> Range<Int>? {
    var index = tag.lowerBound
    let end = min(tag.upperBound, utf8.count)
    while index < end, !isSpaceByte(utf8[index]) { index += 1 }
    while index < end {
      while index < end, isSpaceByte(utf8[index]) { index += 1 }
      let name = index
      while index < end, utf8[index] != UInt8(ascii: "="), !isSpaceByte(utf8[index]) { index += 1 }
      let isWanted = utf8[name..<index].elementsEqual(wanted.utf8)
      while index < end, utf8[index] != UInt8(ascii: "\""), utf8[index] != UInt8(ascii: "'") { index += 1 }
      guard index < end else { return nil }
      let quote = utf8[index]
      let start = index + 1
      index = start
      while index < end, utf8[index] != quote { index += 1 }
      if isWanted { return start..<index }
      index += 1
    }
    return nil
  }
}
