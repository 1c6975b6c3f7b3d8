import CurriculumModel
import HeapModule

/// The choice among selections of modules: of those with the least minutes the one with the fewest sessions, or the
/// other way round, and among equals the one nearest to a plan that is known.
///
/// Three ways, each tried only where those before leave something open. What a selection takes at least in halves and
/// sixths of a session (see `SessionMeasures`) is a cost like minutes, so its least value over all selections is found
/// by the same search, and bounds the sessions of every one of them. Then selections are enumerated in order of minutes
/// (Lawler, "A procedure for computing the k best solutions to discrete optimization problems", 1972): what differs from
/// one lacks its first module, or has the first and lacks the second, and so on. Only selections from which no module
/// can be dropped are considered.
struct SelectionChoice {
  /// A selection in sessions.
  struct Packed {
    /// The modules.
    let modules: [Identifier<Module>]
    /// Their minutes.
    let minutes: Minutes
    /// The same with their conditions on each other.
    let chosen: ChosenModules
    /// Their sessions.
    let packing: SessionPacking
  }

  /// The best found.
  private(set) var best: Packed
  /// No selection that may be chosen takes fewer sessions.
  private(set) var sessionLowerBound: Int
  /// Whether nothing that may be chosen is better, by the first two aims.
  var isProved: Bool {
    best.packing.sessionCount <= sessionLowerBound && (isExhausted || best.minutes <= leastMinutes)
  }

  private let problem: PlanningProblem
  private let least: Plan.Priority
  private let known: [Identifier<Module>]
  /// Whether the time given is over.
  private let isOver: () -> Bool
  /// Whether that is so, or more was spent on further selections than is worth it.
  private let isOutOfTime: () -> Bool
  private var isExhausted = false
  /// No selection takes fewer minutes.
  private let leastMinutes: Minutes

  /// How often a search for a further selection may ask whether it is out of time, all together, times the modules on
  /// offer: what bounds the effort by count, so that the same problem gives the same plan.
  private static let effort = 60_000

  /// A choice that begins with the selection of least minutes; what is known of an earlier plan, in its order.
  init(
    _ problem: PlanningProblem, from first: SelectedModules, least: Plan.Priority, known: [Identifier<Module>],
    isOutOfTime: @escaping () -> Bool
  ) {
    self.problem = problem
    self.least = least
    self.known = known
    isOver = isOutOfTime
    let allowance = Allowance(Self.effort / max(1, problem.candidates.count))
    self.isOutOfTime = { isOutOfTime() || allowance.isSpent() }
    best = Packed(first.modules, in: problem, known: known, isOutOfTime: isOver)
    leastMinutes = first.lowerBound
    // Short of a proof of the minutes, nothing is said of sessions but that these modules take so many.
    guard first.outcome == .optimal else {
      sessionLowerBound = least == .minutes ? best.packing.lowerBound : problem.sessionFloor(first.lowerBound)
      return
    }
    sessionLowerBound = problem.sessionFloor(first.minutes)
    if isSettled { return }
    bound(by: 1, over: first.minutes)
    if !isSettled { bound(by: 2, over: first.minutes) }
    if !known.isEmpty { preferKnown(over: first.minutes) }
    if isSettled, least == .minutes { return }
    enumerate(from: first)
  }

  /// Whether nothing better is to be looked for.
  private var isSettled: Bool {
    best.packing.sessionCount <= sessionLowerBound && best.packing.missed == 0
      && (known.isEmpty || best.news(known) == 0)
  }

  /// Bounds sessions by the least of a measure over all selections, and looks at the selection that has it.
  private mutating func bound(by measure: Int, over minutes: Minutes) {
    let length = problem.session.count
    func amount(_ candidate: PlanningProblem.Candidate) -> Int {
      let pieces = candidate.pieces(session: length).map(\.minutes)
      return SessionMeasures(of: pieces, length: length).amounts[measure]
    }
    let first: PlanningProblem.CostOrder = least == .minutes ? .minutes : .measure
    guard let costing = problem.costing(over: minutes, amount, first: first) else { return }
    let found = costing.leastSelection(isOutOfTime: isOutOfTime)
    guard found.outcome == .optimal else { return }
    let chosen = Set(found.modules)
    let total = problem.candidates.filter { chosen.contains($0.opportunity.module) }.reduce(0) { $0 + amount($1) }
    let units = measure == 1 ? 2 : 6
    sessionLowerBound = max(sessionLowerBound, (total + units - 1) / units)
    consider(Packed(found.modules, in: problem, known: known, isOutOfTime: isOver))
  }

