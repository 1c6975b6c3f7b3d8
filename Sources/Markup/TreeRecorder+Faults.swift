internal import CLibXML2

extension TreeRecorder {
  /// Writes down libxml2's first error as a typed fault at its place.
  mutating func note(_ code: xmlParserErrors, message: String, offset: Int) {
    guard fault == nil else { return }
    let at = min(offset, count)
    switch code {
    case XML_ERR_LT_IN_ATTRIBUTE, XML_ERR_ATTRIBUTE_NOT_FINISHED, XML_ERR_SPACE_REQUIRED,
      XML_ERR_ATTRIBUTE_WITHOUT_VALUE, XML_ERR_GT_REQUIRED:
      if let found = brokenValue(before: at) ?? unfinishedTag(before: at) {
        note(found.kind, at: found.utf8)
      } else {
        noteInTag(code, message: message, at: at)
      }
    case XML_ERR_TAG_NAME_MISMATCH:
      let closing = endTag(before: at)
      if let innermost { noteMismatch(innermost.name, innermost.tag, closing) }
    case XML_ERR_TAG_NOT_FINISHED, XML_ERR_DOCUMENT_EMPTY:
      noteUnfinished(at)
    case XML_ERR_DOCUMENT_END:
      note(.afterEnd, at: at..<min(at + 1, count))
    case XML_ERR_UNDECLARED_ENTITY, XML_WAR_UNDECLARED_ENTITY:
      let reference = start(of: UInt8(ascii: "&"), before: at)..<at
      note(.unknownEntity(name: characters(reference).filter { $0 != "&" && $0 != ";" }), at: reference)
    case XML_ERR_NAME_REQUIRED where at > 0 && byte(at - 1) == UInt8(ascii: "&"):
      note(.bareAmpersand, at: (at - 1)..<at)
    case XML_ERR_NAME_REQUIRED
    where innermost != nil && at > 0 && at < count && byte(at - 1) == UInt8(ascii: "<")
      && byte(at) == UInt8(ascii: "\\"):
      note(.backslash, at: at..<at + 1)
    case XML_ERR_HYPHEN_IN_COMMENT:
      noteHyphens(before: at)
    case XML_ERR_NAME_REQUIRED where innermost != nil && at > 0 && byte(at - 1) == UInt8(ascii: "<"):
      note(.bareLessThan, at: (at - 1)..<at)
    case XML_ERR_ENTITYREF_SEMICOL_MISSING:
      note(.bareAmpersand, at: start(of: UInt8(ascii: "&"), before: at)..<at)
    case XML_ERR_ATTRIBUTE_REDEFINED:
      note(.duplicateAttribute(name: quoted(in: message)), at: start(of: UInt8(ascii: "<"), before: at)..<at)
    case XML_ERR_ATTRIBUTE_NOT_STARTED:
      let (value, end) = unquotedValue(from: at)
      note(.unquotedValue(value), at: at..<end)
    case XML_NS_ERR_UNDEFINED_NAMESPACE:
      note(.unknownPrefix, at: start(of: UInt8(ascii: "<"), before: at)..<at)
    case XML_ERR_INVALID_CHAR:
      note(.forbiddenCharacter, at: at..<min(at + 1, count))
    case XML_ERR_NAME_REQUIRED:
      if let found = unfinishedTag(before: at) { note(found.kind, at: found.utf8) } else { noteOther(message, at: at) }
    default:
      noteOther(message, at: at)
    }
  }

  /// A fault of a tag that no quotation mark explains.
  private mutating func noteInTag(_ code: xmlParserErrors, message: String, at: Int) {
    switch code {
    case XML_ERR_LT_IN_ATTRIBUTE:
      note(.lessThanInValue, at: at..<min(at + 1, count))
    case XML_ERR_ATTRIBUTE_WITHOUT_VALUE where at < count:
      let name = attributeName(before: at)
      let isQuoted = [UInt8(ascii: "\""), UInt8(ascii: "'")].contains(byte(at))
      note(.attributeWithoutValue(name: characters(name), isQuoted: isQuoted), at: name)
    default: noteOther(message, at: at)
    }
  }

