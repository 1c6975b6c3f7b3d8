/// The fewest sessions into which tasks can be packed, and how far that is proved.
struct FewestSessions {
  /// An order that takes fewer sessions than were known before; nil where none was found.
  private(set) var order: [Int]?
  /// Fewer sessions than this are impossible without missing a deadline.
  private(set) var lowerBound: Int
  /// Whether nothing keeps every deadline.
  private(set) var isImpossible = false

  /// How much the search may spend: some seconds of one processor core.
  private static let budget = 60_000_000
  /// What is spent in one direction before the other has its turn.
  private static let slice = 20_000

  /// Looks for fewer sessions than `known` (nil where nothing is known to keep every deadline).
  ///
  /// Where the tasks can be reversed, they are packed from both ends in turn: one direction is often far easier, and
  /// which one is not known beforehand. The effort is bounded by count, so that the same tasks give the same order.
  /// A search that had to give up loads may end without knowing all; then the other goes on alone.
  init(
    _ tasks: PackingTasks, fewerThan known: Int?, lowerBound least: Int,
    mostLoads: Int = SessionSearch.mostLoads, isOutOfTime: () -> Bool
  ) {
    lowerBound = least
    var limit = known ?? Int.max
    var searches = [SessionSearch(tasks, mostLoads: mostLoads)]
    if tasks.canBeReversed { searches.append(SessionSearch(tasks.reversed, mostLoads: mostLoads)) }
    var slice = Self.slice
    var spent = 0
    while limit > lowerBound, spent < Self.budget, searches.contains(where: { !$0.isOver }), !isOutOfTime() {
      for direction in searches.indices where !searches[direction].isOver {
        let before = searches[direction].effort
        searches[direction].run(below: limit, spending: slice, isOutOfTime: isOutOfTime)
        spent += searches[direction].effort - before
        if let sessions = searches[direction].best?.sessions, sessions < limit {
          limit = sessions
          order = direction == 0 ? searches[direction].bestOrder : searches[direction].bestOrder?.reversed()
        }
        if searches[direction].isExhausted {
          isImpossible = limit == Int.max
          lowerBound = limit == Int.max ? lowerBound : limit
          return
        }
        if searches[direction].isOver { lowerBound = max(lowerBound, min(limit, searches[direction].lowerBound)) }
        if limit <= lowerBound { return }
      }
      slice *= 2
    }
    for search in searches { lowerBound = max(lowerBound, min(limit, search.lowerBound)) }
  }
}
