import CurriculumModel

/// Modules in an order that respects their conditions, packed into few sessions.
///
/// A module that fits into a session is never interrupted; a longer one is split between its activities over
/// consecutive sessions, and shares the first and the last with others where there is room. An activity longer than
/// a session starts in a session of its own and runs on. First come milestones, then few sessions, then little waiting
/// between a module and what builds on it, then change of direction and theme from step to step, then identifiers.
struct SessionPacking {
  /// The modules, by number, in order.
  private(set) var order: [Int]
  /// How many sessions they take.
  var sessionCount: Int { total.sessions }
  /// How many milestones are missed.
  var missed: Int { total.missed }
  /// How many pairs of modules stand in another order than in the plan known before.
  var changes: Int { total.changes }
  /// Fewer sessions are impossible without missing a milestone that can be met.
  private(set) var lowerBound: Int

  private let chosen: ChosenModules
  private let pieces: [[Piece]]
  /// The modules whose conditions speak of each.
  private let users: [[Int]]
  /// The place of each in the plan known before; nil where it had none.
  private let places: [Int?]
  private var total = Score()

  /// The largest number of modules for which the fewest missed milestones are searched for exactly.
  private static let exactCount = 20
  /// How many sets of modules the exact search may look at.
  private static let exactStates = 60_000

  /// Packs modules: by rules, then by the search for fewer sessions, then by local search for a pleasant order.
  ///
  /// Where no order keeps every milestone, few modules are packed so that the fewest are missed, by a dynamic programme
  /// over the sets of modules done so far (Held, Karp and Shareshian, "Assembly-line-balancing", 1963): O(2ⁿ · n · c) at
  /// worst, for n modules with conditions of size c.
  init(_ chosen: ChosenModules, known: [Identifier<Module>] = [], isOutOfTime: () -> Bool) {
    self.chosen = chosen
    pieces = chosen.candidates.map { $0.pieces(session: chosen.session) }
    users = chosen.users
    places = chosen.candidates.map { known.firstIndex(of: $0.opportunity.module) }
    lowerBound = sessionBound(of: pieces.flatMap { $0.map(\.minutes) }, length: chosen.session)
    order = []
    let rules: [(Int) -> Int] = [{ [pieces] in -pieces[$0].reduce(0) { $0 + $1.minutes } }, { $0 }]
    order = (rules.map(orderByRule) + knownOrder).min { score($0) < score($1) } ?? []
    let first = score(order)
    if first.missed > 0 || first.sessions > lowerBound {
      let known = first.missed > 0 ? nil : first.sessions
      let found = FewestSessions(
        PackingTasks(chosen, pieces: pieces), fewerThan: known, lowerBound: lowerBound, isOutOfTime: isOutOfTime)
      lowerBound = found.lowerBound
      if let better = found.order {
        order = better
      } else if found.isImpossible, chosen.count <= Self.exactCount,
        let exact = exactOrder(isOutOfTime: isOutOfTime), score(exact) < first
      {
        order = exact
      }
    }
    improve(isOutOfTime: isOutOfTime)
    total = score(order)
    lowerBound = min(lowerBound, total.sessions)
  }

  /// The sessions, from 1.
  var sessions: [Plan.Session] {
    var clock = SessionClock()
    var parts: [[Plan.Part]] = []
    func add(_ minutes: Int, of index: Int, _ activities: [Identifier<Activity>], in session: Int) {
      while parts.count < session { parts.append([]) }
      let module = chosen.candidates[index].opportunity.module
      if let last = parts[session - 1].last, last.module == module {
        parts[session - 1][parts[session - 1].count - 1] = Plan.Part(
          module: module, minutes: last.minutes + Minutes(minutes), activities: last.activities + activities)
      } else {
        parts[session - 1].append(Plan.Part(module: module, minutes: Minutes(minutes), activities: activities))
      }
    }
    for index in order {
      for piece in pieces[index] {
        var session = clock.pass(piece.minutes, length: chosen.session)
        var left = piece.minutes
        repeat {
          add(min(left, chosen.session), of: index, piece.activities, in: session)
          left -= chosen.session
          session += 1
        } while left > 0
      }
    }
    return parts.enumerated().map { Plan.Session(number: $0.offset + 1, parts: $0.element) }
  }

  /// How good an order is; less is better.
  private struct Score: Comparable {
    var missed = 0
    var sessions = 0
    /// The pairs of modules that stand in another order than before.
    var changes = 0
    /// The sessions between each module and the first that builds on it.
    var waiting = 0
    var sameness = 0

    static func < (a: Self, b: Self) -> Bool {
      (a.missed, a.sessions, a.changes, a.waiting, a.sameness)
        < (b.missed, b.sessions, b.changes, b.waiting, b.sameness)
    }
  }

