package import Bilingual
package import CurriculumModel

/// What a pair agrees in its first session about how it meets; what was said there is kept nowhere.
package struct Contract: Hashable, Sendable {
  /// Where a pair meets.
  package enum Place: String, CaseIterable, Sendable {
    /// In one room.
    case room
    /// At a distance.
    case remote
    /// Now so, now so.
    case mixed
  }

  /// The weeks from one session to the next.
  package let everyWeeks: Int?
  /// How long a session is.
  package let minutes: Minutes?
  /// Where they meet.
  package let place: Place?
  /// Within how many days a missed session is made up.
  package let makeUpDays: Int?
  /// The next dates, in order.
  package let dates: [CalendarDay]

  /// A contract from its parts; what was not agreed is nil.
  package init(
    everyWeeks: Int? = nil, minutes: Minutes? = nil, place: Place? = nil, makeUpDays: Int? = nil,
    dates: [CalendarDay] = []
  ) {
    self.everyWeeks = everyWeeks
    self.minutes = minutes
    self.place = place
    self.makeUpDays = makeUpDays
    self.dates = Set(dates).sorted()
  }

  /// Whether each number is one that two people can mean.
  package var isSensible: Bool {
    (1...52).contains(everyWeeks ?? 1) && (1...1440).contains(minutes?.count ?? 1)
      && (0...365).contains(makeUpDays ?? 0) && dates.count <= 52
  }
}
