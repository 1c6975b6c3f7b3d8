/// Values whose quotation marks were mistyped: libxml2 reports what comes of it further on, so the tag's own bytes are
/// read again from its beginning.
extension TreeRecorder {
  /// The fault of the first value that breaks the tag in which libxml2 stopped at `at`; nil where no mark explains it.
  ///
  /// O(n) for n bytes of the tag and of the line behind it.
  func brokenValue(before at: Int) -> MarkupFault? {
    let tag = start(of: UInt8(ascii: "<"), before: at)
    guard tag < count, byte(tag) == UInt8(ascii: "<") else { return nil }
    let tagName = tag + 1..<endOfName(from: tag + 1)
    var index = tagName.upperBound
    while let value = value(from: index) {
      if value.isClosed, isSoundAfterValue(value.range.upperBound + 1) {
        index = value.range.upperBound + 1
      } else {
        return fault(of: value, inTagNamed: tagName)
      }
    }
    return nil
  }

  /// The tag in which libxml2 stopped at `at` where another one begins within it, so that its `>` is missing.
  func unfinishedTag(before at: Int) -> MarkupFault? {
    // libxml2 stops at the next tag where the end of this one is all that is missing.
    let tag = start(of: UInt8(ascii: "<"), before: at)
    guard tag < count, byte(tag) == UInt8(ascii: "<") else { return nil }
    let isEnd = tag + 1 < count && byte(tag + 1) == UInt8(ascii: "/")
    let name = tag + (isEnd ? 2 : 1)..<endOfName(from: tag + (isEnd ? 2 : 1))
    guard !name.isEmpty else { return nil }
    var end = name.upperBound
    while let value = value(from: end) {
      // A sign within a value is another fault.
      guard value.isClosed else { return nil }
      end = value.range.upperBound + 1
    }
    var next = end
    while next < count, byte(next) != UInt8(ascii: "<"), byte(next) != UInt8(ascii: ">") { next += 1 }
    guard next < count, byte(next) == UInt8(ascii: "<") else { return nil }
    return MarkupFault(.unfinishedTag(name: characters(name), isEnd: isEnd), at: tag..<end)
  }

  /// The value that begins here without a quotation mark of XML's, and where it ends; between others, it may hold spaces.
  func unquotedValue(from start: Int) -> (value: String, end: Int) {
    var lineEnd = start
    while lineEnd < count, ![UInt8(ascii: "\n"), UInt8(ascii: "<"), UInt8(ascii: ">")].contains(byte(lineEnd)) {
      lineEnd += 1
    }
    let rest = characters(start..<lineEnd)
    let end = rest.first.flatMap { endOfMarked(rest, by: $0) } ?? endOfBare(rest)
    let value = rest[..<end].drop { otherMarks.contains($0) || $0.isWhitespace }
    let bare = value.reversed().drop { (otherMarks + "\"'").contains($0) || $0.isWhitespace }.reversed()
    return (String(bare), min(count, start + rest[..<end].utf8.count))
  }

  /// Where a value between other marks ends; an apostrophe within double ones is one of the text.
  private func endOfMarked(_ rest: String, by mark: Character) -> String.Index? {
    guard otherMarks.contains(mark) else { return nil }
    let closing = doubleMarks.contains(mark) ? doubleMarks + "\"" : otherMarks + "\"'"
    return rest.dropFirst().firstIndex(where: closing.contains).map(rest.index(after:))
  }

  /// Where a value between no marks ends: at a blank, or with the tag.
  private func endOfBare(_ rest: String) -> String.Index {
    if let blank = rest.firstIndex(where: \.isWhitespace) { return blank }
    return rest.last == "/" ? rest.index(before: rest.endIndex) : rest.endIndex
  }

  /// The name of an attribute that ends here, blanks between, for one that was given no value.
  func attributeName(before at: Int) -> Range<Int> {
    var end = min(at, count)
    while end > 0, isBlank(end - 1) { end -= 1 }
    var start = end
    while start > 0, isName(start - 1) { start -= 1 }
    return start..<end
  }

  // MARK: Faults

  private func fault(of value: WrittenValue, inTagNamed tagName: Range<Int>) -> MarkupFault? {
    guard let (boundary, isCertain) = boundary(in: value, ofTagNamed: tagName) else {
      return value.isClosed ? faultBehind(value) : nil
    }
    let name = characters(value.name)
    let written = characters(value.range.lowerBound..<boundary)
    let bare = trimmed(written)
    let marks = value.quote == "\"" ? doubleMarks : otherMarks
    if let mark = bare.last, marks.contains(mark), !bare.dropLast().contains(where: openingMarks.contains) {
      let kept = trimmed(String(bare.dropLast()))
      return MarkupFault(
        .closedByOtherMark(quote: value.quote, mark: String(mark)),
        at: (value.range.lowerBound + kept.utf8.count)..<(value.range.lowerBound + bare.utf8.count))
    }
    return MarkupFault(
      .unclosedValue(name: name, quote: value.quote, isCertain: isCertain),
      at: (value.range.lowerBound - 1)..<(value.range.lowerBound + bare.utf8.count))
  }

