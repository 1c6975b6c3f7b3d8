import Bilingual
import CurriculumModel
import DomainWords
import PathPlanning
import PlanProof
import ProgrammeModel
import ProgrammeReports
import Testing

@testable import PasserelleCommandLine

extension SimulatedYear {
  /// Checks a plan by what shares nothing with the search: the rules of plans, proofs, and what the pair was promised.
  mutating func scrutinise(_ asked: ReachablePlan, of pair: Pair, _ progress: Progress) {
    let (plan, problem) = (asked.plan, asked.problem)
    let place = "\(pair.id), \(now.day.iso), seed \(size.seed)"
    #expect(PlanChecker.faults(of: plan, for: problem) == [], "\(place)")
    let wishes = progress.pair(pair.id).wishes
    for step in plan.steps {
      #expect(workspace.library.modules[step.module]?.isOffered == true, "\(step.module), \(place)")
      #expect(!wishes.contains(Event.Wish(.never, step.module)), "\(step.module), \(place)")
    }
    switch plan.outcome {
    case .infeasible:
      // Nobody stands still without being told why.
      #expect(!plan.obstacles.isEmpty, "\(place)")
      let words = FactWords(workspace: workspace)
      #expect(plan.obstacles.allSatisfy { !words.obstacle($0).isEmpty }, "\(place)")
    case .optimal, .feasible: #expect(plan.sessions.first?.parts.isEmpty == false, "\(place)")
    case .reached: break
    }
    guard size.isScrutinised, !plan.steps.isEmpty, happens(8) else { return }
    account.proofs += 1
    guard let proof = problem.proof(of: plan) else {
      Issue.record("no proof, \(place)")
      return
    }
    #expect(proof.lowerBound == plan.lowerBound.count, "\(place)")
    #expect(throws: Never.self, "\(place)") { try ProofChecker.check(proof, of: problem) }
  }

  /// Asks what `progress`, `report` and `due` say of the programme, and whether they agree.
  mutating func askWhatIsTold() throws {
    tick()
    let standings = try pairs.map { try ProgressRecord($0, in: workspace, ledger: ledger, at: now) }
    var states: [String: Int] = [:]
    for standing in standings {
      states[standing.state, default: 0] += 1
      let isUnderWay = ["underWay", "stalled", "notBegun"].contains(standing.state)
      #expect(isUnderWay == (standing.minutesLeft > 0 && !standing.next.isEmpty), "\(standing.pair), \(now.day.iso)")
      #expect(standing.cells.count == ProgressRecord.columns.count)
      let summary = standing.summary(nameWidth: standing.pair.count)
      #expect(!standing.detail.isEmpty && !summary.isEmpty)
      expectWithinPage(standing.detail + "\n" + summary.joined(separator: "\n"))
    }
    let reported = try pairs.map { try workspace.reported($0, ledger: ledger, at: now) }
    let report = ProgrammeReport(on: reported, of: nil, in: workspace.library, at: now)
    #expect(Dictionary(uniqueKeysWithValues: report.states.map { ($0.rawValue, $1) }).filter { $1 > 0 } == states)
    let words = ReportWords(FactWords(workspace: workspace))
    expectWithinPage(ReportText(report, words).text)
    #expect(ReportPage(report, words).html.hasSuffix("</html>\n"))
    #expect(try JSONOutput.text(ReportRecord(report, words)).hasPrefix("{"))
    #expect(ReportTable.rows(of: report).allSatisfy { $0.count == ReportTable.columns.count })
    try askWhatIsDue(Dictionary(uniqueKeysWithValues: standings.map { ($0.pair, $0.state) }))
  }

  /// Every pair under way gets word within the month, and no other does.
  private func askWhatIsDue(_ states: [String: String]) throws {
    let list = DueList(
      workspace: workspace, ledger: ledger, now: now, today: now.day, last: now.day.adding(days: 28))
    for pair in pairs {
      let items = try list.items(of: pair, ScheduleRequest())
      let state = states[pair.id.rawValue] ?? ""
      let isStalled = items.contains { if case .stalled = $0.kind { true } else { false } }
      if state != "outOfReach" {
        #expect(isStalled == (state == "stalled"), "\(pair.id), \(now.day.iso)")
        #expect(items.isEmpty == ["reached", "ended"].contains(state), "\(pair.id), \(now.day.iso): \(state)")
      }
      #expect(items.allSatisfy { !list.text(of: $0).isEmpty })
    }
    #expect(list.reviews.allSatisfy { $0.day <= list.last })
  }

  private func expectWithinPage(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) {
    for line in text.split(separator: "\n") where line.count > 80 {
      Issue.record("wider than a page: \(line)", sourceLocation: sourceLocation)
    }
  }
}
