package import Bilingual

/// The days on which a pair meets: at a rhythm, around days on which it cannot.
///
/// A session that falls on such a day moves to the next working day on which the pair can meet, as long as that is no
/// more than half a rhythm away; the others stay where they are. Where the way is longer, the session takes the same day
/// of a later week, and those after it follow at the rhythm.
package struct SessionDates: Equatable, Sendable {
  /// The days, in order; fewer than asked for where the end comes first.
  package private(set) var days: [CalendarDay] = []

  /// No absence is waited out for longer than this.
  private static let mostWeeks = 520

  /// The days of so many sessions.
  ///
  /// O(n · w) questions for n sessions and absences of w weeks.
  /// - Parameters:
  ///   - first: The first day that may be one.
  ///   - everyWeeks: The weeks from one session to the next, 1 at least.
  ///   - agreed: Days that the pair agreed on: those of them on which it can meet come first.
  ///   - last: The last day that may be one; nil where there is no end.
  ///   - isFree: Whether the pair can meet on a day.
  package init(
    _ count: Int, from first: CalendarDay, everyWeeks: Int, agreed: [CalendarDay] = [], until last: CalendarDay? = nil,
    isFree: (CalendarDay) -> Bool
  ) {
    let period = 7 * max(1, everyWeeks)
    var nominal = first
    for day in agreed.sorted() where day >= first && days.count < count && isFree(day) && day <= last ?? day {
      if days.last == day { continue }
      days.append(day)
      nominal = day.adding(days: period)
    }
    while days.count < count {
      guard let (day, next) = Self.place(nominal, period, isFree), day <= last ?? day else { return }
      days.append(day)
      nominal = next
    }
  }

  /// The day for a session that is due on one, and when the next is due.
  private static func place(
    _ nominal: CalendarDay, _ period: Int, _ isFree: (CalendarDay) -> Bool
  ) -> (day: CalendarDay, next: CalendarDay)? {
    let next = nominal.adding(days: period)
    for shift in 0...(period / 2) {
      let day = nominal.adding(days: shift)
      if shift == 0 || day.weekday.isWorkingDay || day.weekday == nominal.weekday, isFree(day) { return (day, next) }
    }
    for week in 1...mostWeeks {
      let day = nominal.adding(days: 7 * week)
      if isFree(day) { return (day, day.adding(days: period)) }
    }
    return nil
  }
}
