import Bilingual
internal import SwiftCSV

/// Records of a CSV file (RFC 4180) from its bytes, piece by piece, so that a file of any length takes no memory.
///
/// SwiftCSV takes records apart into fields; it knows neither lines nor pieces, and reports one fault for a whole file,
/// so where a record ends is found here. UTF-8 with or without a byte order mark; commas, semicolons (as spreadsheets
/// write them where the comma is a decimal sign) or tabs, whichever the first record has.
package struct TableScanner {
  /// A record and the line on which it begins.
  package struct Record {
    /// The line, from 1.
    package let line: Int
    /// The fields; or what is wrong.
    package let fields: Result<[String], RecordFault>
  }

  /// A record longer than this is taken for a quotation mark that nobody closed.
  private static let longestRecord = 1 << 20

  private var record: [UInt8] = []
  private var line = 1
  private var firstLine = 1
  private var delimiter: UInt8?
  private var place = Place.start
  private var followsReturn = false
  private var isBroken = false

  private enum Place {
    case start, plain, quoted, closing
  }

  /// A scanner at the beginning of a file.
  package init() {}

  /// Takes further bytes and hands over the records that are complete.
  package mutating func take(_ bytes: some Sequence<UInt8>, _ body: (Record) throws -> Void) rethrows {
    for byte in bytes where !isBroken { try take(byte, body) }
  }

  /// Says that the file ends, and hands over what is left.
  package mutating func finish(_ body: (Record) throws -> Void) rethrows {
    guard !isBroken else { return }
    if place == .quoted { return try body(unclosed()) }
    try end(body)
  }

  private mutating func take(_ byte: UInt8, _ body: (Record) throws -> Void) rethrows {
    let afterReturn = followsReturn
    followsReturn = byte == UInt8(ascii: "\r")
    if place != .quoted, byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
      if afterReturn, byte == UInt8(ascii: "\n") {
        firstLine = line
        return
      }
      line += 1
      return try end(body)
    }
    if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r"), !(afterReturn && byte == UInt8(ascii: "\n")) {
      line += 1
    }
    record.append(byte)
    if delimiter == nil, record == [0xEF, 0xBB, 0xBF] {
      record = []
      return
    }
    switch (place, byte) {
    case (.start, UInt8(ascii: "\"")), (.closing, UInt8(ascii: "\"")): place = .quoted
    case (.quoted, UInt8(ascii: "\"")): place = .closing
    case (.quoted, _), (.start, UInt8(ascii: " ")): break
    default: place = isDelimiter(byte) ? .start : .plain
    }
    if record.count > Self.longestRecord {
      isBroken = true
      try body(unclosed())
    }
  }

  private func isDelimiter(_ byte: UInt8) -> Bool {
    delimiter.map { $0 == byte } ?? Self.delimiters.contains(byte)
  }

  private static let delimiters = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]

  private mutating func end(_ body: (Record) throws -> Void) rethrows {
    defer {
      record.removeAll(keepingCapacity: true)
      firstLine = line
      place = .start
    }
    guard !record.isEmpty else { return }
    guard let text = String(validating: record, as: UTF8.self) else {
      return try body(
        Record(
          line: firstLine,
          fields: .failure(
            RecordFault(
              Wording(en: "this is not UTF-8", fr: "ce n’est pas de l’UTF-8"),
              remedy: Wording(
                en: "save the table as “CSV UTF-8”", fr: "enregistrer le tableau en «\u{A0}CSV UTF-8\u{A0}»")))))
    }
    // Spreadsheets say so which delimiter they mean.
    if delimiter == nil, text.utf8.count == 5, text.lowercased().hasPrefix("sep="), let last = text.utf8.last {
      delimiter = last
      return
    }
    let chosen = delimiter ?? CSVDelimiter.guessed(string: text).rawValue.asciiValue ?? UInt8(ascii: ",")
    delimiter = chosen
    let fields = Self.fields(of: text, chosen)
    if case .success(let fields) = fields, fields.allSatisfy({ $0.trimmed.isEmpty }) { return }
    try body(Record(line: firstLine, fields: fields))
  }

  private static func fields(of text: String, _ delimiter: UInt8) -> Result<[String], RecordFault> {
    do {
      // The line feed keeps SwiftCSV from dropping an empty field at the end.
      let table = try CSV<Enumerated>(
        string: text + "\n", delimiter: .character(Character(Unicode.Scalar(delimiter))), loadColumns: false)
      return .success(table.header)
    } catch {
      return .failure(
        RecordFault(
          Wording(
            en: "a quotation mark stands within a field", fr: "un guillemet se trouve au milieu d’un champ"),
          remedy: Wording(
            en: "put the field in quotation marks, and double those within it",
            fr: "mettre le champ entre guillemets, et doubler ceux qu’il contient")))
    }
  }

  private func unclosed() -> Record {
    Record(
      line: firstLine,
      fields: .failure(
        RecordFault(
          Wording(
            en: "a quotation mark opens here and is never closed",
            fr: "un guillemet s’ouvre ici et n’est jamais fermé"))))
  }
}

extension StringProtocol {
  /// The text without white space around it.
  var trimmed: SubSequence {
    let rest = drop(while: \.isWhitespace)
    return rest.lastIndex { !$0.isWhitespace }.map { rest[...$0] } ?? rest[rest.startIndex..<rest.startIndex]
  }
}

/// A record as RFC 4180 writes it, with its line ending.
package func tableLine(_ fields: [String]) -> String {
  let written = fields.map { field in
    let needsQuotes =
      field.utf8.contains { [0x22, 0x2C, 0x3B, 0x0A, 0x0D, 0x09].contains($0) } || field.first?.isWhitespace == true
      || field.last?.isWhitespace == true
    return needsQuotes ? "\"" + field.replacing("\"", with: "\"\"") + "\"" : field
  }
  return written.joined(separator: ",") + "\r\n"
}
