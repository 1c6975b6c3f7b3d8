import Bilingual
import CurriculumModel
import PathPlanning
import ProgrammeModel

extension OpenWorkspace {
  /// How many activities of its modules a pair has done that it has begun and not finished.
  ///
  /// Nobody records that: it follows from the plan that the pair knew when it met, for modules longer than a session.
  /// Who fails a module does it from the start again, and so does who began another text of it.
  func begun(by pair: Pair, _ progress: Progress) -> [Identifier<Module>: Int] {
    guard let length = library.curricula[pair.curriculum]?.rhythm.session else { return [:] }
    let own = progress.pair(pair.id)
    let passed = Set(own.together.map(\.module))
    var begun: [Identifier<Module>: Beginning] = [:]
    var base: (plan: KnownPlan, steps: [PlanningProblem.KnownStep])?
    for (place, session) in own.sessions.filter({ $0.minutes != nil }).enumerated() {
      guard let plan = session.told else { continue }
      begun = begun.filter { !$0.value.isFailed(before: session.at) }
      if base?.plan != plan { base = (plan, steps(of: plan, begun)) }
      let over = PlanningProblem.begun(in: base?.steps ?? [], through: place + 1, session: length)
      for step in base?.steps ?? [] where step.session <= place + 1 {
        let id = step.candidate.opportunity.module
        begun[id] = nil
        guard let more = over[id], let module = library.modules[id] else { continue }
        let before = module.activities.count - step.candidate.activities.count
        begun[id] = Beginning(
          activities: before + more, at: session.at,
          failures: Partner.allCases.flatMap { progress.person(pair[$0]).modules[id]?.failures ?? [] }
            .filter { $0.pair == pair.id }.map(\.at))
      }
    }
    let end = Moment(milliseconds: .max)
    return begun.filter { module, beginning in
      !passed.contains(module) && library.modules[module]?.isOffered == true && !beginning.isFailed(before: end)
    }.mapValues(\.activities)
  }

  /// The steps of a plan that are still the text that the pair was told of, less what it had done when it was told.
  private func steps(of plan: KnownPlan, _ begun: [Identifier<Module>: Beginning]) -> [PlanningProblem.KnownStep] {
    plan.steps.compactMap { step in
      guard let module = library.modules[step.module],
        (module.version.major, module.version.minor) == (step.version.major, step.version.minor)
      else { return nil }
      let candidate = PlanningProblem.Candidate(module)
      return PlanningProblem.KnownStep(
        begun[step.module].map { candidate.without(first: $0.activities) } ?? candidate, session: step.session)
    }
  }
}

/// How far a pair has come with a module that it has not finished.
private struct Beginning {
  /// How many activities are over.
  let activities: Int
  /// When the last of them was.
  let at: Moment
  /// When the module was failed in this pair.
  let failures: [Moment]

  /// Whether it was failed since, before a moment.
  func isFailed(before moment: Moment) -> Bool { failures.contains { at <= $0 && $0 < moment } }
}
