import CurriculumModel
import PathPlanning
import Testing

/// The checker refuses each way in which a plan can be spoilt.
struct PlanCheckerTests {
  private let problem = PlanningProblem(
    candidates: [
      candidate("a", 40, activities: [40]), candidate("b", 30, .leaf(.passed("a")), .mutual, activities: [10, 20]),
      candidate("c", 90, .leaf(.passed("b")), .seniorToJunior, activities: [30, 30, 30]), candidate("d", 5),
    ],
    passedTogether: [PlanningProblem.Passed("p", minutes: 60, direction: .mutual)],
    aims: [Aim(.module("c"), .leaf(.fact(.passed("c"))))],
    milestones: [
      Curriculum.Milestone(module: "a", place: .bySession(1)), Curriculum.Milestone(module: "c", place: .last),
    ])

  private func faults(_ spoil: (inout Plan) -> Void) -> [PlanChecker.Fault] {
    var plan = problem.shortestPlan()
    spoil(&plan)
    return PlanChecker.faults(of: plan, for: problem)
  }

  @Test func thePlanItselfIsAccepted() {
    #expect(faults { _ in }.isEmpty)
    #expect(problem.shortestPlan().steps.map(\.module) == ["a", "b", "c"])
    #expect(problem.shortestPlan().sessions.map(\.minutes) == [40, 60, 60])
  }

  @Test func stepsAreChecked() {
    #expect(faults { $0.steps.removeLast() }.contains(.goalNotReached))
    #expect(faults { $0.steps.removeFirst() }.contains(.cannotStart("b")))
    #expect(faults { $0.steps.swapAt(0, 1) }.contains(.cannotStart("b")))
    #expect(faults { $0.steps.append($0.steps[0]) }.contains(.repeated("a")))
    #expect(faults { $0.steps[0] = step("a", 45, of: $0.steps[0]) }.contains(.misstated("a")))
    #expect(faults { $0.steps[0] = step("ghost", 40, of: $0.steps[0]) }.contains(.notOffered("ghost")))
    #expect(faults { $0.steps.insert(step("d", 5, of: $0.steps[0]), at: 0) }.contains(.wrongReason("d")))
    #expect(
      faults {
        let why = $0.steps[0].rationale
        let other = Rationale(aims: why.aims, leaves: why.leaves, opens: ["c"], teaches: why.teaches)
        $0.steps[0] = Plan.Step(module: "a", minutes: 40, direction: .juniorToSenior, rationale: other)
      } == [.wrongReason("a")])
  }

  @Test func claimsAreChecked() {
    #expect(faults { $0.minutes += 5 }.contains(.wrongMinutes))
    #expect(faults { $0.lowerBound -= 5 } == [.wrongBound])
    #expect(faults { $0.lowerBound += 5 } == [.wrongBound])
    #expect(faults { $0.outcome = .feasible } == [.wrongBound])
    #expect(faults { $0.outcome = .reached } == [.wrongOutcome])
    #expect(faults { $0.outcome = .infeasible } == [.wrongOutcome])
    #expect(faults { $0.sessionLowerBound += 1 } == [.wrongBound])
    #expect(faults { $0.obstacles = [.missing(.passed("c"), waiting: [])] } == [.wrongOutcome])
    #expect(faults { $0.returnShare = ReturnShare(given: 0, total: $0.returnShare.total) } == [.wrongReturnShare])
    #expect(faults { $0.missedMilestones = [problem.milestones[0]] } == [.wrongMilestones])
  }

  @Test func sessionsAreChecked() {
    #expect(faults { $0.sessions.removeLast() }.contains(.sessionsDisagree))
    #expect(faults { $0.sessions.swapAt(0, 1) }.contains(.misstatedSession(1)))
    #expect(faults { $0.sessions.append(Plan.Session(number: 4, parts: [])) } == [.overfullOrEmpty(4)])
    #expect(
      faults { $0.sessions = renumbered([$0.sessions[0].parts + $0.sessions[1].parts, $0.sessions[2].parts]) }
        .contains(.overfullOrEmpty(1)))
    #expect(
      faults {
        let second = $0.sessions[1].parts[0]
        let halves = ["a1", "a2"].enumerated().map { number, id in
          Plan.Part(module: second.module, minutes: number == 0 ? 10 : 20, activities: [Identifier(id)])
        }
        $0.sessions = renumbered([
          $0.sessions[0].parts + [halves[0]], [halves[1]] + $0.sessions[1].parts.dropFirst(), $0.sessions[2].parts,
        ])
      } == [.badlySplit("b")])
    #expect(
      faults {
        $0.sessions[2] = Plan.Session(number: 3, parts: [Plan.Part(module: "c", minutes: 60, activities: ["a2"])])
      } == [.badlySplit("c")])
  }

  private func step(_ module: Identifier<Module>, _ minutes: Minutes, of step: Plan.Step) -> Plan.Step {
    Plan.Step(module: module, minutes: minutes, direction: step.direction, rationale: step.rationale)
  }

  private func renumbered(_ parts: [[Plan.Part]]) -> [Plan.Session] {
    parts.enumerated().map { Plan.Session(number: $0.offset + 1, parts: $0.element) }
  }
}
