import Bilingual
import CompletionLedger
import ConditionGraphs
import CurriculumModel
import PathPlanning
import ProgrammeModel

/// What a pair has and what it is to do, to be laid over a graph of conditions.
struct PairLayer {
  /// The pair.
  let pair: Pair
  /// What holds for it.
  private let held: Set<Fact>
  /// The numbers of the sessions in which modules are planned, counted on from those held.
  private let sessions: [Identifier<Module>: [Int]]
  /// What holds once the plan is done.
  private let reached: Set<Fact>
  /// Certificates that were issued to it.
  private let issued: Set<Identifier<Certificate>>
  private let library: Library

  /// Looks a pair up, and plans for it, at a moment.
  init(_ name: String, in workspace: OpenWorkspace, at moment: Moment) throws {
    let ledger = try workspace.ledger(.existing)
    let pair = try ledger.knownPair(name)
    let problem = try workspace.problem(for: pair, ledger: ledger, at: moment)
    let progress = try ledger.history(of: pair).progress(asOf: moment, under: ModuleTerms(of: workspace.library))
    let plan = ReachablePlan(problem).plan
    let done = progress.pair(pair.id).held
    self.pair = pair
    held = Set(problem.held)
    library = workspace.library
    sessions = Dictionary(
      uniqueKeysWithValues: plan.steps.map { step in
        (step.module, plan.sessions(of: step.module).map { done + $0 })
      })
    let effects = plan.steps.compactMap { workspace.library.modules[$0.module]?.opportunity.effects }
    reached = held.union(effects.joined())
    issued = Set(progress.certificates(of: pair.id).map(\.award.certificate))
  }

  /// Where a node stands; junctions stand where what they ask for does.
  func mark(of node: ConditionGraph.Node) -> WordedGraph.Mark? {
    switch node {
    case .module(let id):
      if held.contains(.passed(id)) { return .done }
      return sessions[id].map { .planned(session: $0.first) } ?? .aside
    case .competence(let competence, let partners):
      let facts = partners.map { Fact.holds($0, competence) }
      return facts.allSatisfy(held.contains)
        ? .done : facts.allSatisfy(reached.contains) ? .planned(session: nil) : .aside
    case .group(let id): return library.curricula[pair.curriculum].flatMap { mark(of: id, in: $0) }
    case .certificate(let id): return issued.contains(id) ? .done : nil
    case .junction, .amount: return nil
    }
  }

  /// In words: "session 3", "passed".
  func standing(_ node: ConditionGraph.Node) -> String {
    switch mark(of: node) {
    case .done:
      switch node {
      case .module: said(en: "passed", fr: "validé")
      case .certificate: said(en: "issued", fr: "délivrée")
      case .competence, .group, .junction, .amount: said(en: "reached", fr: "acquis")
      }
    case .planned(let session?): said(en: "session \(session)", fr: "séance \(session)")
    case .planned(nil): said(en: "by the plan", fr: "par le plan")
    case .aside, nil: ""
    }
  }

  private func mark(of id: Identifier<Group>, in curriculum: Curriculum) -> WordedGraph.Mark? {
    guard let group = curriculum.groups.first(where: { $0.id == id }) else { return nil }
    func isMet(_ facts: Set<Fact>) -> Bool {
      let passed = group.modules.filter { facts.contains(.passed($0)) }
      return switch group.choice {
      case .all: passed.count == group.modules.count
      case .atLeast(let n): passed.count >= n
      case .minutes(let least): passed.reduce(0) { $0 + (library.modules[$1]?.time.together.count ?? 0) } >= least.count
      }
    }
    return isMet(held) ? .done : isMet(reached) ? .planned(session: nil) : .aside
  }
}
