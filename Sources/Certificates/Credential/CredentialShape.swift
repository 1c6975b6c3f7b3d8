import Bilingual

/// What values a member of a credential may have.
indirect enum CredentialShape: Sendable {
  /// A string that is not empty.
  case text
  /// A string with a scheme: RFC 3986's `scheme ":" …`.
  case uri
  /// A moment with its time, in UTC.
  case moment
  /// A whole number of seconds.
  case seconds
  /// A string of decimal digits, without a zero in front.
  case index
  /// This value and no other.
  case exactly(JSONValue)
  /// One of these values.
  case oneOf([JSONValue])
  /// An array of at least one value of a shape.
  case list(CredentialShape)
  /// An object of these members and no other.
  case object([Member])

  /// A member of an object.
  struct Member: Sendable {
    /// The member's name.
    let name: String
    /// What its value must be.
    let shape: CredentialShape
    /// Whether an object without it is wrong.
    let isRequired: Bool

    /// A member that must be there.
    static func required(_ name: String, _ shape: CredentialShape) -> Member {
      Member(name: name, shape: shape, isRequired: true)
    }

    /// A member that may be there.
    static func optional(_ name: String, _ shape: CredentialShape) -> Member {
      Member(name: name, shape: shape, isRequired: false)
    }
  }

  /// The first way in which a value differs from the shape, in the order of the value's members, or nil.
  ///
  /// Names are compared byte by byte: Swift's equality would take a Kelvin sign for a K.
  func problem(in value: JSONValue, at path: String = "") -> ContentProblem? {
    switch (self, value) {
    case (.text, .string(let text)) where !text.isEmpty: nil
    case (.uri, .string(let text)) where Self.isURI(text): nil
    case (.moment, .string(let text)) where text.utf8.count >= 20 && Moment(iso: text) != nil: nil
    case (.seconds, _) where value.wholeNumber != nil: nil
    case (.index, .string(let text)) where Int(text).map { $0 >= 0 && String($0) == text } ?? false: nil
    case (.exactly(let expected), _) where value == expected: nil
    case (.oneOf(let expected), _) where expected.contains(value): nil
    case (.list(let shape), .array(let items)) where !items.isEmpty:
      items.enumerated().lazy.compactMap { index, item in shape.problem(in: item, at: "\(path)[\(index)]") }.first
    case (.object(let shapes), .object(let members)): Self.problem(in: members, of: shapes, at: path)
    default: .schemaViolated(path)
    }
  }

  private static func problem(
    in members: [JSONValue.Member], of shapes: [Member], at path: String
  ) -> ContentProblem? {
    let prefix = path.isEmpty ? "" : path + "."
    for member in members {
      guard let shape = shapes.first(where: { $0.name.utf8.elementsEqual(member.name.utf8) }) else {
        return .memberUnexpected(prefix + member.name)
      }
      if let problem = shape.shape.problem(in: member.value, at: prefix + member.name) { return problem }
    }
    return shapes.first { shape in
      shape.isRequired && !members.contains { $0.name.utf8.elementsEqual(shape.name.utf8) }
    }.map { .memberMissing(prefix + $0.name) }
  }

  /// Whether a text is a URI with a scheme, without the characters that RFC 3986 has no place for; letters beyond
  /// ASCII are let through, as RFC 3987 does.
  static func isURI(_ text: String) -> Bool {
    guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")), let first = text.utf8.first,
      isLetter(first), text.utf8.index(after: colon) < text.utf8.endIndex
    else { return false }
    let excluded = "<>\"{}|\\^`\u{7F}".unicodeScalars
    return text.utf8[..<colon].allSatisfy { isLetter($0) || "0123456789+-.".utf8.contains($0) }
      && text.unicodeScalars.allSatisfy { $0.value > 0x20 && !excluded.contains($0) }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}
