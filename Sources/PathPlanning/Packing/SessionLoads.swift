import CurriculumModel

/// What one session can hold after a set of tasks: the loads to which nothing more can be added.
///
/// Tasks are listed as they become available and each is taken or passed over in the order of the list, so that no load
/// comes twice, whatever waits for what. A task that is split ends a load, since it runs on into later sessions; before
/// it, loads with room left count too.
struct SessionLoads {
  /// A load, and the moment at which it ends.
  struct Load {
    /// What it holds.
    var measures: SessionMeasures
    /// Sessions that are over after it.
    var sessions: Int
    /// Minutes taken of the session after those.
    var used: Int
  }

  /// The loads found last.
  private(set) var found: [Load] = []
  /// Their tasks as sets, one after the other.
  private(set) var foundSets: [UInt64] = []
  /// What the last enumeration cost.
  private(set) var steps = 0

  private let tasks: PackingTasks
  private let words: Int
  private let substitutes: [[Int]]
  private let weights: [Int]
  /// The tasks by what is at stake, the most first.
  private let ranking: [Int]
  private var taken: [Bool]
  private var missing: [Int]
  private var isListed: [Bool]
  private var list: [Int] = []
  private var set: [UInt64]
  private var start = 0
  private var sessions = 0
  private var most = 0
  private var mustHold = -1

  /// Space for the loads of these tasks.
  init(_ tasks: PackingTasks) {
    self.tasks = tasks
    words = (tasks.count + 63) / 64
    substitutes = tasks.substitutes
    let weights = tasks.positionalWeights
    self.weights = weights
    ranking = (0..<tasks.count).sorted { (-weights[$0], $0) < (-weights[$1], $1) }
    taken = Array(repeating: false, count: tasks.count)
    missing = tasks.waits
    isListed = taken
    set = Array(repeating: 0, count: words)
  }

  /// Finds the loads of a session that begins after these tasks, at this minute; false where there are more than asked for.
  mutating func enumerate(
    from done: [UInt64], at used: Int, sessions: Int, most: Int, isOutOfTime: () -> Bool
  ) -> Bool {
    found.removeAll(keepingCapacity: true)
    foundSets.removeAll(keepingCapacity: true)
    list.removeAll(keepingCapacity: true)
    (steps, start, self.sessions, self.most) = (0, used, sessions, most)
    for word in 0..<words { set[word] = 0 }
    missing = tasks.waits
    for task in 0..<tasks.count { taken[task] = done[task / 64] & (1 << UInt64(task % 64)) != 0 }
    for task in 0..<tasks.count where taken[task] {
      for user in tasks.users[task] { missing[user] -= 1 }
    }
    // Whatever was due in a session that is over can no longer be in time.
    if tasks.hasDeadlines, (0..<tasks.count).contains(where: { !taken[$0] && tasks.deadlines[$0] <= sessions }) {
      return true
    }
    for task in ranking {
      isListed[task] = !taken[task] && canStart(task)
      if isListed[task] { list.append(task) }
    }
    mustHold = -1
    if start > 0 {
      let isWhole = extend(from: 0, room: tasks.length - used, measures: .zero, isOutOfTime: isOutOfTime)
      let isAtEnd = list.allSatisfy { tasks.longPieces[$0] != nil || tasks.minutes[$0] > tasks.length - used }
      // Where nothing fits into what is left of the session, the next one begins.
      guard isWhole, isAtEnd else { return isWhole }
      start = 0
      self.sessions += 1
    }
    mustHold = freeOfOrder() ? list.max { (tasks.minutes[$0], -$0) < (tasks.minutes[$1], -$1) } ?? -1 : -1
    return extend(from: 0, room: tasks.length - start, measures: .zero, isOutOfTime: isOutOfTime)
  }

  private func canStart(_ task: Int) -> Bool {
    if let condition = tasks.alternatives[task] { return condition.holds { $0.contains { taken[$0] } } }
    return missing[task] == 0
  }

  /// Whether nothing that is left waits for anything, is due or is split: then any session may be the next.
  private func freeOfOrder() -> Bool {
    guard start == 0, !tasks.hasDeadlines, substitutes.count == tasks.count else { return false }
    for task in 0..<tasks.count where !taken[task] {
      if !isListed[task] || tasks.longPieces[task] != nil || tasks.users[task].contains(where: { !taken[$0] }) {
        return false
      }
    }
    return true
  }

