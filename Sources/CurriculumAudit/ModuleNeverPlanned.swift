import Bilingual
import CurriculumModel
import CurriculumReading
import Diagnostics
import Markup
import PathPlanning

/// A module that no plan uses, because another gives all that it gives, sooner or more easily.
///
/// Whatever asks for the module itself, or counts it in a sum, could use it beside the other; so only a module that
/// nothing names and no sum counts is found.
enum ModuleNeverPlanned: AuditRule {
  static func findings(in context: AuditContext) -> [Diagnostic] {
    let offered = context.library.offeredModules
    let named = names(in: context.library)
    return context.draft.modules.compactMap { draft in
      guard let module = context.library.modules[draft.id.value], module.isOffered, !named.contains(module.id),
        let other = offered.first(where: { dominates($0, module) })
      else { return nil }
      return finding(draft.id, other)
    }
  }

  /// The modules that something asks for or counts.
  private static func names(in library: Library) -> Set<Identifier<Module>> {
    var named: Set<Identifier<Module>> = []
    for module in library.offeredModules {
      for case .passed(let one) in module.opportunity.condition.leaves { named.insert(one) }
      if let refresh = module.validity?.refresh { named.insert(refresh) }
    }
    for curriculum in library.curricula.values {
      named.formUnion(curriculum.milestones.map(\.module))
      named.formUnion(curriculum.groups.flatMap(\.modules))
      let all = PlanningProblem(library: library, curriculum: curriculum)
      let certificates = curriculum.certificates.map { Goal.certificate($0.id) }
      let aims = all.aims + PlanningProblem(library: library, curriculum: curriculum, goals: certificates).aims
      for leaf in aims.flatMap(\.condition.leaves) {
        switch leaf {
        case .fact(.passed(let module)): named.insert(module)
        case .fact(.holds): break
        case .sum(let quantity): named.formUnion(quantity.weights.filter { $0.amount > 0 }.map(\.module))
        }
      }
    }
    return named
  }

  /// Whether one module takes the place of another in every plan.
  private static func dominates(_ one: Module, _ other: Module) -> Bool {
    guard one.id != other.id else { return false }
    let (a, b) = (one.opportunity, other.opportunity)
    let gains = Set(b.effects).subtracting([.passed(b.module)])
    guard a.direction == b.direction, a.minutes <= b.minutes, gains.isSubset(of: a.effects),
      follows(a.condition, from: b.condition)
    else { return false }
    // A longer module that the senior leads gives back more, which a share may ask for.
    guard a.minutes < b.minutes else { return Set(a.effects).count > gains.count + 1 }
    return a.direction == .juniorToSenior
  }

  /// Whether a condition surely holds wherever another does.
  private static func follows(_ one: Condition<Fact>, from other: Condition<Fact>) -> Bool {
    if one == other { return true }
    // What is left to chance counts as not given; so does all of an alternative.
    var given: Set<Fact> = []
    func collect(_ condition: Condition<Fact>) {
      switch condition {
      case .leaf(.passed(let module)): given.insert(.passed(module))
      case .leaf(.holds(let partner, let held)): given.formUnion(Fact.competences(partner, held))
      case .all(let parts): parts.forEach(collect)
      case .any(let parts) where parts.count == 1: parts.forEach(collect)
      case .atLeast(let n, let parts) where n >= parts.count: parts.forEach(collect)
      case .any, .atLeast: break
      }
    }
    collect(other)
    return one.holds(given.contains)
  }

  private static func finding(_ module: Located<Identifier<Module>>, _ other: Module) -> Diagnostic {
    let (one, better) = (module.value.rawValue, other.id.rawValue)
    return Diagnostic(
      id, .warning, at: module.span,
      summary: Wording(
        en: "no plan uses \(Language.en.quote(one)): \(Language.en.quote(better)) gives all that it gives",
        fr:
          "aucun plan n’utilise \(Language.fr.quote(one))\u{A0}: \(Language.fr.quote(better)) donne tout ce qu’il donne"
      ),
      explanation: Wording(
        en:
          "The other asks for no more and takes \(other.time.together.count) minutes; nothing asks for this one by name.",
        fr:
          "L’autre n’exige rien de plus et dure \(other.time.together.count) minutes\u{202F}; rien ne demande celui-ci par son nom."
      ),
      solutions: [
        .init(
          Wording(
            en: "let it teach something of its own, name it in a group, or withdraw it",
            fr: "lui faire enseigner quelque chose de propre, le nommer dans un groupe, ou le retirer"))
      ])
  }
}
