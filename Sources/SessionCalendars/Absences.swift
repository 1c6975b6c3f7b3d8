package import Bilingual

/// When somebody cannot meet: whole days, and hours of a day.
package struct Absences: Equatable, Sendable {
  /// Whole days.
  package private(set) var days: Set<CalendarDay> = []
  /// Stretches of time, each from its first moment to the one after its last.
  package private(set) var times: [Range<Moment>] = []

  /// None.
  package init() {}

  /// One more stretch of whole days.
  package mutating func add(days stretch: ClosedRange<CalendarDay>) {
    for day in stretch.lowerBound.daysSince1970...stretch.upperBound.daysSince1970 {
      days.insert(CalendarDay(daysSince1970: day))
    }
  }

  /// One more stretch of time.
  package mutating func add(time: Range<Moment>) { times.append(time) }

  /// Those of both.
  package mutating func formUnion(_ other: Absences) {
    days.formUnion(other.days)
    times += other.times
  }

  /// Whether nothing stands in the way of a meeting on a day.
  ///
  /// - Parameter time: When on the day; where nobody has said, an hour's absence takes the whole day.
  package func isFree(_ day: CalendarDay, at time: MeetingTime?, in zone: TimeZoneName) -> Bool {
    guard !days.contains(day) else { return false }
    guard !times.isEmpty else { return true }
    let meeting = time?.range(on: day) ?? zone.moment(day)..<zone.moment(day.adding(days: 1))
    return !times.contains { $0.overlaps(meeting) }
  }
}

/// The time of day at which a pair meets, where it is.
package struct MeetingTime: Hashable, Sendable {
  /// Minutes after midnight.
  package let minutesAfterMidnight: Int
  /// How many minutes it takes.
  package let length: Int
  /// Where clocks show it.
  package let zone: TimeZoneName

  /// A time from its parts.
  package init(minutesAfterMidnight: Int, length: Int, zone: TimeZoneName) {
    self.minutesAfterMidnight = minutesAfterMidnight
    self.length = length
    self.zone = zone
  }

  /// From when to when that is on a day.
  package func range(on day: CalendarDay) -> Range<Moment> {
    let start = zone.moment(day, minutes: minutesAfterMidnight)
    return start..<Moment(milliseconds: start.milliseconds + Int64(max(1, length)) * 60_000)
  }
}
