import Bilingual
import CurriculumModel
import DomainWords
import PathPlanning
import ProgrammeModel
import RecordExchange
import SessionSheets
import Testing

@testable import PasserelleCommandLine

extension SimulatedYear {
  /// Lets a pair meet where its next session is due; scrutinises the plan that it meets by.
  mutating func meetIfDue(_ pair: Pair) throws {
    tick()
    guard !ended.contains(pair.id), now.day >= due[pair.id] ?? now.day else { return }
    var progress = try progress(of: pair)
    let rhythm = workspace.library.curricula[pair.curriculum]?.rhythm
    let day = progress.pair(pair.id).nextDue(everyWeeks: rhythm?.everyWeeks ?? 2, now)
    guard day <= now.day || progress.pair(pair.id).sessions.isEmpty else { return due[pair.id] = day }
    if try takeNews(of: pair, progress.pair(pair.id)) { progress = try self.progress(of: pair) }
    let own = progress.pair(pair.id)
    let asked = ReachablePlan(try workspace.problem(for: pair, progress: progress), known: own.knownModules)
    scrutinise(asked, of: pair, progress)
    if let before = left.removeValue(forKey: pair.id), asked.plan.outcome != .infeasible {
      // Where nothing was failed, each session brings a pair nearer to its goal.
      #expect(asked.plan.minutes.count < before, "\(pair.id) is where it was, \(now.day.iso)")
    }
    switch asked.plan.outcome {
    case .reached:
      try assess(pair, .end)
      try end(pair, "goal reached")
    case .infeasible:
      account.stuck += 1
      note(pair, "no plan: \(asked.plan.obstacles.map(FactWords(workspace: workspace).obstacle))")
    case .optimal, .feasible:
      try meet(pair, asked.plan, progress)
    }
  }

  /// A pair that knows no plan yet gets to know it, and one that does hears once of what moved; true where that was kept.
  private mutating func takeNews(of pair: Pair, _ own: PairProgress) throws -> Bool {
    let recorder = recorder()
    guard own.told != nil else {
      recorder.keepFirstPlan(of: pair)
      return true
    }
    guard let news = recorder.news(of: pair) else { return false }
    account.news += 1
    left[pair.id] = nil
    #expect(!ReplanningWords(workspace: workspace).lines(news).isEmpty)
    note(pair, "news: \(news.causes)")
    guard news.plan.outcome != .infeasible else { return false }
    #expect(self.recorder().news(of: pair) == nil, "\(pair.id) is told twice, \(now.day.iso)")
    return true
  }

  private mutating func meet(_ pair: Pair, _ plan: Plan, _ progress: Progress) throws {
    if happens(2) { return try end(pair, "ends early") }
    // What is recognised or wished may move the plan: then what is next is asked again.
    let isMoved = happens(10)
    if isMoved { try happens(40) ? recogniseSomething(of: pair, plan) : wish(pair, plan) }
    let recorder = recorder()
    if happens(14) {
      account.missed += 1
      note(pair, "missed")
      return _ = try tell(pair, recorder) { draft, _ in draft.missed() }
    }
    let current = isMoved ? try self.progress(of: pair) : progress
    let next = isMoved ? try workspace.plan(for: pair, progress: current) : plan
    let sheet = SessionSheet(of: pair, names: [:], plan: next, library: workspace.library, progress: current)
    guard !sheet.parts.isEmpty else { return note(pair, "nothing left before the session: \(next.outcome)") }
    #expect(sheet.minutes <= workspace.library.curricula[pair.curriculum]?.rhythm.session ?? 60)
    account.continued += sheet.parts.contains { $0.isContinued } ? 1 : 0
    let ending = sheet.ending.compactMap { workspace.library.modules[$0] }
    // Who fails a module does not come to those after it.
    let failed = ending.firstIndex { _ in happens(10) }
    try tell(pair, recorder) { draft, progress in
      draft.held(number: progress.held + 1, minutes: sheet.minutes, planned: sheet.minutes)
      for module in ending[..<(failed ?? ending.count)] { draft.passed(module, override: nil) }
      if let failed { draft.failed(ending[failed]) }
    }
    account.held += 1
    account.failures += failed == nil ? 0 : 1
    note(
      pair, "session \(sheet.number): \(ending.map(\.id)), failed \(failed.map { ending[$0].id.rawValue } ?? "none")")
    if failed == nil { left[pair.id] = next.minutes.count }
  }

  /// Records what is told of a session, as `record` does, plan included.
  private mutating func tell(
    _ pair: Pair, _ recorder: Recorder, _ tell: (inout SessionDraft, PairProgress) -> Void
  ) throws {
    let recorded = try recorder.record(about: [pair.junior, pair.senior]) { history in
      let own = history.progress(asOf: recorder.now, under: ModuleTerms(of: workspace.library)).pair(pair.id)
      var draft = SessionDraft(recorder: recorder, pair: pair, occurred: recorder.now, history: history)
      tell(&draft, own)
      return draft.events
    }
    recorded.forEach { record.take($0.event) }
    let moved = recorder.replan(after: recorded.map(\.event))
    for plan in moved { #expect(!ReplanningWords(workspace: workspace).lines(plan).isEmpty) }
  }

  mutating func end(_ pair: Pair, _ why: String) throws {
    if why == "ends early" { account.endedEarly += 1 }
    ended.insert(pair.id)
    note(pair, why)
    let recorder = recorder()
    try recorder.record(about: [pair.junior, pair.senior]) { _ in
      [recorder.event(0, at: recorder.now, .pair(pair), Event.Attestation(role: .lead), .withdrawn(reason: nil))]
    }
  }

  private mutating func recogniseSomething(of pair: Pair, _ plan: Plan) throws {
    guard let id = plan.steps.map(\.module).randomElement(using: &chance),
      let module = workspace.library.modules[id], module.countsFor == .person,
      let partner = module.direction.mentees.randomElement(using: &chance)
    else { return }
    account.recognitions += 1
    let recorder = recorder()
    let recorded = try recorder.record(about: [pair[partner]]) { _ in
      [
        recorder.event(
          0, at: recorder.now, .person(pair[partner], in: nil),
          Event.Attestation(role: .lead, ground: .documented),
          .recognised(.module(recorder.run(at: module, continuing: nil, index: 1000)), because: .outside))
      ]
    }
    _ = recorder.replan(after: recorded.map(\.event))
    recorded.forEach { record.take($0.event) }
    note(pair, "\(id) recognised")
  }

  /// A wish about something, which stays until it is withdrawn.
  private mutating func wish(_ pair: Pair, _ plan: Plan) throws {
    let wishes = try progress(of: pair).pair(pair.id).wishes
    let recorder = recorder()
    let kind: Event.Kind
    if let old = wishes.randomElement(using: &chance), happens(50) {
      kind = .wishWithdrawn(old.module)
    } else if happens(50), let module = plan.steps.map(\.module).randomElement(using: &chance) {
      kind = .wished(Event.Wish(.never, module))
    } else if let module = workspace.library.offeredModules.randomElement(using: &chance) {
      kind = .wished(Event.Wish(.next, module.id))
    } else {
      return
    }
    let report = try WishNoting(recorder: recorder, pair: pair).note([kind], at: recorder.now)
    #expect(!report.lines.isEmpty)
    let isNoted = try progress(of: pair).pair(pair.id).wishes != wishes
    account.wishes += 1
    if !isNoted { account.refusedWishes += 1 }
    note(pair, "\(kind.word) \(kind.module?.rawValue ?? "") \(isNoted)")
  }
}
