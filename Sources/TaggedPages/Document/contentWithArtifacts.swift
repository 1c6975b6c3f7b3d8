/// The content of a page with every stretch outside marked sequences marked as an artifact (ISO 32000-1, 14.8.2.2);
/// nil where the sequences are not balanced, or where there is an inline picture, which Cairo does not write.
///
/// Cairo 1.16 marks what is drawn within an element and leaves the rest bare, which PDF/UA forbids. Strings are stepped
/// over, since a text may spell an operator. Marked sequences and saved graphics states need not nest, so a stretch is
/// marked whole. O(n) for n bytes.
func contentWithArtifacts(_ content: [UInt8]) -> [UInt8]? {
  var marked: [UInt8] = []
  marked.reserveCapacity(content.count + 64)
  var scanner = ContentScanner(content)
  var depth = 0
  var stretch = 0
  var paints = false
  /// Where the operands of the next operator begin.
  var statement = 0

  func close(_ stretch: Range<Int>, paints: Bool) {
    if paints { marked += "\n/Artifact BMC\n".utf8 }
    marked += content[stretch]
    if paints { marked += "\nEMC\n".utf8 }
  }

  while let word = scanner.next() {
    switch word {
    case .operand: continue
    case .operation(let range):
      switch String(decoding: content[range], as: UTF8.self) {
      case "BMC", "BDC":
        if depth == 0 {
          close(stretch..<statement, paints: paints)
          stretch = statement
          paints = false
        }
        depth += 1
      case "EMC":
        depth -= 1
        guard depth >= 0 else { return nil }
        if depth == 0 {
          marked += content[stretch..<range.upperBound]
          stretch = range.upperBound
        }
      case "BI": return nil
      case "f", "F", "f*", "S", "s", "B", "B*", "b", "b*", "Do", "sh", "Tj", "TJ", "'", "\"":
        if depth == 0 { paints = true }
      default: break
      }
      statement = range.upperBound
    }
  }
  guard depth == 0 else { return nil }
  close(stretch..<content.count, paints: paints)
  return marked
}

/// The words of a content stream: its operators with their places, and everything else.
private struct ContentScanner {
  enum Word {
    case operand
    case operation(Range<Int>)
  }

  private let content: [UInt8]
  private var place = 0

  init(_ content: [UInt8]) {
    self.content = content
  }

  mutating func next() -> Word? {
    while place < content.count, isSpace(content[place]) { place += 1 }
    guard place < content.count else { return nil }
    switch content[place] {
    case UInt8(ascii: "("): skipString()
    case UInt8(ascii: "<") where place + 1 < content.count && content[place + 1] != UInt8(ascii: "<"):
      while place < content.count, content[place] != UInt8(ascii: ">") { place += 1 }
      place += 1
    case UInt8(ascii: "%"):
      while place < content.count, content[place] != 0x0A, content[place] != 0x0D { place += 1 }
    case UInt8(ascii: "/"):
      place += 1
      skipRegular()
    case let byte where isDelimiter(byte): place += 1
    case let byte where isNumeric(byte): skipRegular()
    default:
      let start = place
      skipRegular()
      return .operation(start..<place)
    }
    return .operand
  }

  private mutating func skipRegular() {
    while place < content.count, !isSpace(content[place]), !isDelimiter(content[place]) { place += 1 }
  }

  private mutating func skipString() {
    var depth = 0
    while place < content.count {
      switch content[place] {
      case UInt8(ascii: "\\"): place += 1
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth -= 1
      default: break
      }
      place += 1
      if depth == 0 { return }
    }
  }

  private func isSpace(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x00, 0x09, 0x0A, 0x0C, 0x0D, 0x20: true
    default: false
    }
  }

  private func isDelimiter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "["),
      UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "/"), UInt8(ascii: "%"):
      true
    default: false
    }
  }

  private func isNumeric(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "0")...UInt8(ascii: "9"): true
    default: false
    }
  }
}
