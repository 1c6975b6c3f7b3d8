/// A point in time, in whole milliseconds since 1970-01-01T00:00:00Z.
///
/// Time is an argument everywhere: only the command line asks a clock.
package struct Moment: Hashable, Comparable, Sendable {
  /// Milliseconds since the epoch.
  package let milliseconds: Int64

  /// A moment from its milliseconds since the epoch.
  package init(milliseconds: Int64) {
    self.milliseconds = milliseconds
  }

  /// The first millisecond of a day, in UTC.
  package init(startOf day: CalendarDay) {
    milliseconds = Int64(day.daysSince1970) * 86_400_000
  }

  /// A moment written as `YYYY-MM-DDThh:mm:ss[.fff]Z`, or a day alone (its first millisecond), or nil.
  package init?(iso text: String) {
    guard let day = CalendarDay(iso: text.prefix(10)) else { return nil }
    let rest = Array(text.utf8.dropFirst(10))
    guard !rest.isEmpty else {
      self.init(startOf: day)
      return
    }
    guard rest.count >= 10, rest.last == UInt8(ascii: "Z"), rest[0] == UInt8(ascii: "T"),
      rest[3] == UInt8(ascii: ":"), rest[6] == UInt8(ascii: ":"),
      let hour = decimalNumber(rest[1..<3]), let minute = decimalNumber(rest[4..<6]),
      let second = decimalNumber(rest[7..<9]), hour < 24, minute < 60, second < 60
    else { return nil }
    var fraction = 0
    let tail = rest[9..<(rest.count - 1)]
    if let point = tail.first {
      guard point == UInt8(ascii: "."), (2...4).contains(tail.count), let digits = decimalNumber(tail.dropFirst())
      else { return nil }
      fraction = tail.count == 2 ? digits * 100 : tail.count == 3 ? digits * 10 : digits
    }
    let seconds = Int64(day.daysSince1970) * 86_400 + Int64(hour * 3600 + minute * 60 + second)
    self.init(milliseconds: seconds * 1000 + Int64(fraction))
  }

  /// The day, in UTC.
  package var day: CalendarDay {
    CalendarDay(daysSince1970: Int(Self.floorDivide(milliseconds, 86_400_000)))
  }

  /// The same time of the day so many days later (earlier, where negative).
  package func adding(days: Int) -> Moment {
    Moment(milliseconds: milliseconds + Int64(days) * 86_400_000)
  }

  /// `YYYY-MM-DDThh:mm:ssZ`, or with milliseconds where they are not zero.
  package var iso: String {
    let inDay = milliseconds - Self.floorDivide(milliseconds, 86_400_000) * 86_400_000
    func two(_ number: Int64) -> String { decimalDigits(Int(number), width: 2) }
    let time = "\(two(inDay / 3_600_000)):\(two(inDay / 60_000 % 60)):\(two(inDay / 1000 % 60))"
    let fraction = inDay % 1000 == 0 ? "" : "." + decimalDigits(Int(inDay % 1000), width: 3)
    return "\(day.iso)T\(time)\(fraction)Z"
  }

  package static func < (a: Moment, b: Moment) -> Bool {
    a.milliseconds < b.milliseconds
  }

  private static func floorDivide(_ a: Int64, _ b: Int64) -> Int64 {
    a >= 0 ? a / b : (a - b + 1) / b
  }
}
