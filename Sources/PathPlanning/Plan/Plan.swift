package import CurriculumModel

/// The shortest way to a goal, or how near to it the search came, or why there is none.
package struct Plan: Equatable, Sendable {
  /// What came of the search.
  package enum Outcome: String, Sendable {
    /// No plan is better by what it is to have least of: proved.
    case optimal
    /// The search was stopped; `lowerBound` says how far the plan can be from the best.
    case feasible
    /// No plan reaches the goal; `obstacles` says why.
    case infeasible
    /// The goal holds already.
    case reached
  }

  /// What a plan is to have least of; the other comes second.
  package enum Priority: String, CaseIterable, Sendable {
    /// Minutes, then sessions.
    case minutes
    /// Sessions, then minutes.
    case sessions
  }

  /// A module to do, and why.
  package struct Step: Equatable, Sendable {
    /// The module.
    package let module: Identifier<Module>
    /// Its minutes together.
    package let minutes: Minutes
    /// Who mentors.
    package let direction: Direction
    /// Why it is there.
    package let rationale: Rationale

    /// A step from its parts.
    package init(module: Identifier<Module>, minutes: Minutes, direction: Direction, rationale: Rationale) {
      self.module = module
      self.minutes = minutes
      self.direction = direction
      self.rationale = rationale
    }
  }

  /// One meeting of the pair.
  package struct Session: Equatable, Sendable {
    /// The number, from 1.
    package let number: Int
    /// The minutes planned in it.
    package let minutes: Minutes
    /// What is done, in order.
    package let parts: [Part]

    /// A session from its number and parts.
    package init(number: Int, parts: [Part]) {
      self.number = number
      self.minutes = parts.reduce(.zero) { $0 + $1.minutes }
      self.parts = parts
    }
  }

  /// What is done of one module in one session.
  package struct Part: Equatable, Sendable {
    /// The module.
    package let module: Identifier<Module>
    /// The minutes of it in this session.
    package let minutes: Minutes
    /// The activities, in order; one longer than a session stands in each session that it takes.
    package let activities: [Identifier<Activity>]

    /// A part of a module.
    package init(module: Identifier<Module>, minutes: Minutes, activities: [Identifier<Activity>]) {
      self.module = module
      self.minutes = minutes
      self.activities = activities
    }
  }

  /// What came of the search.
  package var outcome: Outcome
  /// The minutes of all steps.
  package var minutes: Minutes
  /// No selection of modules that reaches the goal, and keeps the share of giving back where it binds, takes fewer
  /// minutes than this; where sessions come first and that is proved, none in as few sessions.
  package var lowerBound: Minutes
  /// The modules, in an order in which each one's condition holds when it starts.
  package var steps: [Step]
  /// The same modules in sessions.
  package var sessions: [Session]
  /// No selection of as few minutes (or none at all, where sessions come first) can be packed into fewer sessions than
  /// this, as `SessionPacking` splits modules; where the minutes are not proved, these modules cannot.
  package var sessionLowerBound: Int
  /// The milestones that this plan misses.
  package var missedMilestones: [Curriculum.Milestone]
  /// Why no plan reaches the goal; empty unless the outcome is `infeasible`.
  package var obstacles: [Obstacle]
  /// How much is given back, over the steps and what the pair has passed together.
  package var returnShare: ReturnShare
  /// Whether the share of giving back binds and this plan misses it, because the search was stopped before one that
  /// keeps it was found.
  package var missesReciprocity: Bool
  /// The minutes by which the least plan that keeps the share of giving back is longer than the least of all; nil
  /// where the share does not bind, or where one of the two is not proved.
  package var priceOfReciprocity: Minutes?
  /// What it has least of.
  package var least: Priority

  /// A plan from its parts.
  package init(
    outcome: Outcome, minutes: Minutes = .zero, lowerBound: Minutes = .zero, steps: [Step] = [],
    sessions: [Session] = [], sessionLowerBound: Int = 0, missedMilestones: [Curriculum.Milestone] = [],
    obstacles: [Obstacle] = [], returnShare: ReturnShare, missesReciprocity: Bool = false,
    priceOfReciprocity: Minutes? = nil, least: Priority = .minutes
  ) {
    self.outcome = outcome
    self.minutes = minutes
    self.lowerBound = lowerBound
    self.steps = steps
    self.sessions = sessions
    self.sessionLowerBound = sessionLowerBound
    self.missedMilestones = missedMilestones
    self.obstacles = obstacles
    self.returnShare = returnShare
    self.missesReciprocity = missesReciprocity
    self.priceOfReciprocity = priceOfReciprocity
    self.least = least
  }
}

/// Why a step is in a plan: what would be lacking without it, the other steps staying in their order.
///
/// At least one of `aims` and `opens` names something in every plan that the search returns.
package struct Rationale: Equatable, Sendable {
  /// The goals that would not be reached, in the order in which they were given; a share of giving back that binds
  /// and would be missed comes last.
  package let aims: [Goal]
  /// The statements of those goals that would not hold, in the order in which they are written.
  package let leaves: [GoalLeaf]
  /// The later modules of the plan that could not start when they do, in order of the plan.
  package let opens: [Identifier<Module>]
  /// What holds after the step and did not before, in order.
  package let teaches: [Fact]

  /// A rationale from its parts.
  package init(aims: [Goal], leaves: [GoalLeaf], opens: [Identifier<Module>], teaches: [Fact]) {
    self.aims = aims
    self.leaves = leaves
    self.opens = opens
    self.teaches = teaches
  }
}

/// Something that keeps every plan from the goal.
package enum Obstacle: Hashable, Sendable {
  /// A fact that nothing on offer can make true; these modules wait for it, in order of identifier.
  case missing(Fact, waiting: [Identifier<Module>])
  /// A sum that all the modules that can be reached do not make up; they make up this much.
  case short(Quantity, reachable: Int)
  /// A share of giving back, in percent, that no plan keeps; none gives back more than the percentage reachable.
  case share(asked: Int, reachable: Int)
}
