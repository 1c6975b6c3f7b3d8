package import CurriculumModel

/// Checks a plan against its problem, slowly and plainly.
///
/// Shares nothing with the search but the types of the problem and the plan. It does not prove that fewer minutes
/// are impossible; it refuses a claim that contradicts itself.
package struct PlanChecker {
  /// What is wrong with a plan.
  package enum Fault: Hashable, Sendable {
    /// The module is not on offer, or has been passed already.
    case notOffered(Identifier<Module>)
    /// The module is planned twice.
    case repeated(Identifier<Module>)
    /// The step's minutes or direction are not the module's.
    case misstated(Identifier<Module>)
    /// The module's condition does not hold when it starts.
    case cannotStart(Identifier<Module>)
    /// The step's reason is not the true one.
    case wrongReason(Identifier<Module>)
    /// The goal does not hold at the end.
    case goalNotReached
    /// The plan says that the goal holds already, or cannot be reached, and that is not so.
    case wrongOutcome
    /// The minutes of the plan are not those of its steps.
    case wrongMinutes
    /// The bounds do not fit the outcome.
    case wrongBound
    /// The session's number is not its place, or its minutes are not those of its parts.
    case misstatedSession(Int)
    /// The session is longer than the rhythm allows, or has nothing in it.
    case overfullOrEmpty(Int)
    /// The sessions do not hold the steps in their order, each once and in full.
    case sessionsDisagree
    /// The module is interrupted though it fits into a session, pauses for a session, or is cut within an activity.
    case badlySplit(Identifier<Module>)
    /// The milestones missed are not those that the plan names.
    case wrongMilestones
    /// The share of giving back is not that of the steps and of what was passed together.
    case wrongReturnShare
    /// The share of giving back binds and is missed, without a word of it or by a plan that claims to be the best.
    case reciprocityMissed
  }

  private let problem: PlanningProblem
  private let plan: Plan
  private let candidates: [Identifier<Module>: PlanningProblem.Candidate]

  /// All that is wrong with a plan; empty where nothing is.
  ///
  /// O(n² · c) for n steps with conditions of size c.
  package static func faults(of plan: Plan, for problem: PlanningProblem) -> [Fault] {
    let checker = PlanChecker(plan, problem)
    return checker.stepFaults() + checker.claimFaults() + checker.reasonFaults() + checker.sessionFaults()
      + checker.splitFaults() + checker.milestoneFaults() + checker.shareFaults()
  }

  private init(_ plan: Plan, _ problem: PlanningProblem) {
    self.plan = plan
    self.problem = problem
    var candidates: [Identifier<Module>: PlanningProblem.Candidate] = [:]
    for candidate in problem.candidates { candidates[candidate.opportunity.module] = candidate }
    self.candidates = candidates
  }

  private func stepFaults() -> [Fault] {
    var faults: [Fault] = []
    var seen: Set<Identifier<Module>> = []
    for step in plan.steps {
      if !seen.insert(step.module).inserted { faults.append(.repeated(step.module)) }
      guard let opportunity = candidates[step.module]?.opportunity, !problem.held.contains(.passed(step.module)) else {
        faults.append(.notOffered(step.module))
        continue
      }
      if opportunity.minutes != step.minutes || opportunity.direction != step.direction {
        faults.append(.misstated(step.module))
      }
    }
    return faults + unable(without: nil).map(Fault.cannotStart)
  }

  private func claimFaults() -> [Fault] {
    var faults: [Fault] = []
    if plan.minutes.count != plan.steps.reduce(0, { $0 + $1.minutes.count }) { faults.append(.wrongMinutes) }
    let isReached = isGoalReached(by: plan.steps.map(\.module))
    switch plan.outcome {
    case .optimal, .feasible:
      if !isReached { faults.append(.goalNotReached) }
      let areSessionsProved = plan.least == .minutes || plan.sessionLowerBound >= plan.sessions.count
      let isProved = plan.lowerBound >= plan.minutes && !plan.missesReciprocity && areSessionsProved
      if plan.lowerBound > plan.minutes && isProved || isProved != (plan.outcome == .optimal) {
        faults.append(.wrongBound)
      }
      if plan.sessionLowerBound > plan.sessions.count { faults.append(.wrongBound) }
      if !plan.obstacles.isEmpty { faults.append(.wrongOutcome) }
    case .reached:
      if !plan.steps.isEmpty || !plan.obstacles.isEmpty || !isReached { faults.append(.wrongOutcome) }
    case .infeasible:
      let isBlocked = canGoalBeReached() ? isShareOutOfReach() : plan.obstacles.allSatisfy { !$0.isShare }
      if !plan.steps.isEmpty || plan.obstacles.isEmpty || !isBlocked { faults.append(.wrongOutcome) }
    }
    let isMissed = plan.outcome != .infeasible && isShareMissed(by: plan.steps.map { ($0.minutes, $0.direction) })
    if isMissed != plan.missesReciprocity || isMissed && plan.outcome != .feasible { faults.append(.reciprocityMissed) }
    return faults
  }

  private func reasonFaults() -> [Fault] {
    var known = problem.held
    return plan.steps.compactMap { step in
      let effects = Set(candidates[step.module]?.opportunity.effects ?? [])
      let teaches = effects.subtracting(known)
      known.formUnion(effects)
      let others = plan.steps.map(\.module).filter { $0 != step.module }
      let aims = problem.aims.filter { !holds($0.condition, after: others) }.map(\.goal) + shareLost(without: step)
      let isTrue =
        step.rationale.teaches == teaches.sorted() && step.rationale.opens == unable(without: step.module)
        && step.rationale.aims == aims && !(step.rationale.opens.isEmpty && aims.isEmpty)
      return isTrue ? nil : .wrongReason(step.module)
    }
  }

  private func sessionFaults() -> [Fault] {
    var faults: [Fault] = []
    var passed: [(module: Identifier<Module>, minutes: Int)] = []
    for (place, session) in plan.sessions.enumerated() {
      let minutes = session.parts.reduce(0) { $0 + $1.minutes.count }
      if session.number != place + 1 || session.minutes.count != minutes { faults.append(.misstatedSession(place + 1)) }
      if minutes > problem.session.count || session.parts.isEmpty { faults.append(.overfullOrEmpty(place + 1)) }
      for part in session.parts {
        if let last = passed.last, last.module == part.module {
          passed[passed.count - 1].minutes += part.minutes.count
        } else {
          passed.append((part.module, part.minutes.count))
        }
      }
    }
    let isSame = passed.elementsEqual(plan.steps) { $0.module == $1.module && $0.minutes == $1.minutes.count }
    return isSame ? faults : faults + [.sessionsDisagree]
  }

  private func splitFaults() -> [Fault] {
    plan.steps.compactMap { step in
      guard let candidate = candidates[step.module] else { return nil }
      let places = plan.sessions.filter { $0.parts.contains { $0.module == step.module } }.map(\.number)
      let parts = plan.sessions.flatMap(\.parts).filter { $0.module == step.module }
      guard let first = places.first, let last = places.last else { return nil }
      let fits = candidate.opportunity.minutes <= problem.session
      let pauses = last - first + 1 != places.count || parts.count != places.count
      let isGood = !pauses && !(fits && places.count > 1) && followsActivities(parts, of: candidate)
      return isGood ? nil : .badlySplit(step.module)
    }
  }

  /// Whether the parts hold the activities in order, each in full, and none is cut that fits into a session.
  private func followsActivities(_ parts: [Plan.Part], of candidate: PlanningProblem.Candidate) -> Bool {
    var listed: [Identifier<Activity>] = []
    for activity in parts.flatMap(\.activities) where listed.last != activity { listed.append(activity) }
    guard listed == candidate.activities.map(\.activity) else { return false }
    let sum = candidate.activities.reduce(0) { $0 + $1.minutes.count }
    guard sum == candidate.opportunity.minutes.count else { return true }
    let isShort = candidate.activities.allSatisfy { $0.minutes <= problem.session }
    return !isShort
      || parts.allSatisfy { part in
        let activities = candidate.activities.filter { part.activities.contains($0.activity) }
        return part.minutes.count == activities.reduce(0) { $0 + $1.minutes.count }
      }
  }

  private func milestoneFaults() -> [Fault] {
    let lasts = problem.milestones.filter { $0.place == .last }.map(\.module)
    let modules = plan.steps.map(\.module)
    let missed = problem.milestones.filter { milestone in
      guard let place = modules.firstIndex(of: milestone.module) else { return false }
      switch milestone.place {
      case .bySession(let number):
        return plan.sessions.contains { $0.number > number && $0.parts.contains { $0.module == milestone.module } }
      case .last:
        return !modules[place...].allSatisfy(lasts.contains)
      }
    }
    return missed == plan.missedMilestones ? [] : [.wrongMilestones]
  }

  private func shareFaults() -> [Fault] {
    let (given, total) = share(over: plan.steps.map { ($0.minutes, $0.direction) })
    return plan.returnShare.given == given && plan.returnShare.total == total ? [] : [.wrongReturnShare]
  }

  /// Hundredths of minutes given back, and of all minutes, over these and what was passed together.
  private func share(over modules: [(minutes: Minutes, direction: Direction)]) -> (given: Int, total: Int) {
    func minutes(_ direction: Direction) -> Int {
      modules.filter { $0.direction == direction }.reduce(0) { $0 + $1.minutes.count }
        + problem.passedTogether.filter { $0.direction == direction }.reduce(0) { $0 + $1.minutes.count }
    }
    let given = 100 * minutes(.seniorToJunior) + problem.reciprocity.mutualPercent * minutes(.mutual)
    return (given, 100 * Direction.allCases.reduce(0) { $0 + minutes($1) })
  }

  private func isShareMissed(by modules: [(minutes: Minutes, direction: Direction)]) -> Bool {
    guard problem.reciprocity.force == .binding, let asked = problem.reciprocity.atLeastPercent else { return false }
    let (given, total) = share(over: modules)
    return 100 * given < asked * total
  }

  private func shareLost(without step: Plan.Step) -> [Goal] {
    let others = plan.steps.filter { $0.module != step.module }
    let isKept = !isShareMissed(by: plan.steps.map { ($0.minutes, $0.direction) })
    return isKept && isShareMissed(by: others.map { ($0.minutes, $0.direction) }) ? [.reciprocity] : []
  }

  /// Whether the one obstacle is the share that binds, as far as doing everything does not refute it.
  private func isShareOutOfReach() -> Bool {
    guard case .share(let asked, let reachable) = plan.obstacles.first, plan.obstacles.count == 1 else { return false }
    let all = everythingReachable().compactMap { candidates[$0]?.opportunity }
    return problem.reciprocity.force == .binding && problem.reciprocity.atLeastPercent == asked && reachable < asked
      && isShareMissed(by: all.map { ($0.minutes, $0.direction) })
  }

  /// The steps whose conditions fail when they start, in order, where one is left out.
  private func unable(without absent: Identifier<Module>?) -> [Identifier<Module>] {
    var facts = problem.held
    var unable: [Identifier<Module>] = []
    for step in plan.steps where step.module != absent {
      guard let opportunity = candidates[step.module]?.opportunity else { continue }
      if !opportunity.condition.holds(facts.contains) { unable.append(step.module) }
      facts.formUnion(opportunity.effects)
    }
    return unable
  }

  private func isGoalReached(by modules: [Identifier<Module>]) -> Bool {
    problem.aims.allSatisfy { holds($0.condition, after: modules) }
  }

  private func holds(_ condition: Condition<GoalLeaf>, after modules: [Identifier<Module>]) -> Bool {
    var facts = problem.held
    for module in modules { facts.formUnion(candidates[module]?.opportunity.effects ?? []) }
    let counted = Set(modules).union(problem.passedTogether.map(\.module))
    return condition.holds { leaf in
      switch leaf {
      case .fact(let fact):
        facts.contains(fact)
      case .sum(let quantity):
        quantity.weights.filter { counted.contains($0.module) }.reduce(0) { $0 + $1.amount } >= quantity.atLeast
      }
    }
  }

  /// Whether the goal holds once everything has been done that can be done.
  private func canGoalBeReached() -> Bool { isGoalReached(by: everythingReachable()) }

  private func everythingReachable() -> [Identifier<Module>] {
    var facts = problem.held
    var done: [Identifier<Module>] = []
    var hasGrown = true
    while hasGrown {
      hasGrown = false
      for candidate in problem.candidates where !facts.contains(.passed(candidate.opportunity.module)) {
        let module = candidate.opportunity.module
        guard !done.contains(module), candidate.opportunity.condition.holds(facts.contains) else { continue }
        done.append(module)
        facts.formUnion(candidate.opportunity.effects)
        hasGrown = true
      }
    }
    return done
  }
}

extension Obstacle {
  fileprivate var isShare: Bool {
    if case .share = self { true } else { false }
  }
}
