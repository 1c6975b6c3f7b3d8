import Bilingual
import CompletionLedger
import CurriculumModel
import PathPlanning
import ProgrammeModel

/// A pair's plan at a moment beside the plan that it was told, and why the two differ.
struct Replanning {
  /// Why a plan is no longer what the pair was told.
  enum Cause: Hashable {
    /// A module was planned for a session that is over, and is not passed.
    case open(Identifier<Module>)
    /// A module was passed that was not planned.
    case passed(Identifier<Module>)
    /// Prior learning of a module was accepted.
    case recognised(Identifier<Module>)
    /// Prior learning of a competence was accepted.
    case competence(LevelledCompetence)
    /// What somebody had of a module no longer counts.
    case expired(Identifier<Module>)
    /// A module is no longer offered.
    case withdrawn(Identifier<Module>)
    /// A module of the plan has another text.
    case revised(Identifier<Module>, from: SemanticVersion, to: SemanticVersion)
    /// What was passed must be done again, for the text has changed so far.
    case outdated(Identifier<Module>)
    /// An event was struck out.
    case voided
    /// A wish was noted or withdrawn.
    case wished
  }

  /// The pair.
  let pair: Pair
  /// The plan.
  let plan: Plan
  /// The same as the pair gets to know it.
  let told: KnownPlan
  /// What was still to be done of the plan that the pair knew.
  let known: KnownPlan
  /// Whether the pair was told that plan, or it is the one that it would have been told.
  let wasTold: Bool
  /// How the two differ.
  let difference: PlanDifference
  /// Why; empty where nothing that is known explains it.
  let causes: [Cause]

  /// Whether there is something to say.
  var isNews: Bool { !difference.isEmpty || causes.contains { $0.isAboutTexts } }

  /// The plan of a pair after these events, by all that is recorded.
  init(_ pair: Pair, after events: [Event] = [], _ history: History, in open: OpenWorkspace, at now: Moment) throws {
    let terms = ModuleTerms(of: open.library)
    let progress = history.progress(asOf: now, under: terms)
    let own = progress.pair(pair.id)
    let ids = Set(events.map(\.id))
    let earlier = History(history.events.filter { !ids.contains($0.id) }).progress(asOf: now, under: terms)
    let before = earlier.pair(pair.id)
    wasTold = before.told != nil
    let full =
      try before.told?.plan
      ?? KnownPlan(ReachablePlan(open.problem(for: pair, progress: earlier)).plan, held: before.held, in: open.library)
    let problem = try open.problem(for: pair, progress: progress)
    let known = KnownPlan(full.steps.filter { !problem.held.contains(.passed($0.module)) })
    let plan = ReachablePlan(problem, known: known.modules).plan
    let had = Set(known.modules)
    told = KnownPlan(plan, held: own.held, in: open.library)
    // What was begun goes on in the next session, as it was told.
    let begun = open.begun(by: pair, progress)
    let steps = known.steps.map { begun[$0.module] == nil ? $0 : $0.going(on: own.held + 1) }
    difference = PlanDifference(from: steps.map { ($0.module, $0.session) }, to: plan, held: own.held)
    (self.pair, self.known, self.plan) = (pair, known, plan)
    causes =
      Self.causes(in: events, planned: Set(full.modules))
      + steps.compactMap { Self.cause($0, held: own.held, open.library) }
      + plan.steps.map(\.module).filter { !had.contains($0) }.compactMap { module in
        Self.lapse(of: module, pair, progress, terms)
      }
  }

  private static func causes(in events: [Event], planned: Set<Identifier<Module>>) -> [Cause] {
    var causes: [Cause] = []
    for event in events {
      let cause: Cause? =
        switch event.kind {
        case .passed(let run, _): planned.contains(run.module) ? nil : .passed(run.module)
        case .recognised(.module(let run), _): .recognised(run.module)
        case .recognised(.competence(let competence), _): .competence(competence)
        case .voided: .voided
        case .wished, .wishWithdrawn: .wished
        default: nil
        }
      if let cause, !causes.contains(cause) { causes.append(cause) }
    }
    return causes
  }

  private static func cause(_ step: KnownPlan.Step, held: Int, _ library: Library) -> Cause? {
    guard let module = library.modules[step.module], module.isOffered else { return .withdrawn(step.module) }
    // A correction changes nothing that a pair would notice.
    if (module.version.major, module.version.minor) != (step.version.major, step.version.minor) {
      return .revised(step.module, from: step.version, to: module.version)
    }
    return step.session <= held ? .open(step.module) : nil
  }

