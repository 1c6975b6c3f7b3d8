import CurriculumModel
import PathPlanning

/// What can be said of a plan for a problem, and what each statement takes to come to hold.
struct Statements {
  /// A part of what a statement takes.
  struct Part {
    /// The statement.
    var statement: Int
    /// What it counts towards the threshold.
    var weight: Int
  }

  /// The numbers of statements by name; the modules come first.
  private(set) var named: [String: Int] = [:]
  /// What each statement's parts must make up.
  private(set) var threshold: [Int] = []
  /// The parts of each statement.
  private(set) var parts: [[Part]] = []
  /// The minutes of each module.
  let minutes: [Int]
  /// The goal; nil where it is settled.
  private(set) var goal: Int?
  /// Whether the goal holds from the start.
  private(set) var goalHolds = false

  private let problem: PlanningProblem
  private let passed: Set<Identifier<Module>>
  private var givers: [Fact: [Int]] = [:]
  private var users: [[Part]] = []
  private var gateCount = 0

  /// How many modules there are.
  var moduleCount: Int { minutes.count }
  /// How many statements there are.
  var count: Int { threshold.count }

  /// What is known of a condition.
  private enum Known {
    case settled(Bool)
    case statement(Int)
  }

  /// The statements of a problem whose goal is also to give back the share of so many minutes, where it binds.
  init(of problem: PlanningProblem, givingOver bound: Int?) {
    self.problem = problem
    let modules = problem.candidates.map(\.opportunity).filter { !problem.held.contains(.passed($0.module)) }
      .sorted { $0.module < $1.module }
    minutes = modules.map(\.minutes.count)
    passed = Set(problem.passedTogether.map(\.module))
    for module in modules {
      let number = add("m:\(module.module)", 0, [])
      for fact in Set(module.effects) where !problem.held.contains(fact) { givers[fact, default: []].append(number) }
    }
    for (number, module) in modules.enumerated() {
      switch known(module.condition) {
      case .settled(true): break
      case .settled(false): threshold[number] = 1
      case .statement(let condition): (threshold[number], parts[number]) = (1, [Part(statement: condition, weight: 1)])
      }
    }
    let sums = bound.flatMap { share(over: $0, modules) }.map { [$0] } ?? []
    switch known(Condition.all([problem.goal] + sums)) {
    case .settled(let holds): goalHolds = holds
    case .statement(let number): goal = number
    }
    users = Array(repeating: [], count: count)
    for (user, parts) in parts.enumerated() {
      for part in parts { users[part.statement].append(Part(statement: user, weight: part.weight)) }
    }
  }

  private mutating func add(_ name: String, _ threshold: Int, _ parts: [Part]) -> Int {
    self.threshold.append(threshold)
    self.parts.append(parts)
    named[name] = count - 1
    return count - 1
  }

  /// The sum that must be given back so that a share is kept over so many minutes more, in hundredths.
  private func share(over bound: Int, _ modules: [Opportunity]) -> Condition<GoalLeaf>? {
    guard problem.reciprocity.force == .binding, let percent = problem.reciprocity.atLeastPercent else { return nil }
    func given(_ direction: Direction, _ minutes: Int) -> Int {
      switch direction {
      case .seniorToJunior: 100 * minutes
      case .mutual: problem.reciprocity.mutualPercent * minutes
      case .juniorToSenior: 0
      }
    }
    let spent = problem.passedTogether.reduce(bound) { $0 + $1.minutes.count }
    let earlier = problem.passedTogether.reduce(0) { $0 + given($1.direction, $1.minutes.count) }
    return .leaf(
      .sum(
        Quantity(
          .minutes, of: modules.map { ($0.module, given($0.direction, $0.minutes.count)) },
          atLeast: percent * spent - earlier)))
  }

  private mutating func known(_ condition: Condition<Fact>) -> Known {
    known(condition) { statements, fact in statements.known(fact) }
  }

  private mutating func known(_ condition: Condition<GoalLeaf>) -> Known {
    known(condition) { statements, leaf in
      switch leaf {
      case .fact(let fact): statements.known(fact)
      case .sum(let quantity): statements.known(quantity)
      }
    }
  }

