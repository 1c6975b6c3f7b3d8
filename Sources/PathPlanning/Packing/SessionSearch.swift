import HeapModule

/// Branch, bound and remember: the search for the fewest sessions, one session after the other.
///
/// After Sewell and Jacobson, "A branch, bound, and remember algorithm for the simple assembly line balancing problem",
/// 2012, and Morrison, Sewell and Jacobson, 2014: a state is the set of tasks done; it is opened in cycles over the
/// number of sessions (cyclic best first), each time the state that wastes least; every set is remembered with the
/// earliest moment at which it was reached. Beyond theirs, tasks may wait for alternatives, have deadlines, or run on
/// over several sessions, so that a state can begin within a session.
struct SessionSearch {
  /// The tasks.
  let tasks: PackingTasks
  /// A state: a set of tasks done, reached at a moment.
  struct State {
    /// The state from which it was reached; -1 for the first.
    var parent: Int32
    /// Sessions that are over.
    var sessions: Int32
    /// Minutes of the session after those that are taken.
    var used: Int
    /// What is left to be done.
    var rest: SessionMeasures
    /// Whether another state has the same set no later.
    var isBeaten = false
  }

  /// A state waiting to be opened.
  private struct Open: Comparable {
    let rank: Int
    let state: Int32
    static func < (a: Self, b: Self) -> Bool { (a.rank, a.state) < (b.rank, b.state) }
  }

  private var states: [State] = []
  private var sets: [UInt64] = []
  private let words: Int
  private var table: StateTable
  private var heaps: [Heap<Open>] = []
  private var level = 0
  private var truncated: [Int32] = []
  private var loads: SessionLoads
  private var pieces: PieceBound
  /// The last state of the best way found, and how many sessions that way takes.
  private(set) var best: (state: Int32, sessions: Int)?
  /// How much has been spent: loads looked at, roughly.
  private(set) var effort = 0
  /// Whether every state that could lead to fewer sessions than the limit has been opened.
  private(set) var isExhausted = false
  /// Whether nothing is left to be opened, so that going on would bring nothing.
  private(set) var isOver = false
  /// The least bound of what was given up for want of memory.
  private var dropped = Int.max

  /// The most sets that are remembered.
  private static let mostStates = 1_500_000
  /// The most words of memory for the sets.
  private static let mostWords = 12_000_000
  /// How many loads of one state are looked at when the others have had their turn.
  static let mostLoads = 1_000_000
  /// How many loads of one state are looked at before that, and then.
  private let firstLoads: Int
  private let mostLoads: Int

  /// A search that has not begun, and gives up what goes beyond so many loads of one state.
  init(_ tasks: PackingTasks, mostLoads: Int = SessionSearch.mostLoads) {
    self.tasks = tasks
    (firstLoads, self.mostLoads) = (min(4_000, mostLoads), mostLoads)
    words = (tasks.count + 63) / 64
    table = StateTable(words: words)
    loads = SessionLoads(tasks)
    pieces = PieceBound(tasks)
    let all = tasks.measures.reduce(SessionMeasures.zero, &+)
    states.append(State(parent: -1, sessions: 0, used: 0, rest: all))
    sets = Array(repeating: 0, count: words)
    _ = table.findOrInsert(0, sets)
    push(0)
  }

  /// Goes on until so much more is spent, or all is known about ways of fewer sessions than the limit.
  mutating func run(below limit: Int, spending budget: Int, isOutOfTime: () -> Bool) {
    let end = effort + budget
    while effort < end, !isOutOfTime() {
      if let state = nextState(below: bound(limit)) {
        open(state, below: limit, loads: firstLoads, isOutOfTime: isOutOfTime)
      } else if let state = truncated.popLast() {
        if states[Int(state)].isBeaten || lowerBound(of: Int(state)) >= bound(limit) { continue }
        open(state, below: limit, loads: mostLoads, isOutOfTime: isOutOfTime)
      } else {
        isOver = true
        isExhausted = dropped == Int.max
        return
      }
    }
  }

  private func bound(_ limit: Int) -> Int { min(limit, best?.sessions ?? limit) }

  /// No way takes fewer sessions than this, as far as this search knows.
  var lowerBound: Int {
    if isExhausted { return best?.sessions ?? Int.max }
    var least = best?.sessions ?? Int.max
    for state in truncated where !states[Int(state)].isBeaten { least = min(least, lowerBound(of: Int(state))) }
    for heap in heaps {
      for open in heap.unordered where !states[Int(open.state)].isBeaten {
        least = min(least, lowerBound(of: Int(open.state)))
      }
    }
    return max(min(least, dropped), lowerBound(of: 0))
  }

  private func lowerBound(of state: Int) -> Int {
    let state = states[state]
    return Int(state.sessions) + state.rest.sessions(beside: state.used, length: tasks.length)
  }

  private mutating func nextState(below limit: Int) -> Int32? {
    for _ in heaps.indices {
      level = level + 1 < heaps.count ? level + 1 : 0
      while let next = heaps[level].popMin() {
        if !states[Int(next.state)].isBeaten, lowerBound(of: Int(next.state)) < limit { return next.state }
      }
    }
    return nil
  }

  private mutating func push(_ state: Int) {
    let sessions = Int(states[state].sessions)
    while heaps.count <= sessions { heaps.append(Heap()) }
    let left = states[state].rest
    let done = states[0].rest &- left
    let idle = sessions * tasks.length + states[state].used - done.amounts[0]
    let rank = 50_000 * idle / (max(1, sessions) * tasks.length) - left.amounts[3]
    heaps[sessions].insert(Open(rank: rank, state: Int32(state)))
  }

