/// Bounds on the sessions that what is left takes, whatever its order, from the sizes of all pieces together.
///
/// Dearer and stronger than `SessionMeasures`: the bound L2 of Martello and Toth ("Lower bounds and reduction procedures
/// for the bin packing problem", 1990), and how many pieces longer than a third can share a session with another.
struct PieceBound {
  /// The pieces, the longest first: what remains of each in its last session, and whose it is.
  private let pieces: [(size: Int, task: Int)]
  /// The whole sessions that pieces of each task fill.
  private let whole: [Int]
  private let length: Int
  private var sizes: [Int] = []

  /// The pieces of all tasks.
  init(_ tasks: PackingTasks) {
    length = tasks.length
    var pieces: [(size: Int, task: Int)] = []
    var whole = [Int](repeating: 0, count: tasks.count)
    for task in 0..<tasks.count {
      for piece in tasks.longPieces[task] ?? [tasks.minutes[task]] where piece > 0 {
        let full = (piece - 1) / tasks.length
        whole[task] += full
        pieces.append((piece - full * tasks.length, task))
      }
    }
    self.pieces = pieces.sorted { ($1.size, $0.task) < ($0.size, $1.task) }
    self.whole = whole
  }

  /// The least number of sessions for the tasks that are not done, beside minutes already used in the first.
  ///
  /// O(p) for p pieces.
  mutating func sessions(beside used: Int, isDone: (Int) -> Bool) -> Int {
    sizes.removeAll(keepingCapacity: true)
    var isUsedAdded = used == 0
    var full = 0
    for task in whole.indices where whole[task] > 0 && !isDone(task) { full += whole[task] }
    for piece in pieces where !isDone(piece.task) {
      if !isUsedAdded, piece.size <= used {
        sizes.append(used)
        isUsedAdded = true
      }
      sizes.append(piece.size)
    }
    if !isUsedAdded { sizes.append(used) }
    return full + max(thresholdBound, pairBound)
  }

  /// L2 for every threshold: pieces that leave less room than it are alone, the others above half share with those
  /// between it and half.
  private var thresholdBound: Int {
    let half = sizes.firstIndex { 2 * $0 <= length } ?? sizes.count
    var best = half
    var alone = half
    var room = 0
    var rest = 0
    for index in half..<sizes.count {
      rest += sizes[index]
      if index + 1 < sizes.count, sizes[index + 1] == sizes[index] { continue }
      while alone > 0, sizes[alone - 1] <= length - sizes[index] {
        alone -= 1
        room += length - sizes[alone]
      }
      best = max(best, half + max(0, (rest - room + length - 1) / length))
    }
    return best
  }

  /// Pieces longer than a third are at most two in a session: the most pairs are found from the largest on, each with
  /// the largest that still fits.
  private var pairBound: Int {
    var first = 0
    var last = (sizes.firstIndex { 3 * $0 <= length } ?? sizes.count) - 1
    var count = 0
    while first <= last {
      // The largest left either goes with the smallest left, or with nothing.
      if first < last, sizes[first] + sizes[last] <= length { last -= 1 }
      first += 1
      count += 1
    }
    return count
  }
}
