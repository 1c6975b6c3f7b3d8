import CurriculumModel

/// A planning problem as flat arrays: nodes that hold once the weights of those of their children that hold add up
/// to a threshold.
///
/// Modules, facts that several modules give, gates (all, any, at least n) and sums are all such nodes; only modules
/// cost anything. What holds at first is folded away; only what can be reached and matters to the goal is kept.
/// The first `moduleCount` nodes are the modules, in order of identifier. Space is O(s) for s the size of all
/// conditions and effects.
struct DerivationGraph {
  /// The modules, by node.
  let modules: [Identifier<Module>]
  /// The minutes of each module.
  private(set) var minutes: [Int]
  /// The threshold of each node; 0 where it holds from the start.
  let need: [Int]
  /// The children of all nodes, one node after the other.
  let children: Adjacency
  /// The parents of all nodes: the same arcs the other way round.
  let parents: Adjacency
  /// By how much the weights of each node's children exceed its threshold; 0 where it needs all of them.
  let slack: [Int]
  /// The nodes that hold from the start, in order.
  let sources: [Int]
  /// Where each node comes from.
  let origins: [Origin]
  /// The node of the goal.
  let goal: Int

  /// How many modules there are.
  var moduleCount: Int { modules.count }
  /// How many nodes there are.
  var nodeCount: Int { need.count }

  /// What a node stands for, by names that others can give it too.
  enum Origin {
    /// A module.
    case module
    /// A fact that several modules give.
    case fact(Fact)
    /// A condition with parts, or a sum, by its number: in the order in which they are written, a condition before
    /// its parts, those of the modules in order of identifier, then the goal.
    case gate(Int)
  }

  /// Arcs in compressed rows.
  struct Adjacency {
    /// Where each node's arcs begin, and at the end where they all end.
    var starts: [Int]
    /// The nodes at the other end.
    var ends: [Int]
    /// What the child's holding counts towards the parent's threshold.
    var weights: [Int]

    /// The positions of a node's arcs.
    func arcs(of node: Int) -> Range<Int> { starts[node]..<starts[node + 1] }

    /// The same arcs from their other ends; O(a) for a arcs.
    var reversed: Adjacency {
      let count = starts.count - 1
      var places = [Int](repeating: 0, count: count + 1)
      for end in ends { places[end + 1] += 1 }
      for node in 0..<count { places[node + 1] += places[node] }
      var reversed = Adjacency(starts: places, ends: ends, weights: weights)
      for node in 0..<count {
        for arc in arcs(of: node) {
          let place = places[ends[arc]]
          places[ends[arc]] = place + 1
          reversed.ends[place] = node
          reversed.weights[place] = weights[arc]
        }
      }
      return reversed
    }

    /// The arcs between some nodes, which have these new numbers (-1 for the others).
    func restricted(to nodes: [Int], numbered number: [Int]) -> Adjacency {
      var kept = Adjacency(starts: [0], ends: [], weights: [])
      kept.ends.reserveCapacity(ends.count)
      kept.weights.reserveCapacity(ends.count)
      for node in nodes {
        for arc in arcs(of: node) where number[ends[arc]] >= 0 {
          kept.ends.append(number[ends[arc]])
          kept.weights.append(weights[arc])
        }
        kept.starts.append(kept.ends.count)
      }
      return kept
    }
  }

  /// The other end of an arc, and its weight.
  struct Arc {
    /// The node.
    var node: Int
    /// The weight.
    var weight: Int
  }

  /// A graph from the children of each node, the modules first.
  init(
    modules: [Identifier<Module>], minutes: [Int], need: [Int], children: Adjacency, origins: [Origin], goal: Int
  ) {
    self.modules = modules
    self.minutes = minutes
    self.need = need
    self.origins = origins
    self.goal = goal
    self.children = children
    parents = children.reversed
    slack = need.indices.map { node in
      children.arcs(of: node).reduce(0) { $0 + children.weights[$1] } - need[node]
    }
    sources = need.indices.filter { need[$0] <= 0 }
  }

  /// The part of the graph that some nodes make up, in order; the goal is one of them.
  func restricted(to nodes: [Int]) -> DerivationGraph {
    var number = [Int](repeating: -1, count: nodeCount)
    for (new, old) in nodes.enumerated() { number[old] = new }
    let kept = nodes.prefix { $0 < moduleCount }
    return DerivationGraph(
      modules: kept.map { modules[$0] }, minutes: kept.map { minutes[$0] }, need: nodes.map { need[$0] },
      children: children.restricted(to: nodes, numbered: number), origins: nodes.map { origins[$0] },
      goal: number[goal])
  }

  /// The same graph with other minutes.
  func with(minutes: [Int]) -> DerivationGraph {
    var graph = self
    graph.minutes = minutes
    return graph
  }
}

extension DerivationGraph.Adjacency {
  /// Rows from lists of arcs.
  init(_ rows: [[DerivationGraph.Arc]]) {
    self.init(starts: [0], ends: [], weights: [])
    starts.reserveCapacity(rows.count + 1)
    for row in rows {
      for arc in row {
        ends.append(arc.node)
        weights.append(arc.weight)
      }
      starts.append(ends.count)
    }
  }
}
