package import Bilingual
package import CurriculumModel
internal import ProgrammeModel

extension ProgrammeReport {
  /// The report on a programme's pairs, or on those of one curriculum.
  ///
  /// - Parameters:
  ///   - all: Every pair of the programme.
  ///   - curriculum: The curriculum to report on; the whole programme where it is nil.
  ///   - library: The library of today.
  ///   - moment: As of when.
  package init(
    on all: [ReportedPair], of curriculum: Identifier<Curriculum>? = nil, in library: Library, at moment: Moment
  ) {
    let pairs = curriculum.map { wanted in all.filter { $0.pair.curriculum == wanted } } ?? all
    let others = curriculum.map { wanted in all.filter { $0.pair.curriculum != wanted } } ?? []
    let figures = GroupFigures(pairs: pairs, others: others, library: library)
    self.moment = moment
    self.curriculum = curriculum
    var states = Dictionary(uniqueKeysWithValues: PairStanding.State.allCases.map { ($0, 0) })
    for pair in pairs { states[pair.standing.state, default: 0] += 1 }
    self.states = states
    people = Set(pairs.flatMap(\.people)).count
    let sessions = pairs.flatMap(\.standing.progress.sessions)
    held = sessions.count { $0.minutes != nil }
    missed = sessions.count - held
    minutes = sessions.reduce(.zero) { $0 + ($1.minutes ?? .zero) }
    months = Self.months(of: sessions, until: moment.day)
    modules = Self.modules(of: pairs, in: library, on: moment.day)
    let ends = pairs.flatMap(\.standing.expiring)
    expiring = (soon: ends.count { !$0.isOver }, over: ends.count(where: \.isOver))
    balance = figures.balance
    areas = figures.areas
    advantages = Advantage.allCases.map(figures.line)
    let curricula = Set(pairs.map(\.pair.curriculum))
    let only = curriculum ?? (curricula.count == 1 ? curricula.first : nil)
    stated = Advantage.allCases.flatMap { advantage in
      (only.flatMap { library.curricula[$0] }?.indicators ?? []).filter { $0.advantage == advantage }.map {
        ($0, ["return-share", "competence-gain"].contains($0.kind))
      }
    }
  }

  private static func months(of sessions: [PairProgress.Session], until day: CalendarDay) -> [Month] {
    let first = CalendarDay(daysSince1970: day.daysSince1970 - (day.day - 1))
    let year = (-11...0).map { back in
      let month = first.adding(months: back)
      let own = sessions.filter { $0.at.day.year == month.year && $0.at.day.month == month.month }
      let held = own.count { $0.minutes != nil }
      return Month(first: month, held: held, missed: own.count - held)
    }
    // A programme that is younger than a year begins with its first month.
    let start = year.firstIndex { $0.held + $0.missed > 0 } ?? year.count - 1
    return Array(year[start...])
  }

  private static func modules(of pairs: [ReportedPair], in library: Library, on day: CalendarDay) -> [ModuleLine] {
    let passed = pairs.map { Set($0.standing.progress.together.map(\.module)) }
    let next = pairs.map { Set($0.standing.next) }
    let changed = pairs.map { pair in
      Set(pair.standing.stale.filter { if case .reviewPassed = $0.change { false } else { true } }.map(\.module))
    }
    let late = Dictionary(
      uniqueKeysWithValues: library.offeredModules.compactMap { module in
        module.lifecycle.reviewBy.flatMap { $0 < day ? (module.id, $0) : nil }
      })
    let named = passed.reduce(Set(late.keys)) { $0.union($1) }
    return next.reduce(named) { $0.union($1) }.sorted().map { module in
      ModuleLine(
        module: module, passed: passed.count { $0.contains(module) }, next: next.count { $0.contains(module) },
        changed: changed.count { $0.contains(module) }, reviewPassed: late[module])
    }
  }
}
