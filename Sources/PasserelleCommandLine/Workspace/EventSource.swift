import RecordExchange

/// The events that a file tells of, as named texts, one after the other: a CSV file or xAPI statements.
final class EventSource {
  private let file: InputFile
  private let option: ProgressOption
  /// The bytes of a file that cannot be read twice.
  private let kept: [UInt8]?
  private let isJSON: Bool
  /// The names of columns that are passed over.
  private(set) var ignoredColumns: [String] = []

  /// A source; what cannot be read twice is kept.
  init(_ file: InputFile, _ option: ProgressOption) throws {
    self.file = file
    self.option = option
    kept = file.isRepeatable ? nil : try file.bytes()
    var first: UInt8?
    func look(_ bytes: [UInt8]) {
      first = first ?? bytes.first { ![0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF].contains($0) }
    }
    if let kept { look(kept) } else { try file.read(look) }
    isJSON = first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
  }

  /// Hands over the fields of each event, with its line; or what is wrong there.
  func read(_ done: String, _ body: (Int, Result<EventFields, RecordFault>) throws -> Void) throws {
    try withoutActuallyEscaping(body) { try read(done, handing: $0) }
  }

  private func read(_ done: String, handing body: @escaping Body) throws {
    var line = ProgressLine(option)
    var count = 0
    var events = 0
    let whole = kept?.count ?? file.size
    func counted(_ place: Int, _ fields: Result<EventFields, RecordFault>) throws {
      events += 1
      try body(place, fields)
    }
    let reader = isJSON ? statements : lines
    try reader(
      { take in
        if let kept { return try take(kept) }
        try file.read { bytes in
          try take(bytes)
          count += bytes.count
          line.show(count, of: whole, "(\(events) \(done))")
        }
      }, counted)
    line.clear()
  }

  private typealias Bytes = (([UInt8]) throws -> Void) throws -> Void
  private typealias Body = (Int, Result<EventFields, RecordFault>) throws -> Void

  private func lines(_ bytes: Bytes, _ body: @escaping Body) throws {
    var scanner = TableScanner()
    var reader = EventTableReader()
    func take(_ record: TableScanner.Record) throws {
      let told = Result { () throws(RecordFault) in try reader.fields(record) }
      switch told {
      case .success(nil): ignoredColumns = reader.ignoredColumns
      case .success(let fields?): try body(record.line, .success(fields))
      case .failure(let fault):
        try body(record.line, .failure(fault))
        if !reader.hasHeading { throw HeadingMissing() }
      }
    }
    do {
      try bytes { try scanner.take($0, take) }
      try scanner.finish(take)
    } catch is HeadingMissing {}
  }

  private func statements(_ bytes: Bytes, _ body: @escaping Body) throws {
    var scanner = StatementScanner()
    func take(_ piece: StatementScanner.Piece) throws {
      let told = piece.json.flatMap { json in Result { () throws(RecordFault) in try StatementFile.fields(json) } }
      switch told {
      case .success(let several): for fields in several { try body(piece.line, .success(fields)) }
      case .failure(let fault): try body(piece.line, .failure(fault))
      }
    }
    try bytes { try scanner.take($0, take) }
    try scanner.finish(take)
  }
}

/// Without the names of the columns, every further line would be wrong.
private struct HeadingMissing: Error {}
