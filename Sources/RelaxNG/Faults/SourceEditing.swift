internal import Diagnostics
internal import Markup

/// The edits of a document's characters that carry out a repair.
struct SourceEditing {
  /// The document.
  let utf8: [UInt8]
  /// Which it is.
  let source: SourceID

  /// An edit.
  typealias Replacement = Diagnostic.Solution.Replacement

  /// The characters of a span.
  func characters(_ span: SourceSpan) -> String {
    String(decoding: utf8[span.utf8.clamped(to: 0..<utf8.count)], as: UTF8.self)
  }

  /// The prefix and colon that an element's name is written with, or nothing.
  func prefix(of element: Element) -> String {
    let written = characters(element.nameSpan)
    return String(written.dropLast(element.name.local.count))
  }

  /// Another name in both tags of an element.
  func renaming(_ element: Element, to local: String) -> [Replacement] {
    let name = prefix(of: element) + local
    var edits = [Replacement(element.nameSpan, with: name)]
    if !isEmptyTag(element) {
      let start = element.contentSpan.utf8.upperBound + 2
      edits.append(Replacement(span(start..<(start + element.nameSpan.utf8.count)), with: name))
    }
    return edits
  }

  /// An element taken away, with its line where it stands alone on it.
  func deleting(_ element: Element) -> [Replacement] {
    [Replacement(span(wholeLines(of: element.span.utf8)), with: "")]
  }

  /// An attribute taken away, with the space before it.
  func deleting(_ attribute: Attribute) -> [Replacement] {
    var start = attribute.span.utf8.lowerBound
    while start > 0, isSpaceByte(utf8[start - 1]) { start -= 1 }
    return [Replacement(span(start..<attribute.span.utf8.upperBound), with: "")]
  }

  /// Attributes put behind those that the start tag has.
  func adding(_ attributes: [(name: String, value: String)], to element: Element) -> [Replacement] {
    let end = element.attributes.last?.span.utf8.upperBound ?? element.nameSpan.utf8.upperBound
    let text = attributes.map { " \($0.name)=\"\(escaped($0.value))\"" }.joined()
    return [Replacement(span(end..<end), with: text)]
  }

  /// Elements from one through another put into a new one.
  func wrapping(_ first: Element, through last: Element, in name: String) -> [Replacement] {
    let line = lineIndentation(before: first.span.utf8.lowerBound).map { "\n" + $0 } ?? ""
    let (start, end) = (first.span.utf8.lowerBound, last.span.utf8.upperBound)
    return [
      Replacement(span(start..<start), with: "<\(name)>\(line)"),
      Replacement(span(end..<end), with: "\(line)</\(name)>"),
    ]
  }

  /// An element moved behind a sibling, or before all of them.
  func moving(_ element: Element, behind sibling: Element?, in parent: Element) -> [Replacement] {
    deleting(element)
      + inserting(in: parent, behind: sibling, avoiding: element) { _ in characters(element.span) }
  }

  /// New characters behind a child of an element, or before all children; the text is made for an indentation.
  func inserting(
    in parent: Element, behind sibling: Element?, avoiding moved: Element? = nil, _ text: (String) -> String
  ) -> [Replacement] {
    let elements = parent.elements.filter { $0.span != moved?.span }
    if let sibling {
      let indentation = lineIndentation(before: sibling.span.utf8.lowerBound)
      let end = sibling.span.utf8.upperBound
      return [Replacement(span(end..<end), with: onItsLine(indentation, text))]
    }
    if let first = elements.first {
      let indentation = lineIndentation(before: first.span.utf8.lowerBound)
      let start = parent.tagSpan.utf8.upperBound
      return [Replacement(span(start..<start), with: onItsLine(indentation, text))]
    }
    return filling(parent, text)
  }

