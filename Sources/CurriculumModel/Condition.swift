/// A monotone condition: all, any or at least n of further conditions, down to leaves.
///
/// There is no "not": learning more never closes a door, so a valid plan stays valid as facts are added.
package indirect enum Condition<Leaf> {
  /// A single statement.
  case leaf(Leaf)
  /// All of these; holds where there are none.
  case all([Condition])
  /// At least one of these; never holds where there are none.
  case any([Condition])
  /// At least this many of these.
  case atLeast(Int, [Condition])

  /// The condition that always holds.
  package static var always: Condition { .all([]) }

  /// Whether the condition holds, given which leaves do.
  @inlinable
  package func holds(_ leafHolds: (Leaf) -> Bool) -> Bool {
    switch self {
    case .leaf(let leaf): leafHolds(leaf)
    case .all(let parts): parts.allSatisfy { $0.holds(leafHolds) }
    case .any(let parts): parts.contains { $0.holds(leafHolds) }
    case .atLeast(let n, let parts): parts.count { $0.holds(leafHolds) } >= n
    }
  }

  /// The same condition over other leaves.
  @inlinable
  package func map<Other>(_ transform: (Leaf) throws -> Other) rethrows -> Condition<Other> {
    switch self {
    case .leaf(let leaf): .leaf(try transform(leaf))
    case .all(let parts): .all(try parts.map { try $0.map(transform) })
    case .any(let parts): .any(try parts.map { try $0.map(transform) })
    case .atLeast(let n, let parts): .atLeast(n, try parts.map { try $0.map(transform) })
    }
  }

  /// The condition with each leaf replaced by a condition.
  @inlinable
  package func flatMap<Other>(_ transform: (Leaf) throws -> Condition<Other>) rethrows -> Condition<Other> {
    switch self {
    case .leaf(let leaf): try transform(leaf)
    case .all(let parts): .all(try parts.map { try $0.flatMap(transform) })
    case .any(let parts): .any(try parts.map { try $0.flatMap(transform) })
    case .atLeast(let n, let parts): .atLeast(n, try parts.map { try $0.flatMap(transform) })
    }
  }

  /// All leaves, in the order in which they are written.
  @inlinable
  package var leaves: [Leaf] {
    switch self {
    case .leaf(let leaf): [leaf]
    case .all(let parts), .any(let parts), .atLeast(_, let parts): parts.flatMap { $0.leaves }
    }
  }
}

extension Condition {
  /// Calls a function with each leaf, in the order in which they are written.
  @inlinable
  package func forEachLeaf(_ body: (Leaf) throws -> Void) rethrows {
    switch self {
    case .leaf(let leaf): try body(leaf)
    case .all(let parts), .any(let parts), .atLeast(_, let parts): for part in parts { try part.forEachLeaf(body) }
    }
  }
}

extension Condition: Equatable where Leaf: Equatable {}
extension Condition: Hashable where Leaf: Hashable {}
extension Condition: Sendable where Leaf: Sendable {}