  private mutating func known<Leaf: Equatable>(
    _ condition: Condition<Leaf>, _ leaf: (inout Statements, Leaf) -> Known
  ) -> Known {
    let (wanted, conditions): (Int, [Condition<Leaf>])
    switch condition {
    case .leaf(let value): return leaf(&self, value)
    case .all(let all): (wanted, conditions) = (all.count, all)
    case .any(let any): (wanted, conditions) = (1, any)
    case .atLeast(let least, let some): (wanted, conditions) = (least, some)
    }
    let name = nextGate()
    var parts: [(known: Known, weight: Int)] = []
    for (place, part) in conditions.enumerated() {
      // Of equal parts in a row of which some are asked for, the first stands for all.
      if case .atLeast = condition, place > 0, part == conditions[place - 1] {
        parts[parts.count - 1].weight += 1
      } else {
        parts.append((known(part, leaf), 1))
      }
    }
    return settle(name, wanted, parts)
  }

  private mutating func nextGate() -> String {
    gateCount += 1
    return "g:\(gateCount - 1)"
  }

  private mutating func known(_ fact: Fact) -> Known {
    if problem.held.contains(fact) { return .settled(true) }
    let name =
      switch fact {
      case .passed(let module): "p:\(module)"
      case .holds(let partner, let competence): "h:\(partner.rawValue) \(competence)"
      }
    if let number = named[name] { return .statement(number) }
    return settle(name, 1, (givers[fact] ?? []).map { (.statement($0), 1) })
  }

  private mutating func known(_ quantity: Quantity) -> Known {
    let name = nextGate()
    let open = quantity.atLeast - quantity.amount(of: passed)
    let weights = quantity.weights.filter { $0.amount > 0 && !passed.contains($0.module) }
    return settle(
      name, open, weights.compactMap { weight in named["m:\(weight.module)"].map { (.statement($0), weight.amount) } })
  }

  /// A threshold of which what is settled is taken away: settled itself, or the one statement that decides it.
  private mutating func settle(_ name: String, _ wanted: Int, _ all: [(known: Known, weight: Int)]) -> Known {
    var open = wanted
    var weights: [Int: Int] = [:]
    for (known, weight) in all {
      switch known {
      case .settled(true): open -= weight
      case .settled(false): break
      case .statement(let number): weights[number, default: 0] += weight
      }
    }
    if open <= 0 { return .settled(true) }
    // Between two multiples of a common measure nothing can be made up, and above the threshold nothing counts more.
    let unit = weights.values.reduce(0, Self.commonMeasure)
    if unit > 1 { open = (open + unit - 1) / unit * unit }
    let parts = weights.map { Part(statement: $0.key, weight: min($0.value, open)) }
      .sorted { $0.statement < $1.statement }
    if parts.reduce(0, { $0 + $1.weight }) < open { return .settled(false) }
    return .statement(parts.count == 1 ? parts[0].statement : add(name, open, parts))
  }

  private static func commonMeasure(_ a: Int, _ b: Int) -> Int { b == 0 ? a : commonMeasure(b, a % b) }

  /// Which statements can come to hold while some are kept from it.
  func derivable(without blocked: Set<Int>) -> [Bool] {
    var open = threshold
    var holds = [Bool](repeating: false, count: count)
    var stack = (0..<count).filter { open[$0] <= 0 && !blocked.contains($0) }
    for statement in stack { holds[statement] = true }
    while let statement = stack.popLast() {
      for user in users[statement] {
        open[user.statement] -= user.weight
        if open[user.statement] <= 0, !holds[user.statement], !blocked.contains(user.statement) {
          holds[user.statement] = true
          stack.append(user.statement)
        }
      }
    }
    return holds
  }

  /// A measure of the minutes of all plans that take nothing in vain.
  var commonMinutes: Int {
    let holds = derivable(without: [])
    var isOfUse = [Bool](repeating: false, count: count)
    var stack = goal.map { [$0] } ?? []
    while let statement = stack.popLast() {
      if !holds[statement] || isOfUse[statement] { continue }
      isOfUse[statement] = true
      stack += parts[statement].map(\.statement)
    }
    return max(1, (0..<moduleCount).filter { isOfUse[$0] }.reduce(0) { Self.commonMeasure($0, minutes[$1]) })
  }
}
