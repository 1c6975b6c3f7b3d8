internal import Bilingual

/// A datatype of XML Schema's with its parameters, judged as libxml2 judges it.
struct Datatype: Hashable, Sendable {
  /// The types that are read.
  enum Base: String, Sendable {
    /// The types by their names in XML Schema.
    case string, token, integer, date, anyURI
  }

  /// The type without parameters.
  let base: Base
  /// The name of the definition that holds it, which says what it is for.
  var definition: String?
  /// The smallest number allowed.
  var least: Int?
  /// The greatest number allowed.
  var most: Int?
  /// The fewest characters allowed.
  var minLength: Int?
  /// The most characters allowed.
  var maxLength: Int?
  /// What the value must match, all of them.
  var expressions: [ValueExpression] = []

  /// Whether a value is of this type.
  func allows(_ value: String) -> Bool {
    let normal = base == .string ? value : collapsed(value)
    switch base {
    case .string, .token: break
    case .integer: guard isInteger(normal) else { return false }
    case .date: guard isDate(normal) else { return false }
    case .anyURI: guard isAddress(normal) else { return false }
    }
    let length = normal.unicodeScalars.count
    if let minLength, length < minLength { return false }
    if let maxLength, length > maxLength { return false }
    // libxml2 matches the value as written where the type is no string.
    let matched = base == .string || base == .token ? normal : value
    return expressions.allSatisfy { $0.matches(matched) }
  }

  private func isInteger(_ text: String) -> Bool {
    guard let number = WrittenInteger(text) else { return false }
    if let least, number.isLess(than: least) { return false }
    if let most, number.isGreater(than: most) { return false }
    return true
  }

  /// A day with an optional time zone, its year of four digits or more.
  private func isDate(_ text: String) -> Bool {
    var rest = text[...]
    if rest.hasSuffix("Z") {
      rest = rest.dropLast()
    } else if rest.utf8.count > 6, let zone = TimeZoneOffset(rest.suffix(6)), zone.isWithinADay {
      rest = rest.dropLast(6)
    }
    if rest.hasPrefix("-") { rest = rest.dropFirst() }
    let year = rest.prefix { $0 != "-" }
    guard year.utf8.count >= 4, year.utf8.count <= 9, year.utf8.count == 4 || year.first != "0" else { return false }
    guard year.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(year), number != 0 else {
      return false
    }
    // The calendar repeats after 400 years.
    let same = String(number % 400 + 2000)
    return CalendarDay(iso: same + rest.dropFirst(year.count)) != nil
  }
}

/// `+hh:mm` or `-hh:mm`.
private struct TimeZoneOffset {
  let hours: Int
  let minutes: Int

  init?(_ text: Substring) {
    let utf8 = Array(text.utf8)
    guard utf8.count == 6, utf8[0] == UInt8(ascii: "+") || utf8[0] == UInt8(ascii: "-"), utf8[3] == UInt8(ascii: ":"),
      let hours = UInt8(text.dropFirst().prefix(2)), let minutes = UInt8(text.suffix(2))
    else { return nil }
    self.hours = Int(hours)
    self.minutes = Int(minutes)
  }

  var isWithinADay: Bool { minutes < 60 && (hours < 14 || (hours == 14 && minutes == 0)) }
}

/// A whole number of any length as XML Schema writes it.
private struct WrittenInteger {
  private let isNegative: Bool
  /// The digits without leading zeros.
  private let digits: [UInt8]

  init?(_ text: String) {
    var utf8 = Array(text.utf8)[...]
    isNegative = utf8.first == UInt8(ascii: "-")
    if isNegative || utf8.first == UInt8(ascii: "+") { utf8 = utf8.dropFirst() }
    // libxml2 reads no more than 24 digits.
    guard !utf8.isEmpty, utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    digits = Array(utf8.drop { $0 == 0x30 })
    guard digits.count <= 24 else { return nil }
  }

  /// The number; nil where it is too long for one.
  private var number: Int? {
    digits.count > 18 ? nil : digits.reduce(0) { $0 * 10 + Int($1 - 0x30) } * (isNegative ? -1 : 1)
  }

  func isLess(than bound: Int) -> Bool { number.map { $0 < bound } ?? isNegative }

  func isGreater(than bound: Int) -> Bool { number.map { $0 > bound } ?? !isNegative }
}
