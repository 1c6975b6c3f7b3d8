/// Every order of some nodes, the given one first, one after the other.
///
/// Source: B. R. Heap, "Permutations by interchanges", 1963, in its form without recursion.
struct Permutations: Sequence, IteratorProtocol {
  private var current: [Int]
  private var counters: [Int]
  private var index = 0
  private var isFirst = true

  /// The orders of these nodes.
  init(_ nodes: [Int]) {
    current = nodes
    counters = Array(repeating: 0, count: nodes.count)
  }

  /// The next order, or nil after the last.
  mutating func next() -> [Int]? {
    if isFirst {
      isFirst = false
      return current
    }
    while index < current.count {
      if counters[index] < index {
        current.swapAt(index.isMultiple(of: 2) ? 0 : counters[index], index)
        counters[index] += 1
        index = 0
        return current
      }
      counters[index] = 0
      index += 1
    }
    return nil
  }
}
