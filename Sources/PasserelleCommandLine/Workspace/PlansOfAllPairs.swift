import Bilingual
import CompletionLedger
import CurriculumModel
import Dispatch
import PathPlanning
import ProgrammeModel
import Stationery
import Synchronization

/// The plans of every pair that meets, a line each, in order of the pairs' identifiers, made on all cores.
///
/// Time grows with the number of pairs, and memory with the batch: pairs come from the ledger, are planned and written
/// batch by batch. Pairs at the same place, with the same aims, wishes and known plan, have the same plan, which is then
/// made once; whether it was kept for them makes no difference to a line.
struct PlansOfAllPairs: Sendable {
  let workspace: OpenWorkspace
  let terms: ModuleTerms
  let ledger: Ledger
  let now: Moment
  let least: Plan.Priority
  let format: OutputFormat

  /// So many pairs are planned before their lines are written.
  private static let batch = 512
  /// So many of them are read from the ledger at once, while other cores plan.
  private static let reading = 16

  /// What came of a run.
  struct Tally {
    /// Pairs that were planned.
    var planned = 0
    /// Those whose goal no plan reaches.
    var withoutPlan = 0
    /// Pairs that have ended, or whose curriculum is gone.
    var passedOver = 0
  }

  /// Plans pairs and hands over their lines; after a Ctrl-C no more than those of the batch.
  func run(_ pairs: [Pair], _ progress: ProgressOption, _ write: ([UInt8]) throws -> Void) throws -> Tally {
    let memory = PlanMemory()
    var tally = Tally()
    var line = ProgressLine(progress)
    for start in stride(from: 0, to: pairs.count, by: Self.batch) where !Interruption.isAsked {
      let these = Array(pairs[start..<min(pairs.count, start + Self.batch)])
      let parts = stride(from: 0, to: these.count, by: Self.reading).map { these[$0...].prefix(Self.reading) }
      let results = Mutex<[Int: Result<[PlannedLine?], any Error>]>([:])
      DispatchQueue.concurrentPerform(iterations: parts.count) { index in
        let result = Result { try self.lines(Array(parts[index]), memory) }
        results.withLock { $0[index] = result }
      }
      let found = results.withLock { results in parts.indices.compactMap { results[$0] } }
      var bytes: [UInt8] = []
      for line in try found.flatMap({ try $0.get() }) {
        guard let line else {
          tally.passedOver += 1
          continue
        }
        tally.planned += 1
        if line.outcome == .infeasible { tally.withoutPlan += 1 }
        bytes += Array((line.text + "\n").utf8)
      }
      try write(bytes)
      line.show(start + these.count, of: pairs.count, said(en: "of pairs", fr: "des binômes"))
    }
    line.clear()
    return tally
  }

  private func lines(_ pairs: [Pair], _ memory: PlanMemory) throws -> [PlannedLine?] {
    let histories = try ledger.histories(of: pairs)
    return try zip(pairs, histories).map { try line($0, $1, memory) }
  }

  /// The line of a pair; nil where it has ended.
  private func line(_ pair: Pair, _ history: History, _ memory: PlanMemory) throws -> PlannedLine? {
    guard workspace.library.curricula[pair.curriculum] != nil else { return nil }
    let progress = history.progress(asOf: now, under: terms)
    let own = progress.pair(pair.id)
    guard own.ended == nil else { return nil }
    let key = PlanMemory.Key(pair, progress.attainments(of: pair), own, workspace.begun(by: pair, progress))
    let tail: PlannedLine
    if let known = memory[key] {
      tail = known
    } else {
      let problem = try workspace.problem(for: pair, progress: progress)
      let plan = ReachablePlan(problem, known: own.knownModules, least: least).plan
      tail = PlannedLine(outcome: plan.outcome, text: try words(plan))
      memory[key] = tail
    }
    let head = format == .json ? "{\"pair\":\"\(pair.id)\"," : "\(pair.id)\(spokenLanguage.colon)"
    return PlannedLine(outcome: tail.outcome, text: head + tail.text)
  }

  /// What a line says after the pair's identifier.
  private func words(_ plan: Plan) throws -> String {
    guard format == .text else { return String(try JSONOutput.text(Record(plan), pretty: false).dropFirst()) }
    switch plan.outcome {
    case .reached: return said(en: "goal reached", fr: "but atteint")
    case .infeasible: return said(en: "no plan reaches the goal", fr: "aucun plan ne mène au but")
    case .optimal, .feasible:
      let next = spokenLanguage.list((plan.sessions.first?.parts ?? []).map(\.module.rawValue))
      let length = DifferenceWords.length(plan)
      return said(en: "\(length); next: \(next)", fr: "\(length)\u{202F}; suite\u{A0}: \(next)")
    }
  }

  /// The members of a line of `plan --all --format json`, beside `pair`.
  private struct Record: Encodable {
    let outcome: String
    let minutes: Int
    let lowerBound: Int
    let sessionLowerBound: Int
    /// The modules of each session, from the next on.
    let sessions: [[String]]
    @OrNull var returnPercent: Int?

    init(_ plan: Plan) {
      outcome = plan.outcome.rawValue
      (minutes, lowerBound) = (plan.minutes.count, plan.lowerBound.count)
      sessionLowerBound = plan.sessionLowerBound
      sessions = plan.sessions.map { $0.parts.map(\.module.rawValue) }
      returnPercent = plan.returnShare.percent
    }
  }
}

/// A pair's line, or what of it does not depend on who the pair is.
private struct PlannedLine: Sendable {
  let outcome: Plan.Outcome
  let text: String
}

/// Plans by the place at which a pair is; shared by all threads, hence a class.
private final class PlanMemory: Sendable {
  /// All that a plan follows from, beside the library.
  struct Key: Hashable {
    private let curriculum: Identifier<Curriculum>
    private let goals: [Identifier<Pair.Goal>]
    private let modules: [Partner: Set<Identifier<Module>>]
    private let competences: [Partner: Set<LevelledCompetence>]
    private let together: Set<Identifier<Module>>
    private let held: Int
    private let wishes: [Event.Wish]
    private let known: [Identifier<Module>]
    private let begun: [Identifier<Module>: Int]

    init(
      _ pair: Pair, _ attainments: Attainments, _ progress: PairProgress, _ begun: [Identifier<Module>: Int]
    ) {
      (curriculum, goals) = (pair.curriculum, pair.goals)
      (modules, competences) = (attainments.modules, attainments.competences)
      (together, held) = (attainments.together, progress.held)
      (wishes, known, self.begun) = (progress.wishes, progress.knownModules, begun)
    }
  }

  private let plans = Mutex<[Key: PlannedLine]>([:])

  /// More than so many are not kept.
  private static let most = 20_000

  subscript(key: Key) -> PlannedLine? {
    get { plans.withLock { $0[key] } }
    set { plans.withLock { if $0.count < Self.most { $0[key] = newValue } } }
  }
}
