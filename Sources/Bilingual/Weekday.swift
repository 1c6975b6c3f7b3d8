/// A day of the week.
package enum Weekday: Int, CaseIterable, Sendable {
  case monday, tuesday, wednesday, thursday, friday, saturday, sunday

  /// Whether offices are open on it, as they are from Monday to Friday.
  package var isWorkingDay: Bool { self != .saturday && self != .sunday }

  /// The day's name: "Tuesday", "mardi".
  package var words: Wording {
    switch self {
    case .monday: Wording(en: "Monday", fr: "lundi")
    case .tuesday: Wording(en: "Tuesday", fr: "mardi")
    case .wednesday: Wording(en: "Wednesday", fr: "mercredi")
    case .thursday: Wording(en: "Thursday", fr: "jeudi")
    case .friday: Wording(en: "Friday", fr: "vendredi")
    case .saturday: Wording(en: "Saturday", fr: "samedi")
    case .sunday: Wording(en: "Sunday", fr: "dimanche")
    }
  }
}

extension CalendarDay {
  /// The day of the week.
  package var weekday: Weekday {
    // 1970-01-01 was a Thursday.
    Weekday.allCases[((daysSince1970 + 3) % 7 + 7) % 7]
  }

  /// The day so many days later (earlier, where negative).
  package func adding(days: Int) -> CalendarDay { CalendarDay(daysSince1970: daysSince1970 + days) }
}