  /// The first children of an element that has none.
  private func filling(_ parent: Element, _ text: (String) -> String) -> [Replacement] {
    let outer = lineIndentation(before: parent.span.utf8.lowerBound)
    let inside = onItsLine(outer.map { $0 + "  " }, text)
    let last = outer.map { "\n" + $0 } ?? ""
    let end = parent.tagSpan.utf8.upperBound
    if isEmptyTag(parent) {
      var start = end - 2
      while start > 0, isSpaceByte(utf8[start - 1]) { start -= 1 }
      return [
        Replacement(span(start..<end), with: ">" + inside + last + "</\(characters(parent.nameSpan))>")
      ]
    }
    let content = parent.contentSpan.utf8
    let isLaidOut = utf8[content].contains(UInt8(ascii: "\n"))
    return [Replacement(span(content.lowerBound..<content.lowerBound), with: inside + (isLaidOut ? "" : last))]
  }

  private func onItsLine(_ indentation: String?, _ text: (String) -> String) -> String {
    indentation.map { "\n" + $0 + text($0) } ?? text("")
  }

  /// The white space before an offset, where nothing else stands before it on its line.
  func lineIndentation(before offset: Int) -> String? {
    var start = offset
    while start > 0, utf8[start - 1] == UInt8(ascii: " ") || utf8[start - 1] == UInt8(ascii: "\t") { start -= 1 }
    guard start == 0 || utf8[start - 1] == UInt8(ascii: "\n") || utf8[start - 1] == UInt8(ascii: "\r") else {
      return nil
    }
    return String(decoding: utf8[start..<offset], as: UTF8.self)
  }

  /// The range with its indentation and the line end before it, where it stands alone on its lines.
  private func wholeLines(of range: Range<Int>) -> Range<Int> {
    guard let indentation = lineIndentation(before: range.lowerBound) else { return range }
    var end = range.upperBound
    while end < utf8.count, utf8[end] == UInt8(ascii: " ") || utf8[end] == UInt8(ascii: "\t") { end += 1 }
    guard end < utf8.count, utf8[end] == UInt8(ascii: "\n") || utf8[end] == UInt8(ascii: "\r") else { return range }
    var start = range.lowerBound - indentation.utf8.count
    if start > 0, utf8[start - 1] == UInt8(ascii: "\n") { start -= 1 }
    if start > 0, utf8[start - 1] == UInt8(ascii: "\r") { start -= 1 }
    return start..<end
  }

  /// A text without the white space at its ends.
  func trimmed(_ span: SourceSpan) -> SourceSpan {
    var range = span.utf8.clamped(to: 0..<utf8.count)
    while let first = range.first, isSpaceByte(utf8[first]) { range = (first + 1)..<range.upperBound }
    while let last = range.last, isSpaceByte(utf8[last]) { range = range.lowerBound..<last }
    return SourceSpan(source, range)
  }

  /// The words of a value with their places; the whole value where references hide the places.
  func words(in value: Located<String>) -> [Located<String>] {
    guard characters(value.span) == value.value else { return [value] }
    return utf8[value.span.utf8].split(whereSeparator: isSpaceByte).map {
      Located(String(decoding: $0, as: UTF8.self), at: span($0.startIndex..<$0.endIndex))
    }
  }

  /// A span of this document.
  func span(_ range: Range<Int>) -> SourceSpan { SourceSpan(source, range) }

  private func isEmptyTag(_ element: Element) -> Bool {
    element.tagSpan.utf8.upperBound == element.span.utf8.upperBound
  }
}

/// Whether XML counts the byte as white space.
func isSpaceByte(_ byte: UInt8) -> Bool {
  byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
}

/// A text as it is written in an attribute's value or between tags.
func escaped(_ text: String) -> String {
  var written = ""
  for character in text {
    switch character {
    case "&": written += "&amp;"
    case "<": written += "&lt;"
    case ">": written += "&gt;"
    case "\"": written += "&quot;"
    default: written.append(character)
    }
  }
  return written
}
