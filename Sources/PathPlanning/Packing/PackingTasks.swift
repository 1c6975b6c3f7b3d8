import CurriculumModel

/// Modules to be packed into sessions, as the search for the fewest sees them: numbers and who waits for whom.
///
/// A module can start once its condition holds with what has been done before it. So an alternative is no fixed order:
/// whichever of its modules comes first opens the door. A module that comes last waits for all that do not.
struct PackingTasks {
  /// The length of a session.
  let length: Int
  /// The minutes of each.
  let minutes: [Int]
  /// The pieces of those that are longer than a session, in order; nil for the others.
  let longPieces: [[Int]?]
  /// The last session in which each may end; `Int.max` where any will do.
  private(set) var deadlines: [Int]
  /// The tasks that wait for each, fully or as one of several ways.
  private(set) var users: [[Int]]
  /// How many others each waits for, where it waits for all of them.
  private(set) var waits: [Int]
  /// What each waits for, where that is not simply all of some others.
  private(set) var alternatives: [Condition<[Int]>?]
  /// What each takes at least, in several measures; see `SessionMeasures`.
  let measures: [SessionMeasures]

  /// How many there are.
  var count: Int { minutes.count }
  /// Whether each waits for all of some others, nothing has to end early, and nothing is split: then the same sessions
  /// in reverse keep the reversed order.
  let canBeReversed: Bool
  /// Whether something has to end by some session.
  let hasDeadlines: Bool

  /// The tasks of chosen modules, in their pieces.
  init(_ chosen: ChosenModules, pieces: [[Piece]]) {
    length = chosen.session
    let (all, session) = (pieces, chosen.session)
    minutes = pieces.map { $0.reduce(0) { $0 + $1.minutes } }
    longPieces = pieces.map { pieces in
      pieces.count == 1 && pieces[0].minutes <= session ? nil : pieces.map(\.minutes)
    }
    deadlines = chosen.deadlines.map { $0 ?? Int.max }
    measures = all.map { SessionMeasures(of: $0.map(\.minutes), length: session) }
    let ordinary = chosen.comesLast.indices.filter { !chosen.comesLast[$0] }
    var users = [[Int]](repeating: [], count: chosen.count)
    var waits = [Int](repeating: 0, count: chosen.count)
    var alternatives = [Condition<[Int]>?](repeating: nil, count: chosen.count)
    for task in 0..<chosen.count {
      let last: [Condition<[Int]>] = chosen.comesLast[task] ? ordinary.map { .leaf([$0]) } : []
      let condition = Condition.all([chosen.conditions[task]] + last)
      if let needed = condition.conjunction {
        waits[task] = needed.count
        for other in needed { users[other].append(task) }
      } else {
        alternatives[task] = condition
        for other in Set(condition.leaves.joined()) { users[other].append(task) }
      }
    }
    self.users = users.map { $0.sorted() }
    self.waits = waits
    self.alternatives = alternatives
    hasDeadlines = deadlines.contains { $0 < Int.max }
    canBeReversed =
      !deadlines.contains { $0 < Int.max } && !alternatives.contains { $0 != nil }
      && !longPieces.contains { $0 != nil }
  }

  /// The same tasks in the opposite order, where that can be.
  var reversed: PackingTasks {
    var other = self
    var users = [[Int]](repeating: [], count: count)
    for (task, waiting) in self.users.enumerated() {
      for user in waiting { users[user].append(task) }
    }
    other.users = users
    other.waits = self.users.map(\.count)
    return other
  }

  /// For each task those that may take its place in a session wherever it could stand.
  ///
  /// They are no shorter, open no less and are due no later. Empty where alternatives or split modules make that hard to
  /// say. The rule of Jackson, "A computing procedure for a line balancing problem", 1956. O(n² · n / 64) for n tasks.
  var substitutes: [[Int]] {
    guard count <= 400, !alternatives.contains(where: { $0 != nil }), !longPieces.contains(where: { $0 != nil }) else {
      return Array(repeating: [], count: count)
    }
    let after = followers
    return (0..<count).map { task in
      (0..<count).filter { other in
        guard other != task, minutes[other] >= minutes[task], deadlines[other] <= deadlines[task] else { return false }
        guard !after[task].contains(other), !after[other].contains(task) else { return false }
        guard after[other].isSuperset(of: after[task]) else { return false }
        let isSame = minutes[other] == minutes[task] && after[other] == after[task]
        return !(isSame && deadlines[other] == deadlines[task]) || other < task
      }
    }
  }

