import CurriculumModel
import CurriculumReading
import Diagnostics
import Markup
import PathPlanning

/// What rules plan with: a library, as it reads and as it is written.
struct AuditContext {
  /// The library.
  let library: Library
  /// The same as written.
  let draft: CurriculumDraft
  private let allowance = Allowance(20_000)

  /// The curricula, each as written and as it reads.
  var curricula: [(draft: CurriculumDocumentDraft, value: Curriculum)] {
    draft.curricula.compactMap { draft in library.curricula[draft.id.value].map { (draft, $0) } }
  }

  /// Whether no more steps may be spent on searches.
  var isSpent: () -> Bool {
    let allowance = allowance
    return { allowance.spend() }
  }

  /// The way of a pair that begins from nothing to one goal of a curriculum; milestones and giving back left aside.
  func question(_ goal: Goal, of curriculum: Curriculum) -> PlanningProblem {
    let all = PlanningProblem(library: library, curriculum: curriculum, goals: [goal])
    return PlanningProblem(candidates: all.candidates, aims: all.aims, session: all.session)
  }

  /// The fewest sessions that a goal takes, where they are proved to be more than so many; nil otherwise.
  func fewestSessions(_ goal: Goal, of curriculum: Curriculum, beyond most: Int) -> Int? {
    let problem = question(goal, of: curriculum)
    // The way of least minutes nearly always fits, and is found sooner.
    let shortest = problem.shortestPlan(isOutOfTime: isSpent)
    guard shortest.outcome == .optimal, shortest.sessions.count > most else { return nil }
    let plan = problem.shortestPlan(least: .sessions, isOutOfTime: isSpent)
    return plan.outcome != .infeasible && plan.sessionLowerBound > most ? plan.sessionLowerBound : nil
  }
}

/// How many steps may still be spent; shared by all questions, hence a class.
private final class Allowance {
  private var left: Int

  init(_ count: Int) { left = count }

  /// Takes a step, and says whether there was none left.
  func spend() -> Bool {
    left -= 1
    return left < 0
  }
}
