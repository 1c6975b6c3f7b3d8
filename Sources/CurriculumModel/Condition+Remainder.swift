extension Condition {
  /// What remains to be met once the leaves that hold are gone; nil where the condition holds.
  ///
  /// What a single part is asked for stands for itself, and parts of the same kind stand in one list.
  package func remainder(_ leafHolds: (Leaf) -> Bool) -> Condition? {
    guard !holds(leafHolds) else { return nil }
    switch self {
    case .leaf: return self
    case .all(let parts): return Self.every(parts.compactMap { $0.remainder(leafHolds) })
    case .any(let parts): return Self.some(1, parts.compactMap { $0.remainder(leafHolds) })
    case .atLeast(let wanted, let parts):
      let open = parts.compactMap { $0.remainder(leafHolds) }
      return Self.some(wanted - (parts.count - open.count), open)
    }
  }

  private static func every(_ parts: [Condition]) -> Condition {
    let flat = parts.flatMap { part in
      if case .all(let inner) = part { inner } else { [part] }
    }
    return flat.count == 1 ? flat[0] : .all(flat)
  }

  private static func some(_ wanted: Int, _ parts: [Condition]) -> Condition {
    if wanted == parts.count { return every(parts) }
    return wanted == 1 ? .any(parts) : .atLeast(wanted, parts)
  }
}
