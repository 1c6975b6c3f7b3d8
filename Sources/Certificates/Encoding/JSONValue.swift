/// A JSON value whose objects keep the order of their members (RFC 8259).
///
/// Foundation's reader takes objects with duplicate members and its writer has no order of its own; a signature
/// is over bytes, and a verifier must see what was signed, so both are ours.
enum JSONValue: Sendable {
  /// One name and value of an object.
  struct Member: Sendable {
    /// The name, unique in its object.
    let name: String
    /// The value.
    let value: JSONValue
  }

  /// The literal `null`.
  case null
  /// The literals `true` and `false`.
  case bool(Bool)
  /// A number as it is spelled, so that nothing is lost to a binary format.
  case number(String)
  /// A string, unescaped.
  case string(String)
  /// An array.
  case array([JSONValue])
  /// An object, its members in the order they are written in.
  case object([Member])

  /// A whole number.
  static func integer(_ number: Int64) -> JSONValue {
    .number(String(number))
  }

  /// The value of an object's member, or nil where this is no object or has no such member.
  subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name.utf8.elementsEqual(name.utf8) }?.value
  }

  /// The text of a string, or nil for anything else.
  var text: String? {
    guard case .string(let text) = self else { return nil }
    return text
  }

  /// The items of an array, or nil for anything else.
  var items: [JSONValue]? {
    guard case .array(let items) = self else { return nil }
    return items
  }

  /// The number of a number that is spelled as a whole one, without fraction and exponent.
  var wholeNumber: Int64? {
    guard case .number(let spelling) = self else { return nil }
    return Int64(spelling)
  }
}

extension JSONValue: Equatable {
  /// Equal values are written as the same bytes: Swift's equality of strings would take a Kelvin sign for a K.
  static func == (a: JSONValue, b: JSONValue) -> Bool {
    a.bytes == b.bytes
  }
}

extension JSONValue: ExpressibleByStringLiteral {
  /// A string.
  init(stringLiteral value: String) {
    self = .string(value)
  }
}

extension JSONValue: ExpressibleByArrayLiteral {
  /// An array.
  init(arrayLiteral elements: JSONValue...) {
    self = .array(elements)
  }
}

extension JSONValue: ExpressibleByDictionaryLiteral {
  /// An object whose members without a value are left out.
  init(dictionaryLiteral elements: (String, JSONValue?)...) {
    self = .object(elements.compactMap { name, value in value.map { Member(name: name, value: $0) } })
  }
}
