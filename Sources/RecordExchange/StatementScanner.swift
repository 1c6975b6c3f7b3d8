import Bilingual

/// The JSON objects of a file, piece by piece: those of an array, or those that stand one after the other.
package struct StatementScanner {
  /// An object and the line on which it begins.
  package struct Piece {
    /// The line, from 1.
    package let line: Int
    /// The object's bytes; or what is wrong.
    package let json: Result<[UInt8], RecordFault>
  }

  private var object: [UInt8] = []
  private var depth = 0
  private var line = 1
  private var firstLine = 1
  private var isInArray = false
  private var isInString = false
  private var isEscaped = false
  private var isBroken = false

  /// A scanner at the beginning of a file.
  package init() {}

  /// Takes further bytes and hands over the objects that are complete.
  package mutating func take(_ bytes: some Sequence<UInt8>, _ body: (Piece) throws -> Void) rethrows {
    for byte in bytes where !isBroken { try take(byte, body) }
  }

  /// Says that the file ends.
  package mutating func finish(_ body: (Piece) throws -> Void) rethrows {
    guard !isBroken, depth > 0 || isInArray else { return }
    try body(
      Piece(
        line: depth > 0 ? firstLine : line,
        json: .failure(RecordFault(Wording(en: "the file ends in the middle", fr: "le fichier s’arrête au milieu")))))
  }

  private mutating func take(_ byte: UInt8, _ body: (Piece) throws -> Void) rethrows {
    if byte == UInt8(ascii: "\n") { line += 1 }
    if depth > 0 { object.append(byte) }
    if isInString {
      if isEscaped {
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else {
        isInString = byte != UInt8(ascii: "\"")
      }
      return
    }
    switch byte {
    case UInt8(ascii: "{"):
      if depth == 0 {
        (object, firstLine) = ([byte], line)
      }
      depth += 1
    case UInt8(ascii: "}") where depth > 0:
      depth -= 1
      if depth == 0 {
        try body(Piece(line: firstLine, json: .success(object)))
        object = []
      }
    case UInt8(ascii: "\"") where depth > 0: isInString = true
    case _ where depth > 0: break
    case UInt8(ascii: "["): isInArray = true
    case UInt8(ascii: "]"): isInArray = false
    case 0x20, 0x09, 0x0A, 0x0D, 0x1E, UInt8(ascii: ","), 0xEF, 0xBB, 0xBF: break
    default:
      isBroken = true
      try body(
        Piece(
          line: line,
          json: .failure(
            RecordFault(
              Wording(en: "here no statement begins", fr: "aucune déclaration ne commence ici"),
              remedy: Wording(
                en: "write an array of statements, or one on each line",
                fr: "écrire un tableau de déclarations, ou une par ligne")))))
    }
  }
}
