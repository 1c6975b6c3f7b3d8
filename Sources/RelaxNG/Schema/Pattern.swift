/// The place of a pattern in its `PatternTable`; equal patterns of one table have equal places.
struct PatternID: Hashable, Sendable {
  /// The position in the table.
  let index: Int32

  /// `Pattern.notAllowed`, the first of every table.
  static let notAllowed = PatternID(index: 0)
  /// `Pattern.empty`, the second.
  static let empty = PatternID(index: 1)
  /// `Pattern.text`, the third.
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
  /// One of two.
  case choice(PatternID, PatternID)
  /// Both, in any order and mixed.
  case interleave(PatternID, PatternID)
  /// One after the other.
  case group(PatternID, PatternID)
  /// The pattern, once or again.
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
  /// The value as the grammar writes it.
  let text: String
  /// Whether white space counts, as in XSD's `string`.
  let spacesCount: Bool

  /// Whether a document's value is this one.
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