  /// What is wrong behind a value that is closed as it should be: no space, or its own mark once more.
  private func faultBehind(_ value: WrittenValue) -> MarkupFault? {
    let next = value.range.upperBound + 1
    // A name and a mark right behind it are an attribute whose equals sign is missing.
    let name = afterBlanks(next)
    if name > next, endOfName(from: name) > name, isQuote(endOfName(from: name)) { return nil }
    if next < count, isName(next), isAttribute(from: next) {
      let name = next..<endOfName(from: next)
      return MarkupFault(.missingSpace(name: characters(name)), at: name)
    }
    var marks = [value.range.upperBound]
    var index = next
    while index < count, byte(index) != UInt8(ascii: "<"), byte(index) != UInt8(ascii: "\n") {
      if byte(index) == value.mark {
        let before = attributeName(before: index).upperBound
        if before > next, byte(before - 1) == UInt8(ascii: "=") { return nil }
        if isSoundAfterValue(index + 1) {
          return MarkupFault(
            .quoteInValue(name: characters(value.name), quote: value.quote, marks: marks), at: marks[0]..<marks[0] + 1)
        }
        marks.append(index)
      }
      index += 1
    }
    return nil
  }

  /// Where a value was meant to end: before another attribute, or with the tag.
  private func boundary(in value: WrittenValue, ofTagNamed tagName: Range<Int>) -> (end: Int, isCertain: Bool)? {
    var tagEnd: Int?
    for index in value.range {
      if byte(index) == UInt8(ascii: ">"), tagEnd == nil {
        tagEnd = index
        // A tag that hides no other attribute ends here.
        if !value.isClosed { break }
      } else if isBlank(index), isAttribute(from: index) {
        return (index, tagEnd == nil)
      }
    }
    guard let tagEnd else { return nil }
    let slash = tagEnd - 1
    guard slash >= value.range.lowerBound, byte(slash) == UInt8(ascii: "/") else { return (tagEnd, !value.isClosed) }
    return (isClosed(tagName, after: tagEnd) ? tagEnd : slash, !value.isClosed)
  }

  /// Whether the next tag behind here closes this one, so that a slash before belongs to its value.
  private func isClosed(_ tagName: Range<Int>, after index: Int) -> Bool {
    var next = index
    while next < count, byte(next) != UInt8(ascii: "<") { next += 1 }
    let ending = "</" + characters(tagName)
    return characters(next..<min(count, next + ending.utf8.count)) == ending
  }

  // MARK: Scanning

  /// The value of the attribute that is next from here.
  private func value(from index: Int) -> WrittenValue? {
    let name = afterBlanks(index)
    let end = endOfName(from: name)
    var index = afterBlanks(end)
    guard end > name, index < count, byte(index) == UInt8(ascii: "=") else { return nil }
    index = afterBlanks(index + 1)
    guard isQuote(index) else { return nil }
    let start = index + 1
    index = start
    while index < count, byte(index) != byte(start - 1), byte(index) != UInt8(ascii: "<") { index += 1 }
    let isClosed = index < count && byte(index) == byte(start - 1)
    return WrittenValue(name: name..<end, mark: byte(start - 1), range: start..<index, isClosed: isClosed)
  }

  /// Whether a tag goes on here as it may behind a value: it ends, or another attribute follows.
  private func isSoundAfterValue(_ index: Int) -> Bool {
    let next = afterBlanks(index)
    guard next < count else { return false }
    if [UInt8(ascii: ">"), UInt8(ascii: "/"), UInt8(ascii: "?")].contains(byte(next)) { return true }
    return next > index && isAttribute(from: next)
  }

  /// Whether an attribute begins here: a name, an equals sign and a quotation mark, blanks between.
  private func isAttribute(from index: Int) -> Bool {
    let name = afterBlanks(index)
    let end = endOfName(from: name)
    let sign = afterBlanks(end)
    guard end > name, sign < count, byte(sign) == UInt8(ascii: "=") else { return false }
    let mark = afterBlanks(sign + 1)
    return isQuote(mark)
  }

  private func afterBlanks(_ index: Int) -> Int {
    var index = index
    while index < count, isBlank(index) { index += 1 }
    return index
  }

  private func endOfName(from index: Int) -> Int {
    var index = index
    while index < count, isName(index) { index += 1 }
    return index
  }

  private func isBlank(_ index: Int) -> Bool { [0x20, 0x09, 0x0A, 0x0D].contains(byte(index)) }

  private func isQuote(_ index: Int) -> Bool {
    index < count && [UInt8(ascii: "\""), UInt8(ascii: "'")].contains(byte(index))
  }

  private func isName(_ index: Int) -> Bool {
    switch byte(index) {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: ":"),
      UInt8(ascii: "_"):
      true
    default: false
    }
  }
}

/// A value as it stands between its mark and the next such mark, or the next tag.
private struct WrittenValue {
  let name: Range<Int>
  let mark: UInt8
  let range: Range<Int>
  let isClosed: Bool

  var quote: String { mark == UInt8(ascii: "'") ? "'" : "\"" }
}

private let doubleMarks = "“”„‟«»″"
private let otherMarks = doubleMarks + "‘’‚‹›`´"
private let openingMarks = "“„«‘‚‹"

/// The text without blanks at its end, no-break ones included, which French puts before a guillemet.
private func trimmed(_ text: String) -> String {
  String(text.reversed().drop(while: \.isWhitespace).reversed())
}