  private mutating func extend(
    from place: Int, room: Int, measures: SessionMeasures, isOutOfTime: () -> Bool
  ) -> Bool {
    steps += 1
    if steps & 1023 == 0, isOutOfTime() { return false }
    for task in list where tasks.longPieces[task] != nil && !taken[task] { add(split: task, room: room, measures) }
    var index = place
    while index < list.count {
      let task = list[index]
      index += 1
      guard tasks.minutes[task] <= room, tasks.longPieces[task] == nil else { continue }
      let known = list.count
      take(task)
      let goesOn = extend(
        from: index, room: room - tasks.minutes[task], measures: measures &+ tasks.measures[task],
        isOutOfTime: isOutOfTime)
      putBack(task, known: known)
      if !goesOn { return false }
    }
    if isComplete(room) { add(measures) }
    return found.count < most
  }

  private mutating func take(_ task: Int) {
    taken[task] = true
    set[task / 64] |= 1 << UInt64(task % 64)
    for user in tasks.users[task] {
      missing[user] -= 1
      if !isListed[user], !taken[user], canStart(user) {
        isListed[user] = true
        list.append(user)
      }
    }
  }

  private mutating func putBack(_ task: Int, known: Int) {
    while list.count > known { isListed[list.removeLast()] = false }
    for user in tasks.users[task] { missing[user] += 1 }
    set[task / 64] &= ~(1 << UInt64(task % 64))
    taken[task] = false
  }

  /// Whether the load can be left as it is: nothing more fits, and no better load has the same place.
  private func isComplete(_ room: Int) -> Bool {
    if mustHold >= 0, !taken[mustHold] { return false }
    var isUseful = false
    var holdsSome = false
    for task in list {
      if !taken[task] {
        if tasks.longPieces[task] == nil, tasks.minutes[task] <= room { return false }
        continue
      }
      holdsSome = true
      for other in substitutes[task] where isListed[other] && !taken[other] {
        if tasks.minutes[other] - tasks.minutes[task] <= room { return false }
      }
      isUseful = isUseful || tasks.users[task].contains { !taken[$0] } || tasks.deadlines[task] < Int.max
    }
    // A session that opens nothing may as well come last, unless only such are left.
    if start == 0, mustHold < 0, holdsSome, !isUseful, isAnythingAwaited() { return false }
    return holdsSome
  }

  /// Whether something that is left waits for something else that is left.
  private func isAnythingAwaited() -> Bool {
    for task in 0..<tasks.count where !taken[task] {
      if tasks.users[task].contains(where: { !taken[$0] }) { return true }
    }
    return false
  }

  private mutating func add(_ measures: SessionMeasures) {
    if tasks.hasDeadlines, list.contains(where: { taken[$0] && tasks.deadlines[$0] <= sessions }) { return }
    found.append(Load(measures: measures, sessions: sessions + 1, used: 0))
    foundSets += set
  }

  /// A load that ends with a task that runs on.
  private mutating func add(split task: Int, room: Int, _ measures: SessionMeasures) {
    var clock = SessionClock(session: sessions + 1, used: tasks.length - room)
    for piece in tasks.longPieces[task] ?? [] { _ = clock.pass(piece, length: tasks.length) }
    if clock.session > tasks.deadlines[task] { return }
    if tasks.hasDeadlines, list.contains(where: { taken[$0] && tasks.deadlines[$0] <= sessions }) { return }
    let isFull = clock.used == tasks.length
    found.append(
      Load(
        measures: measures &+ tasks.measures[task], sessions: isFull ? clock.session : clock.session - 1,
        used: isFull ? 0 : clock.used))
    set[task / 64] |= 1 << UInt64(task % 64)
    foundSets += set
    set[task / 64] &= ~(1 << UInt64(task % 64))
  }

  /// These tasks in an order in which they can be done after others, a split one last.
  func sequence(of added: [Int], after done: [Int]) -> [Int] {
    var taken = [Bool](repeating: false, count: tasks.count)
    for task in done { taken[task] = true }
    var needed = tasks.waits
    for task in done { for user in tasks.users[task] { needed[user] -= 1 } }
    var left = added.filter { tasks.longPieces[$0] == nil } + added.filter { tasks.longPieces[$0] != nil }
    var order: [Int] = []
    func canStart(_ task: Int) -> Bool {
      tasks.alternatives[task].map { $0.holds { $0.contains { taken[$0] } } } ?? (needed[task] == 0)
    }
    while let place = left.firstIndex(where: canStart) {
      let task = left.remove(at: place)
      taken[task] = true
      for user in tasks.users[task] { needed[user] -= 1 }
      order.append(task)
    }
    return order
  }
}
