package import CurriculumModel

extension Condition {
  /// The leaves that do not hold and on which it rests that the condition does not; none where it holds.
  package func unmet(_ leafHolds: (Leaf) -> Bool) -> [Leaf] {
    guard !holds(leafHolds) else { return [] }
    switch self {
    case .leaf(let leaf): return [leaf]
    case .all(let parts), .any(let parts), .atLeast(_, let parts): return parts.flatMap { $0.unmet(leafHolds) }
    }
  }
}

extension Library {
  /// The facts that a pair lacks to begin a module; none where its condition holds or the library has no such module.
  package func unmet(for module: Identifier<Module>, given attainments: Attainments) -> [Fact] {
    let facts = attainments.facts(in: self)
    return modules[module]?.opportunity.condition.unmet(facts.contains) ?? []
  }
}
