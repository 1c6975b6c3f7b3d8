import CurriculumModel

/// Where in the sequence of sessions a pair stands.
///
/// Filling sessions as early as possible is never worse: a piece that starts earlier never ends later.
struct SessionClock: Comparable {
  /// The session, from 1.
  var session = 1
  /// The minutes of it that are taken.
  var used = 0

  /// Moves past a piece of work and says in which session it starts.
  ///
  /// A piece that does not fit into what is left starts in the next session. A piece longer than a whole session
  /// starts in a session of its own and runs on into the following ones.
  mutating func pass(_ minutes: Int, length: Int) -> Int {
    if used + minutes <= length {
      used += minutes
      return session
    }
    if used > 0 { session += 1 }
    let first = session
    let whole = max(0, (minutes - 1) / length)
    session += whole
    used = minutes - whole * length
    return first
  }

  static func < (a: Self, b: Self) -> Bool {
    (a.session, a.used) < (b.session, b.used)
  }
}

/// A stretch of a module that is not interrupted unless it is longer than a session.
struct Piece {
  /// How long it is.
  var minutes: Int
  /// Its activities.
  var activities: [Identifier<Activity>]
}

extension PlanningProblem.Candidate {
  /// The module in pieces: one where it fits into a session or its activities do not add up to it, else its activities.
  func pieces(session: Int) -> [Piece] {
    let total = opportunity.minutes.count
    let sum = activities.reduce(0) { $0 + $1.minutes.count }
    if total <= session || sum != total { return [Piece(minutes: total, activities: activities.map(\.activity))] }
    return activities.map { Piece(minutes: $0.minutes.count, activities: [$0.activity]) }
  }
}
