/// Where the lines of a text begin, so that the protocol's positions and offsets into UTF-8 become each other.
///
/// Lines end at LF, CR LF or CR, as the protocol has it.
struct LineIndex: Sendable {
  /// The text in UTF-8.
  let utf8: [UInt8]
  private let starts: [Int]

  /// O(n) for n bytes.
  init(_ utf8: [UInt8]) {
    self.utf8 = utf8
    var starts = [0]
    for index in utf8.indices {
      let ends =
        utf8[index] == 0x0A
        || utf8[index] == 0x0D && (index + 1 >= utf8.count || utf8[index + 1] != 0x0A)
      if ends { starts.append(index + 1) }
    }
    self.starts = starts
  }

  /// The offset of a position; what lies beyond a line's end is the line's end, beyond the last line the text's end.
  func offset(of position: WirePosition) -> Int {
    guard position.line >= 0 else { return 0 }
    guard position.line < starts.count else { return utf8.count }
    var index = starts[position.line]
    let end = endOfLine(position.line)
    var units = 0
    while index < end, units < position.character {
      let length = scalarLength(at: index)
      let width = length == 4 ? 2 : 1
      // A position within a surrogate pair is its beginning.
      guard units + width <= position.character else { break }
      units += width
      index += length
    }
    return min(index, end)
  }

  /// The position of an offset; one within a character is that of the character.
  func position(of offset: Int) -> WirePosition {
    let offset = min(max(offset, 0), utf8.count)
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    var index = starts[low]
    var units = 0
    while index < offset {
      let length = scalarLength(at: index)
      guard index + length <= offset else { break }
      units += length == 4 ? 2 : 1
      index += length
    }
    return WirePosition(line: low, character: units)
  }

  /// The stretch between two offsets.
  func range(of utf8: Range<Int>) -> WireRange {
    WireRange(start: position(of: utf8.lowerBound), end: position(of: utf8.upperBound))
  }

  /// The text with a stretch replaced, or all of it where there is none.
  func replacing(_ range: WireRange?, with text: String) -> [UInt8] {
    guard let range else { return Array(text.utf8) }
    let start = offset(of: range.start)
    let end = max(start, offset(of: range.end))
    return Array(utf8[..<start]) + text.utf8 + utf8[end...]
  }

  /// The white space at the beginning of the line that holds an offset.
  func indentation(at offset: Int) -> String {
    let start = starts[position(of: offset).line]
    return String(decoding: utf8[start...].prefix { $0 == 0x20 || $0 == 0x09 }, as: UTF8.self)
  }

  private func endOfLine(_ line: Int) -> Int {
    guard line + 1 < starts.count else { return utf8.count }
    var end = starts[line + 1] - 1
    if end > starts[line], utf8[end] == 0x0A, utf8[end - 1] == 0x0D { end -= 1 }
    return end
  }

  private func scalarLength(at index: Int) -> Int {
    switch utf8[index] {
    case ..<0x80: 1
    case ..<0xE0: 2
    case ..<0xF0: 3
    default: 4
    }
  }
}
