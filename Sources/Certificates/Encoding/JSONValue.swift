/// A JSON value whose objects keep the order of their members (RFC 8259).
///
/// Foundation's reader takes objects with duplicate members and its writer has no order of its own; a signature
/// is over bytes, and a verifier must see what was signed, so both are ours.
enum JSONValue: Hashable, Sendable {
  /// One name and value of an object.
  struct Member: Hashable, Sendable {
    /// The name, unique in its object.
    let name: String
    /// The value.
    let value: JSONValue
  }

  case null
  case bool(Bool)
  /// A number as it is spelled, so that nothing is lost to a binary format.
  case number(String)
  case string(String)
  case array([JSONValue])
  case object([Member])

  /// A whole number.
  static func integer(_ number: Int64) -> JSONValue {
    .number(String(number))
  }

  /// The value of an object's member, or nil where this is no object or has no such member.
  subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
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

extension JSONValue: ExpressibleByStringLiteral {
  init(stringLiteral value: String) {
    self = .string(value)
  }
}

extension JSONValue: ExpressibleByArrayLiteral {
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