  /// Two hyphens within a comment, or those that are too many before its end.
  private mutating func noteHyphens(before at: Int) {
    let hyphen = UInt8(ascii: "-")
    var first = at < count && byte(at) == hyphen ? at : start(of: hyphen, before: at)
    while first > 0, byte(first - 1) == hyphen { first -= 1 }
    var end = first
    while end < count, byte(end) == hyphen { end += 1 }
    let isEnd = end < count && byte(end) == UInt8(ascii: ">") && end - first > 2
    note(.hyphensInComment(atEnd: isEnd), at: first..<(isEnd ? end - 2 : max(first, end)))
  }

  private mutating func noteOther(_ message: String, at: Int) {
    if at >= count {
      noteUnfinished(at)
    } else {
      note(.other(message: oneLine(message)), at: at..<min(at + 1, count))
    }
  }

  /// The place of the document type declaration that ends here.
  func startOfDoctype(before end: Int) -> Int {
    start(of: UInt8(ascii: "<"), before: end)
  }

  /// An end tag that is not the innermost element's: of one around it, or of none that is open.
  private mutating func noteMismatch(_ open: String, _ openAt: Range<Int>, _ closing: Range<Int>) {
    let closed = name(in: closing)
    if isOpenAgain, openAt.count == open.utf8.count + 2, endOfText(after: openAt.upperBound, before: closing) == nil {
      return note(.openedAgain(name: open), at: openAt)
    }
    guard isOpenAround(closed) else {
      let text = unopenedText(before: closing.lowerBound, behind: openAt)
      if let start = text?.lowerBound, characters(start..<min(count, start + closed.utf8.count + 1)) == closed + ">" {
        return note(.halfOpened(name: closed), at: start..<(start + closed.utf8.count + 1))
      }
      return note(.mismatchedTag(open: open, openAt: openAt, closed: closed, text: text), at: closing)
    }
    note(
      .forgottenEnd(
        name: open, textEnd: endOfText(after: openAt.upperBound, before: closing), closed: closed, closedAt: closing),
      at: openAt)
  }

  /// The words before an end tag for which a start tag may be missing: they do not begin right behind the tag that is
  /// open, and stand on the end tag's line.
  private func unopenedText(before closing: Int, behind open: Range<Int>) -> Range<Int>? {
    var start = closing
    while start > open.upperBound,
      ![UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "<")].contains(byte(start - 1))
    {
      start -= 1
    }
    if start > 0, byte(start - 1) == UInt8(ascii: "<") {
      while start < closing, byte(start) != UInt8(ascii: ">") { start += 1 }
      start += 1
    } else if start <= open.upperBound {
      return nil
    }
    while start < closing, byte(start) <= UInt8(ascii: " ") { start += 1 }
    return start < closing ? start..<closing : nil
  }

  /// Where the words behind a start tag end, if they end with its line or with the end tag of an element around.
  private func endOfText(after tag: Int, before closing: Range<Int>) -> Int? {
    var end = tag
    while end < count, ![UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "<")].contains(byte(end)) { end += 1 }
    guard end < count, byte(end) != UInt8(ascii: "<") || end == closing.lowerBound else { return nil }
    while end > tag, byte(end - 1) <= UInt8(ascii: " ") { end -= 1 }
    return end > tag ? end : nil
  }

  private mutating func noteUnfinished(_ at: Int) {
    if let innermost {
      note(.unclosed(name: innermost.name, openAt: innermost.tag), at: at..<at)
    } else {
      note(depth == 0 && at < count ? .other(message: "") : .empty, at: at..<min(at + 1, count))
    }
  }

  private func endTag(before offset: Int) -> Range<Int> {
    let start = start(of: UInt8(ascii: "<"), before: offset)
    var end = offset
    while end < count, end > 0, byte(end - 1) != UInt8(ascii: ">"), byte(end - 1) != UInt8(ascii: "\n") { end += 1 }
    return start..<max(start, end)
  }

  private func name(in tag: Range<Int>) -> String {
    String(characters(tag).drop { "</".contains($0) }.prefix { !"> \n\t\r/".contains($0) })
  }

  /// The last place before an offset where this byte stands.
  func start(of wanted: UInt8, before offset: Int) -> Int {
    var index = max(0, min(offset, count) - 1)
    while index > 0, byte(index) != wanted { index -= 1 }
    return index
  }

  private func oneLine(_ message: String) -> String {
    String(message.split(separator: "\n").first ?? "")
  }

  private func quoted(in message: String) -> String {
    String(message.split(separator: " ").dropFirst().first ?? "")
  }
}
