package import Bilingual
package import CurriculumModel
internal import ProgrammeModel

/// Something that ends within the next months, or has ended and was not renewed.
package struct Expiry: Equatable, Sendable {
  /// What ends.
  package enum Subject: Hashable, Sendable {
    /// What somebody passed.
    case module(Identifier<Module>, of: Partner)
    /// A certificate.
    case certificate(Identifier<Certificate>)
  }

  /// What ends.
  package let subject: Subject
  /// The last day on which it counts.
  package let lastDay: CalendarDay
  /// Whether that day is over.
  package let isOver: Bool

  /// How many days ahead an end is told.
  package static let horizon = 90

  /// What ends of a pair, in order of day.
  static func all(of pair: Pair, _ progress: Progress) -> [Expiry] {
    let now = progress.moment
    let limit = now.adding(days: horizon)
    var found: [Expiry] = []
    func add(_ subject: Subject, _ end: Moment?) {
      guard let end, end <= limit else { return }
      let last = CalendarDay(daysSince1970: Moment(milliseconds: end.milliseconds - 1).day.daysSince1970)
      found.append(Expiry(subject: subject, lastDay: last, isOver: end <= now))
    }
    let together = Set(progress.pair(pair.id).together.map(\.module))
    for partner in Partner.allCases {
      let modules = progress.person(pair[partner]).modules
      for (module, standing) in modules.sorted(by: { $0.key < $1.key }) where together.contains(module) {
        guard standing.passes.contains(where: { $0.pair == pair.id }) else { continue }
        add(.module(module, of: partner), standing.expires)
      }
    }
    for issued in progress.certificates(of: pair.id) where [.active, .expired].contains(issued.standing(at: now)) {
      add(.certificate(issued.award.certificate), issued.award.validUntil)
    }
    // Stable: what ends on the same day stays in the order above.
    return found.enumerated().sorted { ($0.element.lastDay, $0.offset) < ($1.element.lastDay, $1.offset) }
      .map(\.element)
  }
}