  /// What comes after each, directly or not.
  private var followers: [Set<Int>] {
    var after = [Set<Int>](repeating: [], count: count)
    for task in 0..<count {
      var stack = users[task]
      while let next = stack.popLast() {
        if after[task].insert(next).inserted { stack += users[next] }
      }
    }
    return after
  }

  /// The minutes of each task with all that certainly come after it: what is at stake when it is put off.
  var positionalWeights: [Int] {
    guard count <= 2000 else { return minutes }
    return (0..<count).map { task in
      var seen: Set<Int> = [task]
      var stack = [task]
      while let next = stack.popLast() {
        for user in users[next] where alternatives[user] == nil && seen.insert(user).inserted { stack.append(user) }
      }
      return seen.reduce(0) { $0 + minutes[$1] }
    }
  }
}

/// What pieces take at least, in several measures of which each bounds the number of sessions from below.
///
/// LM1 to LM3 of Scholl and Klein: minutes; pieces longer than half a session count 1, half a session ½; pieces longer
/// than two thirds count 1, two thirds ⅔, longer than one third ½, one third ⅓. What a session holds never counts more
/// than 1 in any of them.
struct SessionMeasures: Equatable {
  /// Minutes, halves of a session, sixths of a session, and tasks.
  var amounts: SIMD4<Int>

  /// Nothing.
  static let zero = SessionMeasures(amounts: .zero)

  private init(amounts: SIMD4<Int>) { self.amounts = amounts }

  /// The measures of one task's pieces; a piece longer than a session fills whole ones.
  init(of pieces: [Int], length: Int) {
    amounts = SIMD4(0, 0, 0, 1)
    for piece in pieces where piece > 0 {
      let whole = (piece - 1) / length
      let rest = piece - whole * length
      let halves = 2 * rest > length ? 2 : 2 * rest == length ? 1 : 0
      let sixths =
        3 * rest > 2 * length ? 6 : 3 * rest == 2 * length ? 4 : 3 * rest > length ? 3 : 3 * rest == length ? 2 : 0
      amounts &+= SIMD4(piece, 2 * whole + halves, 6 * whole + sixths, 0)
    }
  }

  /// The measures of something and a task together, or of something without a task.
  static func &+ (a: Self, b: Self) -> Self { Self(amounts: a.amounts &+ b.amounts) }
  static func &- (a: Self, b: Self) -> Self { Self(amounts: a.amounts &- b.amounts) }

  /// How many sessions of a length this takes at least beside minutes already used in the first.
  func sessions(beside used: Int, length: Int) -> Int {
    let both = used > 0 ? self &+ SessionMeasures(of: [used], length: length) : self
    let minutes = (both.amounts[0] + length - 1) / length
    return max(minutes, (both.amounts[1] + 1) / 2, (both.amounts[2] + 5) / 6)
  }
}

extension Condition<[Int]> {
  /// The tasks that all must come first, where the condition asks for nothing else; nil where it leaves a choice.
  fileprivate var conjunction: Set<Int>? {
    switch self {
    case .leaf(let givers): givers.count == 1 ? Set(givers) : nil
    case .all(let parts): Self.union(parts)
    case .any(let parts): parts.count == 1 ? parts[0].conjunction : parts.contains { $0.isAlways } ? [] : nil
    case .atLeast(let n, let parts): n <= 0 ? [] : n == parts.count ? Self.union(parts) : nil
    }
  }

  private var isAlways: Bool { if case .all(let parts) = self { parts.allSatisfy(\.isAlways) } else { false } }

  private static func union(_ parts: [Self]) -> Set<Int>? {
    var all: Set<Int> = []
    for part in parts {
      guard let needed = part.conjunction else { return nil }
      all.formUnion(needed)
    }
    return all
  }
}