  /// Looks at the selection of these minutes that has fewest modules which an earlier plan did not have.
  private mutating func preferKnown(over minutes: Minutes) {
    let known = Set(known)
    let costing = problem.costing(over: minutes, { known.contains($0.opportunity.module) ? 0 : 1 }, first: .minutes)
    guard let found = costing?.leastSelection(isOutOfTime: isOutOfTime), found.outcome == .optimal else { return }
    consider(Packed(found.modules, in: problem, known: self.known, isOutOfTime: isOver))
  }

  /// Whether no selection of so many minutes or more can be better than the best, sessions coming first.
  private func isBeyond(_ minutes: Minutes, _ floor: Int) -> Bool {
    guard best.packing.missed == 0 else { return false }
    let sessions = best.packing.sessionCount
    return floor > sessions || max(floor, sessionLowerBound) >= sessions && minutes >= best.minutes
  }

  private mutating func consider(_ packed: Packed) {
    if packed.rank(least, known) < best.rank(least, known) { best = packed }
  }

  /// A selection and what all further ones of its branch have and lack.
  private struct Node: Comparable {
    let selection: SelectedModules
    let number: Int
    let demanded: [Identifier<Module>]
    let forbidden: Set<Identifier<Module>>

    static func < (a: Self, b: Self) -> Bool { (a.selection.minutes, a.number) < (b.selection.minutes, b.number) }
    static func == (a: Self, b: Self) -> Bool { a.number == b.number }
  }

  private mutating func enumerate(from first: SelectedModules) {
    var heap: Heap = [Node(selection: first, number: 0, demanded: [], forbidden: [])]
    var number = 0
    var leastSeen = Int.max
    while let node = heap.popMin() {
      let floor = problem.sessionFloor(node.selection.minutes)
      if least == .minutes ? node.selection.minutes > first.minutes : isBeyond(node.selection.minutes, floor) { break }
      if least == .minutes || problem.isEachNeeded(node.selection.modules) {
        let packed = Packed(node.selection.modules, in: problem, known: known, isOutOfTime: isOver)
        leastSeen = min(leastSeen, packed.packing.lowerBound)
        consider(packed)
        if isSettled, least == .minutes { return }
      }
      var demanded = node.demanded
      for module in node.selection.modules where !node.demanded.contains(module) {
        guard !isOutOfTime() else { return }
        let forbidden = node.forbidden.union([module])
        let found = problem.forbidding(forbidden).demanding(demanded, as: Goal.module)
          .leastSelection(namingObstacles: false, isOutOfTime: isOutOfTime)
        demanded.append(module)
        guard found.outcome != .infeasible else { continue }
        guard found.outcome == .optimal else { return }
        number += 1
        heap.insert(
          Node(selection: found, number: number, demanded: demanded.dropLast(), forbidden: forbidden))
      }
    }
    isExhausted = true
    // What takes more minutes than the last looked at takes more sessions than the best, or is not to be chosen.
    sessionLowerBound = max(sessionLowerBound, min(leastSeen, best.packing.lowerBound))
  }
}

/// How often a question may still be answered with no; shared by the closures that ask it, hence a class.
private final class Allowance {
  private var left: Int

  init(_ count: Int) { left = count }

  /// Whether the question has been asked too often.
  func isSpent() -> Bool {
    left -= 1
    return left < 0
  }
}

extension SelectionChoice.Packed {
  /// Modules of a problem in sessions.
  fileprivate init(
    _ modules: [Identifier<Module>], in problem: PlanningProblem, known: [Identifier<Module>], isOutOfTime: () -> Bool
  ) {
    self.modules = modules
    minutes = problem.opportunities(modules).reduce(.zero) { $0 + $1.minutes }
    chosen = ChosenModules(Set(modules), in: problem)
    packing = SessionPacking(chosen, known: known, isOutOfTime: isOutOfTime)
  }

  /// How many modules an earlier plan did not have.
  fileprivate func news(_ known: [Identifier<Module>]) -> Int { Set(modules).subtracting(known).count }

  fileprivate func rank(_ least: Plan.Priority, _ known: [Identifier<Module>]) -> (Int, Int, Int, Int, Int) {
    let news = known.isEmpty ? 0 : news(known)
    let (minutes, sessions) = (minutes.count, packing.sessionCount)
    return least == .minutes
      ? (minutes, packing.missed, sessions, news, packing.changes)
      : (packing.missed, sessions, minutes, news, packing.changes)
  }
}

extension PlanningProblem {
  /// The sessions that so many minutes take at least.
  func sessionFloor(_ minutes: Minutes) -> Int { (minutes.count + session.count - 1) / session.count }
}
