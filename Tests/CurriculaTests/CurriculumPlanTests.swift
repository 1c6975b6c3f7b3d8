import CurriculumModel
import PathPlanning
import Testing

/// Each certificate can be earned in the sessions that its curriculum has.
///
/// The plans are written down in `PlanSnapshot.all`: a change of the library that makes one of them longer, or takes
/// another way, shows here.
struct CurriculumPlanTests {
  private let library: Library

  init() throws {
    library = try ShippedLibrary.library()
  }

  @Test func everyCertificateHasItsSnapshot() {
    let expected = library.curricula.values.flatMap { curriculum in
      [PlanSnapshot.name(curriculum.id, [])]
        + curriculum.certificates.map { PlanSnapshot.name(curriculum.id, [$0.id]) }
        + [PlanSnapshot.name(curriculum.id, curriculum.certificates.map(\.id))]
    }
    #expect(PlanSnapshot.all.map(\.name).sorted() == expected.sorted())
  }

  @Test(arguments: PlanSnapshot.all)
  func thePlanIsProvedAndFitsTheSessions(snapshot: PlanSnapshot) throws {
    let curriculum = try #require(library.curricula[snapshot.curriculum])
    let goals = snapshot.certificates.map(Goal.certificate)
    let problem = PlanningProblem(library: library, curriculum: curriculum, goals: goals)
    let plan = problem.shortestPlan()
    #expect(plan.outcome == .optimal)
    #expect(PlanChecker.faults(of: plan, for: problem) == [])
    #expect(plan.sessions.count <= curriculum.rhythm.sessions)
    #expect(plan.missedMilestones == [])
    #expect(plan.minutes.count == snapshot.minutes)
    #expect(plan.sessions.count == snapshot.sessions)
    #expect(plan.returnShare.percent == snapshot.returnPercent)
    #expect(plan.steps.map(\.module.rawValue).sorted().joined(separator: " ") == snapshot.modules)
  }

  /// What `next` plans for a pair that names no goal: every certificate, and the milestones.
  @Test(arguments: ["ai-in-the-open", "digital-presence", "first-leadership", "full-exchange"])
  func aPairThatWantsEverythingFinishesInTimeAndGivesBack(id: String) throws {
    let curriculum = try #require(library.curricula[Identifier(id)])
    let goals = curriculum.certificates.map { Goal.certificate($0.id) } + [.milestones]
    let plan = PlanningProblem(library: library, curriculum: curriculum, goals: goals).shortestPlan()
    #expect(plan.outcome == .optimal)
    #expect(plan.sessions.count <= curriculum.rhythm.sessions)
    #expect(plan.missedMilestones == [])
    let percent = try #require(plan.returnShare.percent)
    #expect(percent >= (try #require(curriculum.reciprocity)).atLeastPercent)
  }

  @Test func theFourCurriculaHaveTheSameFrame() throws {
    #expect(library.curricula.count == 4)
    for curriculum in library.curricula.values {
      #expect((6...13).contains(curriculum.rhythm.sessions))
      #expect(curriculum.rhythm.session == 60)
      #expect(curriculum.rhythm.everyWeeks == 2)
      #expect(curriculum.milestones.contains(.init(module: "ld-contract", place: .bySession(1))))
      #expect(curriculum.milestones.contains(.init(module: "ld-mentor-stance", place: .bySession(3))))
      #expect(Set(curriculum.certificates.map(\.holder)) == [.junior, .senior, .pair])
      #expect(Set(curriculum.indicators.map(\.advantage)) == Set(Advantage.allCases))
      #expect(curriculum.groups.contains { if case .atLeast = $0.choice { true } else { false } })
    }
  }

  /// The curriculum to begin with can be copied alone, with eight modules.
  @Test func digitalPresenceNeedsNoOtherModules() throws {
    let own: Set<Identifier<Module>> = [
      "dt-passwords", "dt-phishing", "ld-contract", "ld-listen", "ld-mentor-stance", "sm-account-safe", "sm-landscape",
      "sm-netiquette",
    ]
    let curriculum = try #require(library.curricula["digital-presence"])
    #expect(curriculum.milestones.allSatisfy { own.contains($0.module) })
    #expect(own.isSuperset(of: curriculum.groups.filter { $0.id != "give-back" }.flatMap(\.modules)))
    let smaller = Library(
      foundSound: library.programme, frameworks: Array(library.frameworks.values),
      modules: library.modulesInOrder.filter { own.contains($0.id) }, cards: [], curricula: [curriculum])
    #expect(Reachability(of: smaller.offeredModules.map(\.opportunity)).modules == own)
    let goals = curriculum.certificates.map { Goal.certificate($0.id) }
    #expect(PlanningProblem(library: smaller, curriculum: curriculum, goals: goals).shortestPlan().minutes == 345)
  }
}