  private mutating func open(_ state: Int32, below limit: Int, loads most: Int, isOutOfTime: () -> Bool) {
    let from = states[Int(state)]
    let base = Int(state) * words
    let isWhole = loads.enumerate(
      from: Array(sets[base..<base + words]), at: from.used, sessions: Int(from.sessions), most: most,
      isOutOfTime: isOutOfTime)
    effort += loads.steps
    if !isWhole {
      if most < mostLoads || isOutOfTime() {
        truncated.append(state)
      } else {
        dropped = min(dropped, lowerBound(of: Int(state)))
      }
    }
    for index in 0..<loads.found.count { reach(index, from: state, below: limit) }
  }

  private mutating func reach(_ index: Int, from state: Int32, below limit: Int) {
    let load = loads.found[index]
    let rest = states[Int(state)].rest &- load.measures
    let (sessions, used) = (load.sessions, load.used)
    if rest.amounts[3] == 0 {
      let total = sessions + (used > 0 ? 1 : 0)
      if total < bound(limit) {
        append(index, State(parent: state, sessions: Int32(sessions), used: used, rest: rest))
        best = (Int32(states.count - 1), total)
      }
      return
    }
    guard sessions + rest.sessions(beside: used, length: tasks.length) < bound(limit) else { return }
    guard states.count < Self.mostStates, sets.count < Self.mostWords else {
      dropped = min(dropped, lowerBound(of: Int(state)))
      return
    }
    append(index, State(parent: state, sessions: Int32(sessions), used: used, rest: rest))
    let new = states.count - 1
    let known = table.findOrInsert(new, sets)
    if known == new {
      if !isTooLate(new, below: limit) { push(new) }
      return
    }
    let old = states[known]
    if (Int(old.sessions), old.used) <= (sessions, used) {
      states.removeLast()
      sets.removeLast(words)
    } else {
      states[known].isBeaten = true
      table.replace(known, by: new, sets)
      if !isTooLate(new, below: limit) { push(new) }
    }
  }

  /// Whether the sizes of what is left show that a state leads to nothing better.
  private mutating func isTooLate(_ state: Int, below limit: Int) -> Bool {
    let (sessions, used) = (Int(states[state].sessions), states[state].used)
    let base = state * words
    let least = pieces.sessions(beside: used) { [sets] in sets[base + $0 / 64] & (1 << UInt64($0 % 64)) != 0 }
    return sessions + least >= bound(limit)
  }

  private mutating func append(_ index: Int, _ state: State) {
    states.append(state)
    let base = Int(state.parent) * words
    for word in 0..<words { sets.append(sets[base + word] | loads.foundSets[index * words + word]) }
  }

  /// The tasks done on the best way, session by session, each in an order in which they can be done.
  var bestOrder: [Int]? {
    guard let best else { return nil }
    var way: [Int] = []
    var state = Int(best.state)
    while state >= 0 {
      way.append(state)
      state = Int(states[state].parent)
    }
    var order: [Int] = []
    for (later, earlier) in zip(way.reversed().dropFirst(), way.reversed()) {
      let added = (0..<tasks.count).filter { contains(later, $0) && !contains(earlier, $0) }
      order += loads.sequence(of: added, after: (0..<tasks.count).filter { contains(earlier, $0) })
    }
    return order
  }

  private func contains(_ state: Int, _ task: Int) -> Bool {
    sets[state * words + task / 64] & (1 << UInt64(task % 64)) != 0
  }
}

/// Which state has which set: open addressing over the sets themselves.
private struct StateTable {
  private var slots: [Int32]
  private var count = 0
  private let words: Int

  init(words: Int) {
    self.words = words
    slots = Array(repeating: -1, count: 1 << 10)
  }

  /// The state that has the same set as this one, which becomes it where there is none.
  mutating func findOrInsert(_ state: Int, _ sets: [UInt64]) -> Int {
    if 2 * count >= slots.count { grow(sets) }
    let slot = slot(of: state, sets)
    if slots[slot] >= 0 { return Int(slots[slot]) }
    slots[slot] = Int32(state)
    count += 1
    return state
  }

  /// Puts a state in the place of one with the same set.
  mutating func replace(_ known: Int, by state: Int, _ sets: [UInt64]) {
    slots[slot(of: known, sets)] = Int32(state)
  }

  private func slot(of state: Int, _ sets: [UInt64]) -> Int {
    var slot = hash(state, sets) & (slots.count - 1)
    while slots[slot] >= 0, !isSame(Int(slots[slot]), state, sets) { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }

  private func isSame(_ one: Int, _ other: Int, _ sets: [UInt64]) -> Bool {
    for word in 0..<words where sets[one * words + word] != sets[other * words + word] { return false }
    return true
  }

  /// After the finalizer of MurmurHash3.
  private func hash(_ state: Int, _ sets: [UInt64]) -> Int {
    var hash: UInt64 = 0
    for word in 0..<words {
      hash = (hash ^ sets[state * words + word]) &* 0xff51_afd7_ed55_8ccd
      hash ^= hash >> 32
    }
    return Int(truncatingIfNeeded: hash >> 1)
  }

  private mutating func grow(_ sets: [UInt64]) {
    let old = slots
    slots = Array(repeating: -1, count: 2 * old.count)
    for state in old where state >= 0 { slots[slot(of: Int(state), sets)] = state }
  }
}
