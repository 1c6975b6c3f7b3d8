package import CurriculumModel

extension Plan {
  /// The shortest chain of steps from a module to a goal: each opens the next, and a goal needs the last.
  ///
  /// Of equally short ones, that of the steps planned first. Nil where the plan has no such step. O(n²) for n steps.
  package func chain(from module: Identifier<Module>) -> [Step]? {
    var places: [Identifier<Module>: Int] = [:]
    for (place, step) in steps.enumerated() { places[step.module] = place }
    guard let first = places[module] else { return nil }
    var chains = [[first]]
    var seen: Set<Int> = [first]
    while !chains.isEmpty {
      if let chain = chains.first(where: { $0.last.map { !steps[$0].rationale.aims.isEmpty } ?? false }) {
        return chain.map { steps[$0] }
      }
      chains = chains.flatMap { chain in
        let opened = chain.last.map { steps[$0].rationale.opens } ?? []
        return opened.compactMap { places[$0] }.filter { seen.insert($0).inserted }.map { chain + [$0] }
      }
    }
    return [steps[first]]
  }

  /// The session in which each module begins, from 1.
  package var begins: [Identifier<Module>: Int] {
    Dictionary(sessions.flatMap { session in session.parts.map { ($0.module, session.number) } }) { min($0, $1) }
  }

  /// The numbers of the sessions in which a module is done, from 1.
  package func sessions(of module: Identifier<Module>) -> [Int] {
    sessions.filter { $0.parts.contains { $0.module == module } }.map(\.number)
  }
}
