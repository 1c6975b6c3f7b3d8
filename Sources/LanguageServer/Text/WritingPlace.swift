internal import RelaxNG

/// Where in a document an author is writing: found by a scan of the tags before, so that it may be unfinished or wrong.
struct WritingPlace: Equatable {
  /// What is being written.
  enum Kind: Equatable {
    /// Between tags.
    case content
    /// The name of an element, from the byte after `<`.
    case elementName(from: Int)
    /// The name of an end tag, from the byte after `</`.
    case endTag(from: Int)
    /// The name of an attribute, or white space before one.
    case attributeName(from: Int)
    /// The value of an attribute; `word` is where the word at the cursor begins.
    case value(of: String, word: Int)
    /// A comment or the like, where nothing of ours is written.
    case elsewhere
  }

  /// What is being written.
  var kind = Kind.content
  /// The open elements, the outermost first; for attributes and values the last one is that of the tag.
  var path: [OpenElement] = []
  /// The values of the attributes of the tag, by name.
  var values: [String: String] = [:]

  /// The place at an offset; O(n) for n bytes before it and in its tag.
  init(at cursor: Int, in utf8: [UInt8]) {
    var scan = TagScan(utf8: utf8, cursor: min(cursor, utf8.count))
    scan.run()
    self = scan.place
  }

  fileprivate init() {}
}

/// The scan that finds a place.
private struct TagScan {
  let utf8: [UInt8]
  let cursor: Int
  var place = WritingPlace()
  private var index = 0

  init(utf8: [UInt8], cursor: Int) {
    self.utf8 = utf8
    self.cursor = cursor
  }

  mutating func run() {
    let sections = [("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>"), ("<!", ">")]
    while index < cursor {
      guard utf8[index] == UInt8(ascii: "<") else {
        index += 1
        continue
      }
      if let section = sections.first(where: { utf8[index...].starts(with: $0.0.utf8) }) {
        guard skip(past: section.1) else {
          place.kind = .elsewhere
          return
        }
      } else if index + 1 < utf8.count, utf8[index + 1] == UInt8(ascii: "/") {
        guard endTag() else { return }
      } else {
        guard startTag() else { return }
      }
    }
  }

  /// Goes past a section; false where the cursor is in it.
  private mutating func skip(past closing: String) -> Bool {
    var end = index
    while end < utf8.count, !utf8[end...].starts(with: closing.utf8) { end += 1 }
    guard end < utf8.count, end + closing.utf8.count <= cursor else { return false }
    index = end + closing.utf8.count
    return true
  }

  /// Reads an end tag; false where the cursor is in it.
  private mutating func endTag() -> Bool {
    let start = index + 2
    index = start
    while index < utf8.count, !isDelimiter(utf8[index]) { index += 1 }
    guard cursor > index else {
      place.kind = .endTag(from: min(start, cursor))
      return false
    }
    close(local(start..<index))
    while index < cursor, utf8[index] != UInt8(ascii: ">"), utf8[index] != UInt8(ascii: "<") { index += 1 }
    if index < cursor, utf8[index] == UInt8(ascii: ">") { index += 1 }
    return true
  }

  /// Closes the innermost element of this name, and with it those that were forgotten inside.
  private mutating func close(_ name: String) {
    guard let open = place.path.lastIndex(where: { $0.name == name }) else { return }
    place.path.removeSubrange(open...)
    if !place.path.isEmpty { place.path[place.path.count - 1].children.append(name) }
  }

  /// Reads a start tag; false where the cursor is in it.
  private mutating func startTag() -> Bool {
    let start = index + 1
    index = start
    while index < utf8.count, !isDelimiter(utf8[index]) { index += 1 }
    guard cursor > index else {
      place.kind = .elementName(from: min(start, cursor))
      return false
    }
    var element = OpenElement(local(start..<index))
    var kind: WritingPlace.Kind?
    var values: [String: String] = [:]
    var isEmpty = false
    while index < utf8.count {
      let byte = utf8[index]
      if byte == UInt8(ascii: "<") { break }
      if byte == UInt8(ascii: ">") {
        if cursor <= index, kind == nil { kind = .attributeName(from: cursor) }
        index += 1
        break
      }
      isEmpty = byte == UInt8(ascii: "/")
      if isDelimiter(byte) {
        if cursor == index, kind == nil { kind = .attributeName(from: cursor) }
        index += 1
        continue
      }
      readAttribute(&element, &values, &kind)
    }
    if kind == nil, cursor < index || index == utf8.count && utf8.last != UInt8(ascii: ">") {
      kind = .attributeName(from: cursor)
    }
    if let kind {
      place.kind = kind
      place.values = values
      place.path.append(element)
      return false
    }
    if isEmpty {
      if !place.path.isEmpty { place.path[place.path.count - 1].children.append(element.name) }
    } else {
      place.path.append(element)
    }
    return true
  }

  private mutating func readAttribute(
    _ element: inout OpenElement, _ values: inout [String: String], _ kind: inout WritingPlace.Kind?
  ) {
    let start = index
    while index < utf8.count, !isDelimiter(utf8[index]), utf8[index] != UInt8(ascii: "=") { index += 1 }
    let attribute = name(start..<index)
    let isWritten = cursor >= start && cursor <= index
    if isWritten, kind == nil { kind = .attributeName(from: start) }
    while index < utf8.count, isSpace(utf8[index]), index != cursor { index += 1 }
    guard index < utf8.count, utf8[index] == UInt8(ascii: "=") else {
      if !isWritten { element.attributes.append(attribute) }
      return
    }
    element.attributes.append(attribute)
    index += 1
    while index < utf8.count, isSpace(utf8[index]) { index += 1 }
    guard index < utf8.count, utf8[index] == UInt8(ascii: "\"") || utf8[index] == UInt8(ascii: "'") else { return }
    let quote = utf8[index]
    let valueStart = index + 1
    var end = valueStart
    while end < utf8.count, utf8[end] != quote, utf8[end] != UInt8(ascii: "<") { end += 1 }
    values[attribute] = name(valueStart..<end)
    if cursor >= valueStart, cursor <= end, kind == nil {
      var word = cursor
      while word > valueStart, !isSpace(utf8[word - 1]) { word -= 1 }
      kind = .value(of: attribute, word: word)
    }
    index = end < utf8.count && utf8[end] == quote ? end + 1 : end
  }

  /// A name without its prefix.
  private func local(_ range: Range<Int>) -> String {
    name(range).split(separator: ":").last.map(String.init) ?? ""
  }

  private func name(_ range: Range<Int>) -> String { String(decoding: utf8[range], as: UTF8.self) }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D }

  private func isDelimiter(_ byte: UInt8) -> Bool {
    isSpace(byte) || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "<")
  }
}
