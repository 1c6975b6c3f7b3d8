package import CurriculumModel

/// What a plan is asked for: what a pair can do, what holds at first, and where it wants to go.
///
/// A pure value. Neither the order of `candidates` nor that of `passedTogether` has any influence on the plan.
package struct PlanningProblem: Equatable, Sendable {
  /// A module that may be planned, with what only its place in a session depends on.
  package struct Candidate: Equatable, Sendable {
    /// What it asks for and gives.
    package let opportunity: Opportunity
    /// The theme, by which steps alternate where they are free to.
    package let theme: Identifier<Theme>?
    /// Its activities with their lengths, in order; where there are none, it is one piece.
    package let activities: [Portion]

    /// A candidate from its parts.
    package init(_ opportunity: Opportunity, theme: Identifier<Theme>? = nil, activities: [Portion] = []) {
      self.opportunity = opportunity
      self.theme = theme
      self.activities = activities
    }
  }

  /// An activity as the packing of sessions sees it.
  package struct Portion: Equatable, Sendable {
    /// The activity.
    package let activity: Identifier<Activity>
    /// Its length.
    package let minutes: Minutes

    /// An activity and its length.
    package init(_ activity: Identifier<Activity>, _ minutes: Minutes) {
      self.activity = activity
      self.minutes = minutes
    }
  }

  /// A module that this very pair has passed already.
  package struct Passed: Equatable, Sendable {
    /// The module.
    package let module: Identifier<Module>
    /// Its nominal minutes.
    package let minutes: Minutes
    /// Who mentored.
    package let direction: Direction

    /// A module that has been passed.
    package init(_ module: Identifier<Module>, minutes: Minutes, direction: Direction) {
      self.module = module
      self.minutes = minutes
      self.direction = direction
    }
  }

  /// What may be planned; a candidate whose `passed` fact holds already is never planned again.
  package internal(set) var candidates: [Candidate]
  /// The facts that hold at first, those of `passedTogether` included.
  package let held: Set<Fact>
  /// What the pair has passed together, which counts in sums and in the return share.
  package internal(set) var passedTogether: [Passed]
  /// What the plan is for: all of these.
  package internal(set) var aims: [Aim]
  /// The length of a session.
  package let session: Minutes
  /// The modules bound to a place; those that a plan does not use bind nothing.
  package internal(set) var milestones: [Curriculum.Milestone]
  /// How giving back is counted.
  package internal(set) var reciprocity: Reciprocity

  /// A problem from its parts: modules are named once, minutes are not negative, a session is longer than nothing.
  package init(
    candidates: [Candidate], held: Set<Fact> = [], passedTogether: [Passed] = [], aims: [Aim],
    session: Minutes = 60, milestones: [Curriculum.Milestone] = [], reciprocity: Reciprocity = Reciprocity()
  ) {
    precondition(session > .zero, "A session is longer than nothing")
    precondition(candidates.allSatisfy { $0.opportunity.minutes >= .zero }, "Minutes are never negative")
    self.candidates = candidates
    self.held = held
    self.passedTogether = passedTogether
    self.aims = aims
    self.session = session
    self.milestones = milestones
    self.reciprocity = reciprocity
  }

  /// The same problem with another rule of giving back.
  package func keeping(_ reciprocity: Reciprocity) -> PlanningProblem {
    var other = self
    other.reciprocity = reciprocity
    return other
  }

  /// The same problem with one more aim, after the others.
  package func adding(_ aim: Aim) -> PlanningProblem {
    var other = self
    other.aims.append(aim)
    return other
  }

  /// All aims as one condition.
  package var goal: Condition<GoalLeaf> { .all(aims.map(\.condition)) }
}
