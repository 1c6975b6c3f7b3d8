package import CurriculumModel

/// A plan as the pair knows it: what it was told to do, in which session, from which text.
///
/// Kept so that a later plan can change it least and say what moved. It names modules and nobody.
package struct KnownPlan: Hashable, Sendable {
  /// A module of the plan.
  package struct Step: Hashable, Sendable, CustomStringConvertible {
    /// The module.
    package let module: Identifier<Module>
    /// The version of its text then.
    package let version: SemanticVersion
    /// The session in which it begins, from 1, those held before among them.
    package let session: Int

    /// A step from its parts.
    package init(_ module: Identifier<Module>, _ version: SemanticVersion, session: Int) {
      self.module = module
      self.version = version
      self.session = session
    }

    /// A step written as `description` writes it, or nil.
    package init?(_ text: some StringProtocol) {
      let halves = text.split(separator: "=", omittingEmptySubsequences: false)
      guard halves.count == 2, let session = Int(halves[1]), (1...Self.mostSessions).contains(session) else {
        return nil
      }
      let names = halves[0].split(separator: "@", omittingEmptySubsequences: false)
      guard names.count == 2, !names[0].isEmpty, let version = SemanticVersion(names[1]) else { return nil }
      self.init(Identifier(String(names[0])), version, session: session)
    }

    /// `sm-profile@1.2.0=4`.
    package var description: String { "\(module)@\(version)=\(session)" }

    /// No plan goes on for longer.
    private static let mostSessions = 100_000
  }

  /// The modules, in order.
  package let steps: [Step]

  /// A plan from its steps.
  package init(_ steps: [Step]) {
    self.steps = steps
  }

  /// The modules, in order.
  package var modules: [Identifier<Module>] { steps.map(\.module) }

  /// The plan with each module under the identifier of today.
  package func current(_ terms: ModuleTerms) -> KnownPlan {
    KnownPlan(steps.map { Step(terms.current($0.module), $0.version, session: $0.session) })
  }
}
