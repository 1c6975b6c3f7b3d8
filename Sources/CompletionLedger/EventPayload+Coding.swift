import ProgrammeModel

extension EventPayload {
  /// Shows each field to the visitor, in order of name: the one list by which payloads are written and read.
  mutating func visit(_ visitor: inout some PayloadVisitor) throws {
    try visitor.texts("answers", &answers)
    try visitor.text("attestant", &attestant)
    try visitor.text("because", &because)
    try visitor.text("certificate", &certificate)
    try visitor.text("code", &code)
    try visitor.text("credential", &credential)
    try visitor.text("curriculum", &curriculum)
    try visitor.texts("dates", &dates)
    try visitor.text("digest", &digest)
    try visitor.number("everyWeeks", &everyWeeks)
    try visitor.text("framework", &framework)
    try visitor.texts("goals", &goals)
    try visitor.text("ground", &ground)
    try visitor.texts("haves", &haves)
    try visitor.text("junior", &junior)
    try visitor.text("kind", &kind)
    try visitor.number("level", &level)
    try visitor.number("makeUpDays", &makeUpDays)
    try visitor.number("minutes", &minutes)
    try visitor.text("module", &module)
    try visitor.number("number", &number)
    try visitor.text("pair", &pair)
    try visitor.text("person", &person)
    try visitor.text("place", &place)
    try visitor.number("planned", &planned)
    try visitor.text("reason", &reason)
    try visitor.text("registration", &registration)
    try visitor.text("replacement", &replacement)
    try visitor.text("role", &role)
    try visitor.text("senior", &senior)
    try visitor.text("stage", &stage)
    try visitor.text("stance", &stance)
    try visitor.number("statusIndex", &statusIndex)
    try visitor.texts("steps", &steps)
    try visitor.text("superior", &superior)
    try visitor.text("target", &target)
    try visitor.number("validUntil", &validUntil)
    try visitor.text("version", &version)
    try visitor.texts("wants", &wants)
  }

  /// The bytes to store: JSON in UTF-8 without spaces.
  func canonicalText() -> String {
    var writer = PayloadWriter()
    var payload = self
    // Writing never fails; the visitor's signature allows for reading.
    try? payload.visit(&writer)
    return writer.text
  }

  /// A payload as stored.
  ///
  /// - Throws: `UnreadableRow` where the text is not what `canonicalText` writes.
  init(canonicalText text: String) throws {
    self.init()
    var reader = PayloadReader(text)
    try reader.open()
    try visit(&reader)
    try reader.close()
  }
}

/// Somebody to whom a payload shows its fields in order of name.
protocol PayloadVisitor {
  /// Sees a field of characters.
  mutating func text(_ name: StaticString, _ value: inout String?) throws
  /// Sees a field of several texts.
  mutating func texts(_ name: StaticString, _ value: inout [String]?) throws
  /// Sees a field of a whole number.
  mutating func number<Number: FixedWidthInteger>(_ name: StaticString, _ value: inout Number?) throws
}

extension PayloadVisitor {
  /// Sees a field of characters that is always there.
  mutating func text(_ name: StaticString, _ value: inout String) throws {
    var optional: String? = value
    try text(name, &optional)
    guard let optional else { throw UnreadableRow() }
    value = optional
  }
}