  private static func lapse(
    of module: Identifier<Module>, _ pair: Pair, _ progress: Progress, _ terms: ModuleTerms
  ) -> Cause? {
    for partner in terms[module]?.mentees ?? [] {
      guard let standing = progress.person(pair[partner]).modules[module] else { continue }
      let runs = standing.passes.map(\.run) + standing.recognitions.map(\.run)
      if runs.contains(where: { terms.outdating(of: module, in: $0.version).map { $0 <= progress.moment } ?? false }) {
        return .outdated(module)
      }
      if !runs.isEmpty, !standing.holds(at: progress.moment) { return .expired(module) }
    }
    return nil
  }
}

extension Replanning.Cause {
  /// Whether a trainer's work is the cause.
  var isAboutTexts: Bool {
    switch self {
    case .withdrawn, .revised, .outdated: true
    default: false
    }
  }
}

extension KnownPlan.Step {
  /// The step where it goes on in a later session.
  fileprivate func going(on session: Int) -> KnownPlan.Step {
    KnownPlan.Step(module, version, session: max(self.session, session))
  }
}

extension KnownPlan {
  /// A plan as a pair that has held so many sessions gets to know it.
  init(_ plan: Plan, held: Int, in library: Library) {
    let begins = plan.begins
    self.init(
      plan.steps.map { step in
        Step(
          step.module, library.modules[step.module]?.version ?? SemanticVersion(0, 0, 0),
          session: (begins[step.module] ?? 1) + held)
      })
  }
}

extension Recorder {
  /// Plans anew for the pair whom these events are about, or for each pair of the person, and keeps what the pair is told.
  ///
  /// What was recorded stands, whatever comes of this: where no plan can be made, nothing is said.
  func replan(after events: [Event]) -> [Replanning] {
    var plans: [Replanning] = []
    for pair in (try? pairs(of: events)) ?? [] {
      guard let plan = try? replanning(of: pair, after: events) else { continue }
      if plan.isNews { plans.append(plan) }
    }
    return plans
  }

  /// Keeps what `next` tells a pair that was told no plan yet; from then on it is told what moves.
  ///
  /// What cannot be kept, as by who may only read, is told again.
  func keepFirstPlan(of pair: Pair) {
    guard let history = try? ledger.history(of: pair),
      history.progress(asOf: now, under: ModuleTerms(of: workspace.library)).pair(pair.id).told == nil
    else { return }
    _ = try? replanning(of: pair, after: [])
  }

  /// What moved in a pair's plan since it was told one: what trainers changed, what ran out; nil where nothing did.
  ///
  /// It is told once. What cannot be kept is told again, and so is that no plan reaches the goal.
  func news(of pair: Pair) -> Replanning? {
    guard let history = try? ledger.history(of: pair),
      history.progress(asOf: now, under: ModuleTerms(of: workspace.library)).pair(pair.id).told != nil,
      let plan = try? Replanning(pair, history, in: workspace, at: now), plan.isNews
    else { return nil }
    if plan.plan.outcome != .infeasible { try? keep(plan, after: history) }
    return plan
  }

  /// The plan of a pair that meets still after these events; kept, where it is another than the pair was told.
  func replanning(of pair: Pair, after events: [Event]) throws -> Replanning? {
    let history = try ledger.history(of: pair)
    let progress = history.progress(asOf: now, under: ModuleTerms(of: workspace.library))
    guard progress.pair(pair.id).ended == nil else { return nil }
    let plan = try Replanning(pair, after: events, history, in: workspace, at: now)
    if plan.plan.outcome != .infeasible, !plan.wasTold || plan.told != plan.known { try keep(plan, after: history) }
    return plan
  }

  /// Records what a pair is told of its plan.
  private func keep(_ plan: Replanning, after history: History) throws {
    var generator = SystemRandomNumberGenerator()
    let last = history.events.compactMap { $0.recordedAt == now ? $0.id.number(at: now) : nil }.max() ?? 0
    let event = Event(
      id: Event.ID(at: now, number: last + 1, using: &generator), occurredAt: now, recordedAt: now,
      subject: .pair(plan.pair), attestation: Event.Attestation(role: .both, ground: .documented),
      kind: .planned(plan.told))
    try ledger.record(Ledger.Entry([event]))
  }

  private func pairs(of events: [Event]) throws -> [Pair] {
    var pairs: [Pair] = []
    for event in events {
      let these =
        if let pair = event.subject.pair { [try ledger.pair(pair)].compactMap(\.self) } else {
          try event.subject.people.flatMap { try ledger.pairs(of: $0) }
        }
      for pair in these where !pairs.contains(pair) { pairs.append(pair) }
    }
    return pairs
  }
}
