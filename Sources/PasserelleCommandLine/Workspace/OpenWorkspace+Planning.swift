import Bilingual
import CompletionLedger
import CurriculumModel
import Diagnostics
import PathPlanning
import ProgrammeModel

/// What is asked of a pair's plan beside what is recorded: a question of "what if".
struct PlanChange {
  /// Modules that whoever would be mentee is taken to have.
  var having: [Identifier<Module>] = []
  /// Modules that are not to be planned.
  var without: Set<Identifier<Module>> = []
  /// Modules that are to be planned.
  var with: [Identifier<Module>] = []
  /// Goals that are given up.
  var dropping: Set<String> = []
  /// Another least share of giving back, in percent.
  var minReturnPercent: Int?
  /// Other wishes than those recorded.
  var wishes: [Event.Wish]?
}

extension OpenWorkspace {
  /// What a pair is asked to do next, by what is recorded of its people up to a moment.
  ///
  /// Its mentor's wishes bind: what is never to be done is not on offer, and what is to come next gets the earliest
  /// session in which it can be done while milestones are kept.
  /// - Parameter minReturnPercent: Another least share of giving back than the curriculum's, in percent.
  func problem(
    for pair: Pair, ledger: Ledger, goals: [String] = [], minReturnPercent: Int? = nil, at moment: Moment
  ) throws -> PlanningProblem {
    let progress = try ledger.history(of: pair).progress(asOf: moment, under: ModuleTerms(of: library))
    return try problem(
      for: pair, progress: progress, goals: goals, changing: PlanChange(minReturnPercent: minReturnPercent))
  }

  /// The same with what is recorded as read before, and with a change to it.
  func problem(
    for pair: Pair, progress: Progress, goals: [String] = [], changing change: PlanChange = PlanChange()
  ) throws -> PlanningProblem {
    let curriculum = try curriculum(of: pair)
    let wanted = goals.isEmpty ? pair.goals.map(\.rawValue) : goals
    let all = curriculum.certificates.map { Goal.certificate($0.id) }
    // A pair that names no goal wants every certificate of its curriculum, and keeps its milestones.
    let named = wanted.isEmpty ? (all.isEmpty ? [.curriculum] : all) : try wanted.map { try goal($0) }
    var attainments = progress.attainments(of: pair)
    for id in change.having {
      guard let module = library.modules[id] else { continue }
      if module.countsFor == .pair { attainments.together.insert(id) }
      for mentee in module.direction.mentees { attainments.modules[mentee, default: []].insert(id) }
    }
    let problem = PlanningProblem(
      library: library, curriculum: curriculum,
      goals: named.filter { !change.dropping.contains($0.name) } + [.milestones], attainments: attainments,
      reciprocity: PlanningProblem.Reciprocity(of: curriculum, .binding, atLeastPercent: change.minReturnPercent),
      sessionsHeld: progress.pair(pair.id).held)
    return problem.continuing(begun(by: pair, progress)).forbidding(change.without)
      .demanding(change.with, as: Goal.module).wishing(change.wishes ?? progress.pair(pair.id).wishes)
  }
}

extension OpenWorkspace {
  /// A pair's plan: of several best ones, that which changes least of the plan that the pair was told; where its share of
  /// giving back is out of reach, the one with the best share within reach.
  func plan(for pair: Pair, progress: Progress) throws -> Plan {
    ReachablePlan(try problem(for: pair, progress: progress), known: progress.pair(pair.id).knownModules).plan
  }

  /// The same by what is recorded up to a moment.
  func plan(for pair: Pair, ledger: Ledger, at moment: Moment) throws -> Plan {
    try plan(
      for: pair, progress: ledger.history(of: pair).progress(asOf: moment, under: ModuleTerms(of: library)))
  }
}

extension OpenWorkspace {
  /// The curriculum that a pair is on; it may have left the workspace since the pair began.
  func curriculum(of pair: Pair) throws(CommandFailure) -> Curriculum {
    if let curriculum = library.curricula[pair.curriculum] { return curriculum }
    let near = nearest(to: pair.curriculum.rawValue, among: library.curricula.keys.map(\.rawValue))
    throw CommandFailure(
      .noInput,
      Wording { language in
        let name = language.quote(pair.curriculum.rawValue)
        return Wording(
          en: "the pair \(pair.id) is on the curriculum \(name), which is not there",
          fr: "le binôme \(pair.id) suit le parcours \(name), qui n’existe pas")[language]
      },
      remedies: (near.isEmpty ? [] : [didYouMean(near)]) + [
        Wording(
          en: "put its file back, or end the pair: passerelle pair end \(pair.id)",
          fr: "remettre son fichier, ou clore le binôme\u{A0}: passerelle pair end \(pair.id)")
      ])
  }
}

extension PlanningProblem {
  /// The same problem with a mentor's wishes.
  func wishing(_ wishes: [Event.Wish]) -> PlanningProblem {
    guard !wishes.isEmpty else { return self }
    let never = Set(wishes.filter { $0.stance == .never }.map(\.module))
    let next = wishes.filter { $0.stance == .next }.map(\.module)
    return forbidding(never).hurrying(next) { problem in
      let plan = ReachablePlan(problem).plan
      return plan.outcome != .infeasible && plan.missedMilestones.isEmpty
    }
  }
}
