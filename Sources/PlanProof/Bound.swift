import PathPlanning

/// A row of a proof, found true of every plan.
struct BoundRow {
  /// The statement that it is about.
  let target: Int
  /// What supports it, with weights.
  let terms: [Statements.Part]
  /// What weights are divided by.
  let scale: Int

  /// The row, or nil where it names no statement of the problem or is not true of every plan.
  init?(_ row: SelectionProof.Row, in statements: Statements) {
    guard let target = statements.named[row.statement] else { return nil }
    self.target = target
    guard let names = row.anyOf else {
      terms = statements.parts[target]
      scale = statements.threshold[target]
      if scale <= 0 { return nil }
      return
    }
    var members: Set<Int> = []
    for name in names {
      guard let member = statements.named[name], members.insert(member).inserted else { return nil }
    }
    guard !statements.derivable(without: members)[target] else { return nil }
    terms = members.sorted().map { Statements.Part(statement: $0, weight: 1) }
    scale = 1
  }
}

/// A bound on the minutes of the plans of a part.
struct Bound {
  /// The bound, in units of the proof.
  private(set) var value: Int128 = 0
  /// What each statement's holding costs beyond it.
  private(set) var prices: [Int128]

  /// The bound of a list of multipliers; nil where the list is not one.
  init?(_ list: [Int], _ rows: [BoundRow], _ statements: Statements, _ settled: Settled) {
    prices = statements.minutes.map { Int128($0) * Int128(SelectionProof.unit) }
    prices += repeatElement(0, count: statements.count - prices.count)
    guard list.count.isMultiple(of: 2) else { return nil }
    for place in stride(from: 0, to: list.count, by: 2) {
      let amount = Int128(list[place + 1])
      guard rows.indices.contains(list[place]), amount >= 0 else { return nil }
      let row = rows[list[place]]
      prices[row.target] += amount
      for term in row.terms {
        // Rounded up, which only weakens the bound.
        prices[term.statement] -= (amount * Int128(term.weight) + Int128(row.scale) - 1) / Int128(row.scale)
      }
    }
    for (statement, price) in prices.enumerated() { value += price * Int128(settled.count(statement, price > 0)) }
  }
}

/// What a part says of each statement: whether it may hold, and whether it may not.
struct Settled {
  private var lower: [Int8]
  private var upper: [Int8]

  /// Nothing is settled.
  init(count: Int) {
    lower = Array(repeating: 0, count: count)
    upper = Array(repeating: 1, count: count)
  }

  /// The least that a statement can count, or the most.
  func count(_ statement: Int, _ isLeast: Bool) -> Int8 { isLeast ? lower[statement] : upper[statement] }

  /// Whether a statement can count this.
  func allows(_ statement: Int, _ value: Int8) -> Bool { lower[statement] <= value && value <= upper[statement] }

  /// Settles a statement.
  mutating func set(_ statement: Int, to value: Int8) {
    lower[statement] = value
    upper[statement] = value
  }

  /// Settles the statements whose other count would lift the bound above a ceiling.
  mutating func take(_ bound: Bound, below ceiling: Int128) {
    for (statement, price) in bound.prices.enumerated() where lower[statement] != upper[statement] {
      if bound.value + (price < 0 ? -price : price) > ceiling { set(statement, to: price > 0 ? 0 : 1) }
    }
  }

  /// Rules out what cannot come to hold without what is ruled out; false where something that must hold is.
  mutating func propagate(_ statements: Statements) -> Bool {
    let holds = statements.derivable(without: Set(upper.indices.filter { upper[$0] == 0 }))
    for statement in upper.indices where !holds[statement] {
      if lower[statement] == 1 { return false }
      upper[statement] = 0
    }
    return true
  }
}
