/// What of a framework a library teaches: for each competence, which modules, up to which level, and to whom.
package struct FrameworkCoverage: Equatable, Sendable {
  /// One module's part in a competence.
  package struct Teaching: Equatable, Sendable {
    /// The module.
    package let module: Identifier<Module>
    /// The highest level it brings a learner to; 0 in a framework without levels.
    package let level: Int
    /// Who gains it: both, where several objectives are for different people.
    package let audience: Partners
    /// The competence of another framework that the module names and that is the same one; nil where it names this one.
    package let through: CompetenceReference?
  }

  /// One competence and what teaches it.
  package struct Line: Equatable, Sendable {
    /// The competence.
    package let competence: Framework.Competence
    /// The modules that teach it, the highest level first, then in order of identifier; empty where none does.
    package let teaching: [Teaching]

    /// The highest level that any module brings a learner to; nil where none teaches the competence.
    package var highestLevel: Int? { teaching.first?.level }
  }

  /// The framework.
  package let framework: Framework
  /// Its competences, in the framework's order.
  package let lines: [Line]

  /// How many competences at least one module teaches.
  package var taught: Int { lines.count { !$0.teaching.isEmpty } }

  /// The competences that no module teaches, in the framework's order.
  package var missing: [Framework.Competence] { lines.filter(\.teaching.isEmpty).map(\.competence) }
}

extension Library {
  /// What of a framework the modules on offer teach; drafts and withdrawn modules count for nothing.
  ///
  /// A module that names the same competence of another framework, by either framework's word, teaches it too.
  ///
  /// - Complexity: O(m + t log t) for m modules with t alignments in all.
  package func coverage(of framework: Framework) -> FrameworkCoverage {
    let gains = self.gains
    return FrameworkCoverage(
      framework: framework,
      lines: framework.competences.map { competence in
        let own = CompetenceReference(framework: framework.id, code: competence.code)
        var teaching: [Identifier<Module>: FrameworkCoverage.Teaching] = [:]
        for reference in [own] + sameElsewhere(as: competence, own) {
          for (module, gain) in gains[reference] ?? [] where teaching[module] == nil {
            teaching[module] = .init(
              module: module, level: gain.level, audience: gain.audience, through: reference == own ? nil : reference)
          }
        }
        return .init(
          competence: competence,
          teaching: teaching.values.sorted { $0.level == $1.level ? $0.module < $1.module : $0.level > $1.level })
      })
  }

  /// What each module on offer brings a learner to, by the competence that it names.
  private var gains: [CompetenceReference: [(module: Identifier<Module>, gain: (level: Int, audience: Partners))]] {
    var result: [CompetenceReference: [(module: Identifier<Module>, gain: (level: Int, audience: Partners))]] = [:]
    for module in offeredModules {
      var gains: [CompetenceReference: (level: Int, audience: Partners)] = [:]
      for objective in module.objectives {
        for held in objective.competences {
          let known = gains[held.competence]
          gains[held.competence] = (
            max(known?.level ?? 0, held.level),
            known.map { $0.audience.joined(objective.audience) } ?? objective.audience
          )
        }
      }
      for (reference, gain) in gains { result[reference, default: []].append((module.id, gain)) }
    }
    return result
  }

  /// The competences of other frameworks that are this one, by its own word or by theirs, in order.
  private func sameElsewhere(as competence: Framework.Competence, _ own: CompetenceReference) -> [CompetenceReference] {
    let theirs = frameworks.values.flatMap { other in
      other.competences.filter { $0.same.contains(own) }.map {
        CompetenceReference(framework: other.id, code: $0.code)
      }
    }
    return Set(competence.same + theirs).subtracting([own]).sorted()
  }
}

extension Partners {
  /// The people meant by either.
  fileprivate func joined(_ other: Partners) -> Partners {
    self == other ? self : .both
  }
}
