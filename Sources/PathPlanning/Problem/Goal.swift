package import CurriculumModel

/// Something a plan is made for, by its name in the library.
package enum Goal: Hashable, Sendable {
  /// Everything the curriculum asks of modules: all of its groups and milestones.
  case curriculum
  /// The modules that the curriculum binds to a place in the plan.
  case milestones
  /// What earns a certificate.
  case certificate(Identifier<Certificate>)
  /// What a group asks for.
  case group(Identifier<Group>)
  /// One module.
  case module(Identifier<Module>)
  /// A module that the pair's mentor wishes.
  case wish(Identifier<Module>)
  /// As much of the goal as a budget of minutes or sessions allows.
  case part
  /// The least share of giving back, where it binds: never asked for by an aim, but a reason for steps.
  case reciprocity
}

/// A goal and what it takes.
package struct Aim: Hashable, Sendable {
  /// The goal.
  package let goal: Goal
  /// When it is reached.
  package let condition: Condition<GoalLeaf>
  /// Its parts and what they are worth where not all of it fits: together they are the condition.
  package let stakes: [Stake]

  /// A goal with its condition; without stakes every point of it is worth as much as any other.
  package init(_ goal: Goal, _ condition: Condition<GoalLeaf>, stakes: [Stake]? = nil) {
    self.goal = goal
    self.condition = condition
    self.stakes = stakes ?? condition.conjuncts.map { Stake(goal, $0) }
  }
}

/// A single statement within a goal.
package enum GoalLeaf: Hashable, Sendable {
  /// Something is true of the pair.
  case fact(Fact)
  /// Enough has been passed in this pair.
  case sum(Quantity)
}

/// A sum over the modules passed in this pair, and how much of it is wanted.
package struct Quantity: Hashable, Sendable {
  /// What is counted.
  package enum Measure: Hashable, Sendable {
    /// Nominal minutes.
    case minutes
    /// Modules.
    case modules
  }

  /// How much one module counts.
  package struct Weight: Hashable, Sendable {
    /// The module.
    package let module: Identifier<Module>
    /// How much it counts: minutes, or 1 where modules are counted.
    package let amount: Int
  }

  /// What is counted.
  package let measure: Measure
  /// What each module counts, in order of identifier.
  package let weights: [Weight]
  /// How much is wanted.
  package let atLeast: Int

  /// A quantity; the order in which weights are given does not matter, and none may be negative.
  package init(_ measure: Measure, of weights: [(module: Identifier<Module>, amount: Int)], atLeast: Int) {
    precondition(weights.allSatisfy { $0.amount >= 0 }, "A module never counts less than nothing")
    self.measure = measure
    self.weights = weights.map { Weight(module: $0.module, amount: $0.amount) }.sorted { $0.module < $1.module }
    self.atLeast = atLeast
  }

  /// How much of it these modules make up.
  ///
  /// O(w) for w weights.
  package func amount(of modules: Set<Identifier<Module>>) -> Int {
    weights.reduce(0) { modules.contains($1.module) ? $0 + $1.amount : $0 }
  }
}
