/// Why a text is no JSON that a verifier can accept.
enum JSONProblem: Error, Hashable, Sendable {
  /// A byte that RFC 8259's grammar has no place for, or the end of the text, at this offset in bytes.
  case unexpected(at: Int)
  /// Bytes that are no UTF-8, or an escaped surrogate without its other half.
  case invalidText(at: Int)
  /// A member that its object has already.
  case duplicateMember(String)
  /// More levels of arrays and objects than the limit.
  case tooDeep
}

/// Reads one JSON value by the letter of RFC 8259, and more strictly where readers differ.
///
/// Duplicate members, lone surrogates and invalid UTF-8 are refused, since two readers could see two documents
/// in them. O(n · d) for n bytes in objects of up to d members. The caller limits the size of the text.
struct JSONReader {
  /// The most levels of arrays and objects within each other; a certificate has six.
  static let depthLimit = 32

  private let bytes: [UInt8]
  private var position = 0

  /// The value that the bytes write, surrounded by nothing but white space.
  static func read(_ bytes: [UInt8]) throws(JSONProblem) -> JSONValue {
    var reader = JSONReader(bytes: bytes)
    let value = try reader.value(depth: 0)
    reader.skipWhiteSpace()
    guard reader.position == bytes.count else { throw .unexpected(at: reader.position) }
    return value
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  private mutating func value(depth: Int) throws(JSONProblem) -> JSONValue {
    guard depth <= Self.depthLimit else { throw .tooDeep }
    skipWhiteSpace()
    switch current {
    case UInt8(ascii: "{"): return try object(depth: depth + 1)
    case UInt8(ascii: "["): return try array(depth: depth + 1)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try literal("true", .bool(true))
    case UInt8(ascii: "f"): return try literal("false", .bool(false))
    case UInt8(ascii: "n"): return try literal("null", .null)
    default: return .number(try number())
    }
  }

  private mutating func object(depth: Int) throws(JSONProblem) -> JSONValue {
    var members: [JSONValue.Member] = []
    position += 1
    skipWhiteSpace()
    if take("}") { return .object(members) }
    while true {
      skipWhiteSpace()
      guard current == UInt8(ascii: "\"") else { throw .unexpected(at: position) }
      let name = try string()
      // Scalars decide: Swift's equality would take two spellings of one accented letter for the same name.
      guard !members.contains(where: { $0.name.utf8.elementsEqual(name.utf8) }) else {
        throw .duplicateMember(name)
      }
      skipWhiteSpace()
      try expect(":")
      members.append(JSONValue.Member(name: name, value: try value(depth: depth)))
      skipWhiteSpace()
      if take("}") { return .object(members) }
      try expect(",")
    }
  }

  private mutating func array(depth: Int) throws(JSONProblem) -> JSONValue {
    var items: [JSONValue] = []
    position += 1
    skipWhiteSpace()
    if take("]") { return .array(items) }
    while true {
      items.append(try value(depth: depth))
      skipWhiteSpace()
      if take("]") { return .array(items) }
      try expect(",")
    }
  }

  private mutating func literal(_ word: StaticString, _ value: JSONValue) throws(JSONProblem) -> JSONValue {
    for byte in String(describing: word).utf8 {
      guard current == byte else { throw .unexpected(at: position) }
      position += 1
    }
    return value
  }

  /// Section 6: no leading zero, digits on both sides of the point.
  private mutating func number() throws(JSONProblem) -> String {
    let start = position
    _ = take("-")
    if !take("0") { try digits() }
    if take(".") { try digits() }
    if take("e") || take("E") {
      if !take("+") { _ = take("-") }
      try digits()
    }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func digits() throws(JSONProblem) {
    let start = position
    while let byte = current, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { position += 1 }
    guard position > start else { throw .unexpected(at: position) }
  }

  /// Section 7, from the opening quotation mark past the closing one.
  private mutating func string() throws(JSONProblem) -> String {
    position += 1
    let start = position
    var content: [UInt8] = []
    while let byte = current {
      position += 1
      switch byte {
      case UInt8(ascii: "\""):
        guard let text = String(validating: content, as: UTF8.self) else { throw .invalidText(at: start) }
        return text
      case UInt8(ascii: "\\"): content += Array(String(try escape()).utf8)
      case 0x00..<0x20: throw .unexpected(at: position - 1)
      default: content.append(byte)
      }
    }
    throw .unexpected(at: position)
  }

  private mutating func escape() throws(JSONProblem) -> Unicode.Scalar {
    guard let byte = current else { throw .unexpected(at: position) }
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "b"): return "\u{08}"
    case UInt8(ascii: "f"): return "\u{0C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try escapedScalar()
    default: throw .unexpected(at: position - 1)
    }
  }

  private mutating func escapedScalar() throws(JSONProblem) -> Unicode.Scalar {
    let start = position - 2
    let first = try hexadecimalUnit()
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard (0xD800..<0xDC00).contains(first), take("\\"), take("u") else { throw .invalidText(at: start) }
    let second = try hexadecimalUnit()
    guard (0xDC00..<0xE000).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { throw .invalidText(at: start) }
    return scalar
  }

  private mutating func hexadecimalUnit() throws(JSONProblem) -> UInt32 {
    var unit: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = current, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw .unexpected(at: position)
      }
      unit = unit << 4 | UInt32(digit)
      position += 1
    }
    return unit
  }

  private var current: UInt8? {
    position < bytes.count ? bytes[position] : nil
  }

  private mutating func skipWhiteSpace() {
    while let byte = current, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { position += 1 }
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard current == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private mutating func expect(_ character: Unicode.Scalar) throws(JSONProblem) {
    guard take(character) else { throw .unexpected(at: position) }
  }
}
