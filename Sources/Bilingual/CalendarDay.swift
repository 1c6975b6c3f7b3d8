/// A day of the proleptic Gregorian calendar, without a time zone.
package struct CalendarDay: Hashable, Comparable, Sendable {
  /// The year, 1 to 9999.
  package let year: Int
  /// The month, 1 to 12.
  package let month: Int
  /// The day of the month, from 1.
  package let day: Int

  /// A day, or nil where the calendar has no such day or the year is outside 1 to 9999.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...Self.days(inMonth: month, of: year)).contains(day)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// A day written as ISO 8601's `YYYY-MM-DD`, or nil.
  package init?(iso text: some StringProtocol) {
    let utf8 = Array(text.utf8)
    guard utf8.count == 10, utf8[4] == UInt8(ascii: "-"), utf8[7] == UInt8(ascii: "-") else { return nil }
    guard let year = decimalNumber(utf8[0..<4]), let month = decimalNumber(utf8[5..<7]),
      let day = decimalNumber(utf8[8..<10])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The day that lies `count` days after 1970-01-01 (before it, where negative); the calendar's first or last
  /// day where that lies outside the years 1 to 9999.
  ///
  /// After Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", `civil_from_days`.
  package init(daysSince1970 count: Int) {
    let clamped = min(max(count, -719_162), 2_932_896)
    let shifted = clamped + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// Days since 1970-01-01; `days_from_civil` of the same source.
  package var daysSince1970: Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// The day that many months later (earlier, where negative), on the month's last day where it is shorter.
  package func adding(months: Int) -> CalendarDay {
    let total = year * 12 + (month - 1) + months
    let newYear = min(max(total / 12, 1), 9999)
    let newMonth = total % 12 + 1
    let newDay = min(day, Self.days(inMonth: newMonth, of: newYear))
    return CalendarDay(year: newYear, month: newMonth, day: newDay) ?? self
  }

  /// `YYYY-MM-DD`.
  package var iso: String {
    "\(decimalDigits(year, width: 4))-\(decimalDigits(month, width: 2))-\(decimalDigits(day, width: 2))"
  }

  /// The day in words: "23 November 2026", "23 novembre 2026", "1er décembre 2026".
  package var words: Wording {
    Wording { language in
      let number = language == .fr && day == 1 ? "1er" : String(day)
      return "\(number)\u{A0}\(Self.monthNames[month - 1][language]) \(year)"
    }
  }

  /// The day in ten columns, for lists: "2026-11-23", "23/11/2026".
  package var columns: Wording {
    Wording(
      en: iso, fr: "\(decimalDigits(day, width: 2))/\(decimalDigits(month, width: 2))/\(decimalDigits(year, width: 4))")
  }

  /// The day's month in words: "November 2026", "novembre 2026".
  package var monthWords: Wording {
    Wording { language in "\(Self.monthNames[month - 1][language]) \(year)" }
  }

  package static func < (a: CalendarDay, b: CalendarDay) -> Bool {
    (a.year, a.month, a.day) < (b.year, b.month, b.day)
  }

  private static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static let monthNames: [Wording] = [
    Wording(en: "January", fr: "janvier"), Wording(en: "February", fr: "février"),
    Wording(en: "March", fr: "mars"), Wording(en: "April", fr: "avril"),
    Wording(en: "May", fr: "mai"), Wording(en: "June", fr: "juin"),
    Wording(en: "July", fr: "juillet"), Wording(en: "August", fr: "août"),
    Wording(en: "September", fr: "septembre"), Wording(en: "October", fr: "octobre"),
    Wording(en: "November", fr: "novembre"), Wording(en: "December", fr: "décembre"),
  ]
}
