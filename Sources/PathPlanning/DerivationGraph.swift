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

    /// Rows from lists of arcs.
    init(_ rows: [[Arc]]) {
      starts = [0]
      starts.reserveCapacity(rows.count + 1)
      ends = []
      weights = []
      for row in rows {
        for arc in row {
          ends.append(arc.node)
          weights.append(arc.weight)
        }
        starts.append(ends.count)
      }
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
    modules: [Identifier<Module>], minutes: [Int], need: [Int], children rows: [[Arc]], origins: [Origin], goal: Int
  ) {
    self.modules = modules
    self.minutes = minutes
    self.need = need
    self.origins = origins
    self.goal = goal
    children = Adjacency(rows)
    var reversed = [[Arc]](repeating: [], count: rows.count)
    for (parent, row) in rows.enumerated() {
      for arc in row { reversed[arc.node].append(Arc(node: parent, weight: arc.weight)) }
    }
    parents = Adjacency(reversed)
    slack = rows.indices.map { node in rows[node].reduce(0) { $0 + $1.weight } - need[node] }
    sources = need.indices.filter { need[$0] <= 0 }
  }

  /// The same graph with other minutes.
  func with(minutes: [Int]) -> DerivationGraph {
    var graph = self
    graph.minutes = minutes
    return graph
  }
}
