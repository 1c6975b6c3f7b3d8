import CurriculumModel
import Testing

/// What remains of a condition once some leaves hold.
struct RemainderTests {
  private let condition = Condition<Int>.all([
    .leaf(1), .any([.leaf(2), .all([.leaf(3), .leaf(4)])]), .atLeast(2, [.leaf(5), .leaf(6), .leaf(7)]),
  ])

  private func remainder(_ held: Int...) -> Condition<Int>? { condition.remainder { held.contains($0) } }

  @Test func whatHoldsIsGone() {
    #expect(remainder() == condition)
    #expect(remainder(1, 3, 5) == .all([.any([.leaf(2), .leaf(4)]), .any([.leaf(6), .leaf(7)])]))
    #expect(remainder(1, 2, 5, 6) == nil)
    #expect(remainder(1, 2) == .atLeast(2, [.leaf(5), .leaf(6), .leaf(7)]))
  }

  @Test func oneListIsMadeOfAll() {
    let nested = Condition<Int>.all([.leaf(1), .all([.leaf(2), .any([.leaf(3)])]), .atLeast(1, [.leaf(4)])])
    #expect(nested.remainder { _ in false } == .all([.leaf(1), .leaf(2), .leaf(3), .leaf(4)]))
  }

  @Test func whatCanNeverHoldRemains() {
    #expect(Condition<Int>.any([]).remainder { _ in true } == .any([]))
    #expect(Condition<Int>.atLeast(3, [.leaf(1), .leaf(2)]).remainder { $0 == 1 } == .atLeast(2, [.leaf(2)]))
  }
}
