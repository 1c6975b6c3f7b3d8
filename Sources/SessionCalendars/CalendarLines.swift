import Bilingual
internal import CICal

/// The lines of an iCalendar file, unfolded (RFC 5545, section 3.1), and what stands in them checked one by one: the
/// library passes over what it cannot read, and knows no line numbers.
@safe struct CalendarLines {
  /// The events, each by the line in which it begins.
  private(set) var events: [Int] = []

  /// Bytes of a file beyond which nobody keeps absences.
  static let mostBytes = 10_000_000
  /// Events beyond which nobody keeps absences.
  static let mostEvents = 50_000

  /// Checks a file.
  init(_ bytes: [UInt8]) throws(CalendarFileFault) {
    guard bytes.count <= Self.mostBytes else { throw CalendarFileFault(.tooLarge, line: 1) }
    var open: [String] = []
    var hasStart = false
    var isFirst = true
    var last = 1
    var lines = UnfoldedLines(bytes)
    while let (number, line) = lines.next() {
      last = number
      if line.isEmpty { continue }
      guard let name = Self.name(of: line) else {
        throw CalendarFileFault(isFirst ? .noCalendar : .noProperty, line: number)
      }
      let value = Self.value(of: line)
      if isFirst, name != "BEGIN" || value != "VCALENDAR" { throw CalendarFileFault(.noCalendar, line: number) }
      isFirst = false
      switch name {
      case "BEGIN":
        open.append(value)
        guard open.count <= Self.mostNested else { throw CalendarFileFault(.nesting, line: number) }
        guard value == "VEVENT" else { continue }
        events.append(number)
        hasStart = false
        if events.count > Self.mostEvents { throw CalendarFileFault(.tooLarge, line: number) }
      case "END":
        guard open.popLast() == value else { throw CalendarFileFault(.nesting, line: number) }
        if value == "VEVENT", !hasStart { throw CalendarFileFault(.noStart, line: events.last ?? number) }
      default:
        guard open.last == "VEVENT", Self.read.contains(name) else { continue }
        if name == "DTSTART" { hasStart = true }
        try Self.check(name, line, number)
      }
    }
    guard !isFirst else { throw CalendarFileFault(.noCalendar, line: 1) }
    guard open.isEmpty else { throw CalendarFileFault(.unfinished, line: last) }
  }

  /// The properties that absences are made of.
  private static let read: Set = [
    "DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID", "STATUS",
  ]
  private static let frequencies: Set = ["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]
  private static let mostNested = 20

  private static let times: Set = ["DTSTART", "DTEND", "RDATE", "EXDATE", "RECURRENCE-ID"]

  /// Whether a text is a day, perhaps with a time, that there is: the library takes the thirteenth month too.
  private static func isTime(_ text: Substring) -> Bool {
    let digits = Array(text.prefix { $0 != "/" }.utf8)
    guard digits.count == 8 || digits.count == 15 || digits.count == 16 && digits[15] == 0x5A else { return false }
    func number(_ range: Range<Int>) -> Int? { Int(String(decoding: digits[range], as: UTF8.self)) }
    guard let year = number(0..<4), let month = number(4..<6), let day = number(6..<8),
      CalendarDay(year: year, month: month, day: day) != nil
    else { return false }
    guard digits.count > 8 else { return true }
    guard digits[8] == 0x54, let hour = number(9..<11), let minute = number(11..<13), let second = number(13..<15)
    else {
      return false
    }
    return (0..<24).contains(hour) && (0..<60).contains(minute) && (0...60).contains(second)
  }

  private static func name(of line: [UInt8]) -> String? {
    let name = line.prefix { byte in
      byte >= 0x41 && byte <= 0x5A || byte >= 0x61 && byte <= 0x7A || byte >= 0x30 && byte <= 0x39 || byte == 0x2D
    }
    guard !name.isEmpty, name.count < line.count, [0x3A, 0x3B].contains(line[name.count]), !line.contains(0) else {
      return nil
    }
    return String(decoding: name, as: UTF8.self).uppercased()
  }

  private static func value(of line: [UInt8]) -> String {
    guard let colon = line.firstIndex(of: 0x3A) else { return "" }
    let text = String(decoding: line[(colon + 1)...], as: UTF8.self).uppercased()
    return String(text.drop { $0 == " " }.prefix { $0 != " " })
  }

  private static func check(_ name: String, _ line: [UInt8], _ number: Int) throws(CalendarFileFault) {
    let text = String(decoding: line, as: UTF8.self)
    if name == "RRULE" {
      let parts = value(of: line).split(separator: ";")
      let frequency = parts.first { $0.hasPrefix("FREQ=") }?.dropFirst(5)
      let hours = parts.contains { $0.hasPrefix("BYHOUR") || $0.hasPrefix("BYMINUTE") || $0.hasPrefix("BYSECOND") }
      guard frequency.map({ frequencies.contains(String($0)) }) ?? false, !hours else {
        throw CalendarFileFault(.rule, line: number)
      }
    }
    if times.contains(name), !value(of: line).split(separator: ",").allSatisfy(isTime) {
      throw CalendarFileFault(.value(name), line: number)
    }
    // An empty duration is read as none at all.
    let isEmpty = name == "DURATION" && !value(of: line).contains { $0.isNumber }
    guard !isEmpty, let property = unsafe icalproperty_new_from_string(text) else {
      throw CalendarFileFault(.value(name), line: number)
    }
    defer { unsafe icalproperty_free(property) }
    guard unsafe icalproperty_get_value(property) != nil else { throw CalendarFileFault(.value(name), line: number) }
  }
}

/// Lines of bytes, where a line that begins with a space or a tab goes on with the one before it.
private struct UnfoldedLines {
  private let bytes: [UInt8]
  private var place: Int
  private var number = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    place = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// The next line with the number of its first part, from 1.
  mutating func next() -> (number: Int, line: [UInt8])? {
    guard var line = physical() else { return nil }
    let first = number
    while place < bytes.count, bytes[place] == 0x20 || bytes[place] == 0x09, let more = physical() {
      line += more.dropFirst()
    }
    return (first, line)
  }

  private mutating func physical() -> [UInt8]? {
    guard place < bytes.count else { return nil }
    number += 1
    let end = bytes[place...].firstIndex(of: 0x0A) ?? bytes.count
    var line = Array(bytes[place..<end])
    if line.last == 0x0D { line.removeLast() }
    place = end + 1
    return line
  }
}
