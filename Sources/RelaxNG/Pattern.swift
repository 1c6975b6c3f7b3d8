/// The place of a pattern in its `PatternTable`; equal patterns of one table have equal places.
struct PatternID: Hashable, Sendable {
  let index: Int32

  static let notAllowed = PatternID(index: 0)
  static let empty = PatternID(index: 1)
  static let text = PatternID(index: 2)
}

/// A pattern of RELAX NG's simple syntax, with the `after` of James Clark's derivatives; parts are interned.
enum Pattern: Hashable, Sendable {
  /// Nothing matches.
  case notAllowed
  /// No attribute, no content.
  case empty
  /// Any characters.
  case text
  case choice(PatternID, PatternID)
  case interleave(PatternID, PatternID)
  case group(PatternID, PatternID)
  case oneOrMore(PatternID)
  /// Words separated by white space.
  case list(PatternID)
  /// A value of `PatternTable.datatypes`.
  case data(Int)
  /// A value of `PatternTable.values`.
  case value(Int)
  /// One of `PatternTable.attributes`.
  case attribute(Int)
  /// One of `PatternTable.elements`.
  case element(Int)
  /// The rest of an open element, and what stands after its end.
  case after(PatternID, PatternID)
}

/// A value that a grammar names literally.
struct PermittedValue: Hashable, Sendable {
  let text: String
  /// Whether white space counts, as in XSD's `string`.
  let spacesCount: Bool

  func matches(_ other: String) -> Bool {
    text == other || (!spacesCount && collapsed(text) == collapsed(other))
  }
}

/// The text with runs of XML's white space made one space, and none at its ends.
func collapsed(_ text: String) -> String {
  words(of: text).joined(separator: " ")
}

/// The words of a text, separated by XML's white space.
func words(of text: String) -> [String] {
  text.unicodeScalars.split(whereSeparator: isSpace).map { String(Substring($0)) }
}

/// Whether XML counts the character as white space.
func isSpace(_ scalar: Unicode.Scalar) -> Bool {
  scalar == " " || scalar == "\t" || scalar == "\n" || scalar == "\r"
}

/// Whether a text is white space only, or empty.
func isBlank(_ text: String) -> Bool {
  text.unicodeScalars.allSatisfy(isSpace)
}
