/// A network with capacities, and the greatest flow through it.
///
/// Blocking flows along shortest paths (Dinic, "Algorithm for solution of a problem of maximum flow in a network with
/// power estimation", 1970). The space is used again from network to network.
struct FlowNetwork {
  /// More than any flow.
  static let unlimited = 1 << 40

  private var first: [Int] = []
  private var next: [Int] = []
  private var head: [Int] = []
  private var room: [Int] = []
  private var level: [Int] = []
  private var cursor: [Int] = []
  private var queue: [Int] = []

  /// Forgets the network.
  mutating func clear() {
    first.removeAll(keepingCapacity: true)
    next.removeAll(keepingCapacity: true)
    head.removeAll(keepingCapacity: true)
    room.removeAll(keepingCapacity: true)
  }

  /// A new vertex.
  mutating func addVertex() -> Int {
    first.append(-1)
    return first.count - 1
  }

  /// An arc of a capacity.
  mutating func addArc(from tail: Int, to end: Int, capacity: Int) {
    head.append(end)
    room.append(capacity)
    next.append(first[tail])
    first[tail] = head.count - 1
    head.append(tail)
    room.append(0)
    next.append(first[end])
    first[end] = head.count - 1
  }

  /// The greatest flow, or some flow of at least `enough`.
  mutating func flow(from source: Int, to sink: Int, enough: Int) -> Int {
    var total = 0
    while total < enough, findLevels(from: source, to: sink) {
      cursor = first
      while total < enough {
        let sent = push(source, sink, Self.unlimited)
        if sent == 0 { break }
        total += sent
      }
    }
    return total
  }

  /// Marks the vertices from which the sink can still be reached after a greatest flow.
  mutating func markBehind(_ sink: Int, in isBehind: inout [Bool]) {
    isBehind.removeAll(keepingCapacity: true)
    isBehind.append(contentsOf: repeatElement(false, count: first.count))
    queue.removeAll(keepingCapacity: true)
    queue.append(sink)
    isBehind[sink] = true
    var position = 0
    while position < queue.count {
      let vertex = queue[position]
      position += 1
      var arc = first[vertex]
      while arc >= 0 {
        // The arc's twin leads from the other end to this vertex.
        if room[arc ^ 1] > 0, !isBehind[head[arc]] {
          isBehind[head[arc]] = true
          queue.append(head[arc])
        }
        arc = next[arc]
      }
    }
  }

  private mutating func findLevels(from source: Int, to sink: Int) -> Bool {
    level.removeAll(keepingCapacity: true)
    level.append(contentsOf: repeatElement(-1, count: first.count))
    queue.removeAll(keepingCapacity: true)
    queue.append(source)
    level[source] = 0
    var position = 0
    while position < queue.count {
      let vertex = queue[position]
      position += 1
      if vertex == sink { return true }
      var arc = first[vertex]
      while arc >= 0 {
        if room[arc] > 0, level[head[arc]] < 0 {
          level[head[arc]] = level[vertex] + 1
          queue.append(head[arc])
        }
        arc = next[arc]
      }
    }
    return false
  }

  private mutating func push(_ vertex: Int, _ sink: Int, _ amount: Int) -> Int {
    if vertex == sink { return amount }
    while cursor[vertex] >= 0 {
      let arc = cursor[vertex]
      if room[arc] > 0, level[head[arc]] == level[vertex] + 1 {
        let sent = push(head[arc], sink, min(amount, room[arc]))
        if sent > 0 {
          room[arc] -= sent
          room[arc ^ 1] += sent
          return sent
        }
      }
      cursor[vertex] = next[arc]
    }
    return 0
  }
}
