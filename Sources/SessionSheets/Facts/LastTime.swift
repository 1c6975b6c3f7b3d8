package import Bilingual
package import CurriculumModel
internal import ProgrammeModel

/// What a pair did the last time that it was to meet.
package enum LastTime: Equatable, Sendable {
  /// It met.
  case held(Held)
  /// It did not: the day, and how often it did not in a row.
  case missed(on: CalendarDay, inARow: Int)

  /// A session that was held.
  package struct Held: Equatable, Sendable {
    /// Its number, from 1.
    package let number: Int
    /// The day.
    package let day: CalendarDay
    /// The minutes it took.
    package let minutes: Minutes
    /// The modules that the pair has passed together since the session before it, in order of happening.
    package let passed: [Identifier<Module>]
    /// The modules that somebody tried since then and that are not passed, in order of identifier.
    package let open: [Identifier<Module>]
  }

  /// The last time of a pair, by what is recorded; nil before the first.
  init?(of pair: Pair, _ progress: Progress) {
    let own = progress.pair(pair.id)
    guard let last = own.sessions.last else { return nil }
    guard let minutes = last.minutes else {
      self = .missed(on: last.at.day, inARow: own.missedInARow)
      return
    }
    let before = own.sessions.dropLast().last { $0.minutes != nil }?.at ?? Moment(milliseconds: .min)
    let passed = own.together.filter { $0.at > before }.map(\.module)
    let everPassed = Set(own.together.map(\.module))
    let tried = Partner.allCases.flatMap { partner in
      progress.person(pair[partner]).modules.filter { _, standing in
        standing.failures.contains { $0.pair == pair.id && $0.at > before }
      }.keys
    }
    self = .held(
      Held(
        number: own.held, day: last.at.day, minutes: minutes, passed: passed,
        open: Set(tried).subtracting(everPassed).sorted()))
  }
}
