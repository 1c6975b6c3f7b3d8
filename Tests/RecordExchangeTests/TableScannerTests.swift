import RecordExchange
import Testing

struct TableScannerTests {
  @Test(arguments: [
    ("a,b\r\n1,2\r\n", ["1: a|b", "2: 1|2"]),
    ("\u{FEFF}a;b\n1;2", ["1: a|b", "2: 1|2"]),
    ("\u{FEFF}\"a\";\"b;c\"\n", ["1: a|b;c"]),
    ("a\tb\r1\t\r", ["1: a|b", "2: 1|"]),
    ("sep=;\r\na,b;c\r\n", ["2: a,b|c"]),
    ("a,b\n\n,\n\"x\"\"y\r\nz\",2\n3,4\n", ["1: a|b", "4: x\"y\r\nz|2", "6: 3|4"]),
    ("a,b,\n", ["1: a|b|"]),
    ("a,b\nO'Neil \"X\",2\n3,4\n", ["1: a|b", "2: ?", "3: 3|4"]),
    ("a,b\n\"c,d\ne,f\n", ["1: a|b", "2: ?"]),
    ("", []),
  ])
  func recordsAndTheirLines(text: String, expected: [String]) {
    #expect(scan(Array(text.utf8), inPieces: 1 << 20) == expected)
    #expect(scan(Array(text.utf8), inPieces: 1) == expected)
  }

  @Test func whatIsNotUTF8IsSaid() {
    #expect(scan([0x61, 0x0A, 0xFF, 0x0A, 0x62], inPieces: 9) == ["1: a", "2: ?", "3: b"])
  }

  @Test func whatIsWrittenIsReadAgain() {
    let fields = ["", " x ", "a,b;c", "\"q\"", "line\r\nline", "é", "-"]
    #expect(scan(Array(tableLine(fields).utf8), inPieces: 3) == ["1: " + fields.joined(separator: "|")])
  }

  private func scan(_ bytes: [UInt8], inPieces size: Int) -> [String] {
    var scanner = TableScanner()
    var found: [String] = []
    func take(_ record: TableScanner.Record) {
      let fields = (try? record.fields.get())?.joined(separator: "|") ?? "?"
      found.append("\(record.line): \(fields)")
    }
    var rest = bytes[...]
    while !rest.isEmpty {
      scanner.take(rest.prefix(size), take)
      rest = rest.dropFirst(size)
    }
    scanner.finish(take)
    return found
  }
}