  private func score(_ order: [Int]) -> Score {
    var clock = SessionClock()
    var score = Score()
    var hasLastBegun = false
    var ends = [Int](repeating: 0, count: chosen.count)
    var starts = ends
    var previous: PlanningProblem.Candidate?
    for index in order {
      var first = clock
      score.missed += pass(index, &clock)
      starts[index] = first.pass(pieces[index].first?.minutes ?? 0, length: chosen.session)
      ends[index] = clock.session
      if hasLastBegun, !chosen.comesLast[index] { score.missed += 1 }
      hasLastBegun = hasLastBegun || chosen.comesLast[index]
      let candidate = chosen.candidates[index]
      if let previous {
        if previous.opportunity.direction == candidate.opportunity.direction { score.sameness += 2 }
        if previous.theme == candidate.theme { score.sameness += 1 }
      }
      previous = candidate
    }
    score.sessions = order.isEmpty ? 0 : clock.session
    let before = order.compactMap { places[$0] }
    for (index, place) in before.enumerated() { score.changes += before[index...].count { $0 < place } }
    for index in order {
      let later = users[index].compactMap { starts[$0] >= ends[index] ? starts[$0] - ends[index] : nil }
      score.waiting += later.min() ?? 0
    }
    return score
  }

  /// Moves the clock past a module; 1 where that misses its deadline, else 0.
  private func pass(_ index: Int, _ clock: inout SessionClock) -> Int {
    for piece in pieces[index] { _ = clock.pass(piece.minutes, length: chosen.session) }
    return clock.session > chosen.deadlines[index] ?? Int.max ? 1 : 0
  }

  /// The modules that may come next: those to come last only where no other can.
  private func available(_ isTaken: (Int) -> Bool) -> [Int] {
    let able = (0..<chosen.count).filter { !isTaken($0) && chosen.canStart($0, isTaken) }
    let ordinary = able.filter { !chosen.comesLast[$0] }
    return ordinary.isEmpty ? able : ordinary
  }

  /// Urgent modules first; then what fits into the session; then by the rule, then by identifier.
  private func orderByRule(_ rule: (Int) -> Int) -> [Int] {
    var taken = [Bool](repeating: false, count: chosen.count)
    var order: [Int] = []
    var clock = SessionClock()
    func rank(_ index: Int) -> (Int, Int, Int, Int) {
      var then = clock
      _ = pass(index, &then)
      return (chosen.deadlines[index] ?? Int.max, then.session, rule(index), index)
    }
    while let next = available({ taken[$0] }).min(by: { rank($0) < rank($1) }) {
      taken[next] = true
      order.append(next)
      _ = pass(next, &clock)
    }
    return order
  }

  /// The order of the plan known before, as far as there is one and conditions allow.
  private var knownOrder: [[Int]] {
    guard places.contains(where: { $0 != nil }) else { return [] }
    var taken = [Bool](repeating: false, count: chosen.count)
    var order: [Int] = []
    func rank(_ index: Int) -> (Int, Int) { (places[index] ?? Int.max, index) }
    while let next = available({ taken[$0] }).min(by: { rank($0) < rank($1) }) {
      taken[next] = true
      order.append(next)
    }
    return [order]
  }

  /// Moves single modules a few places as long as that makes the order better.
  private mutating func improve(isOutOfTime: () -> Bool) {
    var best = score(order)
    var tries = Self.moves / max(1, order.count)
    while tries > 0, !isOutOfTime(), let (better, score) = betterNeighbour(than: best, &tries) {
      (order, best) = (better, score)
    }
  }

  /// How many places of modules local search may look at.
  private static let moves = 400_000

  private func betterNeighbour(than best: Score, _ tries: inout Int) -> ([Int], Score)? {
    for from in order.indices where tries > 0 {
      for to in max(0, from - 4)...min(order.count - 1, from + 4) where to != from {
        tries -= 1
        var moved = order
        moved.insert(moved.remove(at: from), at: to)
        let score = score(moved)
        if score < best, respectsConditions(moved) { return (moved, score) }
      }
    }
    return nil
  }

  private func respectsConditions(_ order: [Int]) -> Bool {
    var taken = [Bool](repeating: false, count: chosen.count)
    for index in order {
      guard chosen.canStart(index, { taken[$0] }) else { return false }
      taken[index] = true
    }
    return true
  }

  /// The best way found to have done a set of modules.
  private struct Progress {
    var missed: Int
    var clock: SessionClock
    var last: Int

    func isBetter(than other: Progress) -> Bool {
      (missed, clock.session, clock.used, last) < (other.missed, other.clock.session, other.clock.used, other.last)
    }
  }

  /// An order with the fewest sessions among those that miss no milestone; nil where there are too many sets.
  private func exactOrder(isOutOfTime: () -> Bool) -> [Int]? {
    var layers: [[UInt32: Progress]] = [[0: Progress(missed: 0, clock: SessionClock(), last: -1)]]
    var states = 1
    for size in 0..<chosen.count {
      var next: [UInt32: Progress] = [:]
      for (done, progress) in layers[size] {
        for index in available({ done & (1 << UInt32($0)) != 0 }) {
          var clock = progress.clock
          let missed = progress.missed + pass(index, &clock)
          let reached = Progress(missed: missed, clock: clock, last: index)
          let set = done | (1 << UInt32(index))
          // Ties are broken within `isBetter`, so the order of the dictionary has no influence.
          if next[set].map(reached.isBetter) ?? true { next[set] = reached }
        }
      }
      states += next.count
      if states > Self.exactStates || isOutOfTime() { return nil }
      layers.append(next)
    }
    var order: [Int] = []
    var done = UInt32((UInt64(1) << UInt64(chosen.count)) - 1)
    for layer in layers.dropFirst().reversed() {
      guard let progress = layer[done] else { return nil }
      order.append(progress.last)
      done &= ~(1 << UInt32(progress.last))
    }
    return order.reversed()
  }
}
