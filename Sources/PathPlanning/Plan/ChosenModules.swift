import CurriculumModel

/// The modules of a selection with their conditions on each other, as the order of a plan needs them.
///
/// The modules are numbered in order of identifier.
struct ChosenModules {
  /// The modules.
  let candidates: [PlanningProblem.Candidate]
  /// What each needs first: a leaf lists the modules any one of which makes it true; what holds at first is gone.
  let conditions: [Condition<[Int]>]
  /// The modules that make a fact true which does not hold at first, in order.
  let givers: [Fact: [Int]]
  /// The last session in which each may end, milestones that rest on it included; nil where any will do.
  let deadlines: [Int?]
  /// Whether each is to come after all those that are not.
  let comesLast: [Bool]
  /// The length of a session in minutes.
  let session: Int

  /// How many there are.
  var count: Int { candidates.count }

  /// The modules named, out of a problem.
  init(_ modules: Set<Identifier<Module>>, in problem: PlanningProblem) {
    let chosen = problem.candidates.filter { modules.contains($0.opportunity.module) }
      .sorted { $0.opportunity.module < $1.opportunity.module }
    var givers: [Fact: [Int]] = [:]
    for (index, candidate) in chosen.enumerated() {
      for fact in candidate.opportunity.effects where !problem.held.contains(fact) {
        givers[fact, default: []].append(index)
      }
    }
    conditions = chosen.map {
      $0.opportunity.condition.flatMap { problem.held.contains($0) ? .always : .leaf(givers[$0] ?? []) }
    }
    candidates = chosen
    self.givers = givers
    session = problem.session.count
    var deadlines = [Int?](repeating: nil, count: chosen.count)
    var comesLast = [Bool](repeating: false, count: chosen.count)
    for milestone in problem.milestones {
      guard let index = chosen.firstIndex(where: { $0.opportunity.module == milestone.module }) else { continue }
      switch milestone.place {
      case .bySession(let number): deadlines[index] = min(deadlines[index] ?? number, number)
      case .last: comesLast[index] = true
      }
    }
    self.comesLast = comesLast
    self.deadlines = Self.inherit(deadlines, conditions)
  }

  /// Whether a module's condition holds once those are taken for which `isTaken` says so.
  func canStart(_ index: Int, _ isTaken: (Int) -> Bool) -> Bool {
    conditions[index].holds { $0.contains(where: isTaken) }
  }

  /// The modules whose conditions speak of each, in order.
  var users: [[Int]] {
    var users = [[Int]](repeating: [], count: count)
    for (index, condition) in conditions.enumerated() {
      for giver in Set(condition.leaves.joined()) where giver != index { users[giver].append(index) }
    }
    return users
  }

  /// Gives each module the earliest deadline of those that cannot be taken without it.
  ///
  /// O(d · n² · c) for d deadlines.
  private static func inherit(_ deadlines: [Int?], _ conditions: [Condition<[Int]>]) -> [Int?] {
    var inherited = deadlines
    for (late, deadline) in deadlines.enumerated() {
      guard let deadline else { continue }
      for index in deadlines.indices where index != late {
        if !canTake(late, without: index, conditions) {
          inherited[index] = min(inherited[index] ?? deadline, deadline)
        }
      }
    }
    return inherited
  }

  private static func canTake(_ wanted: Int, without absent: Int, _ conditions: [Condition<[Int]>]) -> Bool {
    var taken = [Bool](repeating: false, count: conditions.count)
    var hasGrown = true
    while hasGrown {
      hasGrown = false
      for index in conditions.indices where !taken[index] && index != absent {
        if conditions[index].holds({ $0.contains { taken[$0] } }) {
          taken[index] = true
          hasGrown = true
        }
      }
    }
    return taken[wanted]
  }
}
