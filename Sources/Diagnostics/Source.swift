/// A document among those that one run reads.
package struct SourceID: Hashable, Comparable, Sendable, Codable {
  /// The document's place in `Sources`.
  package let index: Int

  /// A document by its place.
  package init(index: Int) {
    self.index = index
  }

  package static func < (a: Self, b: Self) -> Bool { a.index < b.index }
}

/// A stretch of one document.
package struct SourceSpan: Hashable, Comparable, Sendable, Codable {
  /// The document.
  package let source: SourceID
  /// Offsets into the document's UTF-8.
  package let utf8: Range<Int>

  /// A stretch by document and UTF-8 offsets.
  package init(_ source: SourceID, _ utf8: Range<Int>) {
    self.source = source
    self.utf8 = utf8
  }

  package static func < (a: Self, b: Self) -> Bool {
    (a.source.index, a.utf8.lowerBound, a.utf8.upperBound) < (b.source.index, b.utf8.lowerBound, b.utf8.upperBound)
  }
}

/// A place in a document as people count it: lines and columns from 1, columns in Unicode scalars.
package struct SourcePosition: Hashable, Comparable, Sendable {
  /// The line, from 1.
  package let line: Int
  /// The column, from 1, in Unicode scalars.
  package let column: Int

  /// A place by line and column.
  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  package static func < (a: Self, b: Self) -> Bool { (a.line, a.column) < (b.line, b.column) }
}

/// A document's name and its characters.
package struct Source: Sendable {
  /// The path as the user knows it.
  package let path: String
  /// The characters in UTF-8, whatever the file's encoding was.
  package let utf8: [UInt8]
  /// The places of every 4,096th byte of a large document, so that many places in it are found in linear time.
  private let milestones: [SourcePosition]

  private static let stride = 4096

  /// A document from its name and characters.
  package init(path: String, utf8: [UInt8]) {
    self.path = path
    self.utf8 = utf8
    milestones = utf8.count > 1 << 16 ? Self.milestones(in: utf8) : []
  }

  /// The place of an offset, where lines end at LF, CR or CR LF, as in XML.
  ///
  /// O(n) for n bytes before the offset, and at most 65,536 of them.
  package func position(at offset: Int) -> SourcePosition {
    let end = min(max(offset, 0), utf8.count)
    let milestone = milestones.isEmpty ? 0 : min(end / Self.stride, milestones.count - 1)
    let start = milestones.isEmpty ? SourcePosition(line: 1, column: 1) : milestones[milestone]
    return Self.position(in: utf8, at: end, from: milestone * Self.stride, start)
  }

  private static func milestones(in utf8: [UInt8]) -> [SourcePosition] {
    var found = [SourcePosition(line: 1, column: 1)]
    for offset in Swift.stride(from: stride, through: utf8.count, by: stride) {
      found.append(position(in: utf8, at: offset, from: offset - stride, found[found.count - 1]))
    }
    return found
  }

  /// The place of an offset, counted on from that of an earlier one.
  private static func position(
    in utf8: [UInt8], at end: Int, from start: Int, _ known: SourcePosition
  ) -> SourcePosition {
    var (line, column) = (known.line, known.column)
    for index in start..<end {
      if endsLine(at: index, in: utf8) {
        (line, column) = (line + 1, 1)
      } else if utf8[index] & 0xC0 != 0x80 {
        column += 1
      }
    }
    return SourcePosition(line: line, column: column)
  }

  /// The bytes of the line that holds the offset, without its end, and where it starts; of a long line, the part
  /// around the offset.
  package func line(around offset: Int) -> (start: Int, text: String) {
    let offset = min(max(offset, 0), utf8.count)
    var start = offset
    while start > 0, !isLineEnd(utf8[start - 1]), offset - start < 1000 || utf8[start] & 0xC0 == 0x80 { start -= 1 }
    var end = offset
    while end < utf8.count, !isLineEnd(utf8[end]), end - offset < 1000 || utf8[end] & 0xC0 == 0x80 { end += 1 }
    return (start, String(decoding: utf8[start..<end], as: UTF8.self))
  }

  /// How many Unicode scalars begin in a range of bytes.
  package func scalarCount(_ range: Range<Int>) -> Int {
    utf8[range.clamped(to: 0..<utf8.count)].count { $0 & 0xC0 != 0x80 }
  }

  private static func endsLine(at index: Int, in utf8: [UInt8]) -> Bool {
    switch utf8[index] {
    case UInt8(ascii: "\n"): true
    case UInt8(ascii: "\r"): index + 1 >= utf8.count || utf8[index + 1] != UInt8(ascii: "\n")
    default: false
    }
  }

  private func isLineEnd(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }
}

/// The documents that one run reads, which turn spans into lines and columns.
package struct Sources: Sendable {
  private var all: [Source]

  /// No documents, or those given, in order.
  package init(_ sources: [Source] = []) {
    all = sources
  }

  /// Adds a document and says which it is.
  package mutating func add(_ source: Source) -> SourceID {
    all.append(source)
    return SourceID(index: all.count - 1)
  }

  /// How many documents there are.
  package var count: Int { all.count }

  /// One document.
  package subscript(id: SourceID) -> Source {
    get { all[id.index] }
    set { all[id.index] = newValue }
  }

  /// Where a span starts and ends, as people count.
  package func positions(of span: SourceSpan) -> (start: SourcePosition, end: SourcePosition) {
    let source = self[span.source]
    return (source.position(at: span.utf8.lowerBound), source.position(at: span.utf8.upperBound))
  }
}
