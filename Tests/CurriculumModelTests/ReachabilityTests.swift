import CurriculumModel
import Testing

struct ReachabilityTests {
  @Test func cyclesThroughAlternativesAreHarmless() {
    let opportunities = [
      module("a", .leaf(.passed("b"))),
      module("b", .any([.leaf(.passed("a")), .leaf(.passed("c"))])),
      module("c", .always),
    ]
    #expect(Reachability(of: opportunities).modules == ["a", "b", "c"])
  }

  @Test func aClosedCycleIsOutside() {
    let opportunities = [module("a", .leaf(.passed("b"))), module("b", .leaf(.passed("a"))), module("c", .always)]
    let reachability = Reachability(of: opportunities)
    #expect(reachability.modules == ["c"])
    #expect(reachability.blockingSet(for: .leaf(.passed("a")), in: opportunities) == [.passed("a")])
  }

  @Test func theRootIsNamedAndNotWhatWaitsForIt() {
    let opportunities = [
      module("a", .all([.leaf(.passed("b")), .leaf(.passed("c"))])),
      module("b", .leaf(.passed("ghost"))),
      module("c", .always),
    ]
    let reachability = Reachability(of: opportunities)
    #expect(reachability.blockingSet(for: .leaf(.passed("a")), in: opportunities) == [.passed("ghost")])
  }

  @Test func atLeastCountsWhatCanCome() {
    let two = Condition<Fact>.atLeast(2, [.leaf(.passed("a")), .leaf(.passed("b")), .leaf(.passed("x"))])
    let opportunities = [module("a", .always), module("b", .always), module("goal", two)]
    #expect(Reachability(of: opportunities).modules == ["a", "b", "goal"])
    #expect(Reachability(of: [opportunities[0], opportunities[2]]).modules == ["a"])
  }

  private func module(_ id: Identifier<Module>, _ condition: Condition<Fact>) -> Opportunity {
    Opportunity(module: id, minutes: 60, direction: .mutual, condition: condition, effects: [.passed(id)])
  }
}
