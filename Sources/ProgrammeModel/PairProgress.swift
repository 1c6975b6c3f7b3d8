package import Bilingual
package import CurriculumModel

/// What one pair has done.
package struct PairProgress: Equatable, Sendable {
  /// The pair's identifier.
  package let id: Identifier<Pair>
  /// What was agreed when it began; nil where no event tells of that.
  package internal(set) var agreed: Pair?
  /// When it began.
  package internal(set) var began: Moment?
  /// What it agreed about how it meets; the last time it did.
  package internal(set) var contract: Contract?
  /// When it ended; nil while it meets.
  package internal(set) var ended: Moment?
  /// The sessions, held and missed, in order of happening.
  package internal(set) var sessions: [Session] = []
  /// The modules passed together, in order of happening.
  package internal(set) var together: [JointPass] = []

  /// What its mentor wishes of plans, one wish about each module, in order of the wishing.
  package internal(set) var wishes: [Event.Wish] = []

  /// The plan that it was told last, and when; nil where it was told none.
  package internal(set) var told: Telling?

  /// A plan, and when a pair was told of it.
  package struct Telling: Equatable, Sendable {
    /// The plan.
    package let plan: KnownPlan
    /// When.
    package let at: Moment

    /// A plan told at a moment.
    package init(plan: KnownPlan, at: Moment) {
      self.plan = plan
      self.at = at
    }
  }

  /// A pair of which nothing is told yet.
  package init(id: Identifier<Pair>) {
    self.id = id
  }

  /// A session that was held or missed.
  package struct Session: Equatable, Sendable {
    /// The event.
    package let event: Event.ID
    /// When.
    package let at: Moment
    /// The number it was held under, from 1, where it was told.
    package let number: Int?
    /// The minutes it took; nil where it was missed.
    package let minutes: Minutes?
    /// The minutes it was planned for, where they were told.
    package let planned: Minutes?
    /// The plan that the pair knew when it met; nil where it was told none, or where it did not meet.
    package let told: KnownPlan?
  }

  /// A module that the pair has passed together: each of its mentees has it, and at least one by a pass in this pair.
  ///
  /// Where it counts for the pair alone, each by a pass in this pair.
  package struct JointPass: Equatable, Sendable {
    /// The module, by the identifier of today.
    package let module: Identifier<Module>
    /// When the last of its mentees had it.
    package let at: Moment
  }

  /// The modules of the plan that it was told last, in order.
  package var knownModules: [Identifier<Module>] { told?.plan.modules ?? [] }

  /// How many sessions were held.
  package var held: Int {
    sessions.count { $0.minutes != nil }
  }

  /// How many sessions were missed.
  package var missed: Int {
    sessions.count { $0.minutes == nil }
  }

  /// How many sessions were missed in a row, up to now.
  package var missedInARow: Int {
    sessions.reversed().prefix { $0.minutes == nil }.count
  }

  /// The minutes that sessions were planned for; those of which no plan was told count as long as they took.
  package var plannedMinutes: Minutes {
    sessions.reduce(.zero) { sum, session in session.minutes.map { sum + (session.planned ?? $0) } ?? sum }
  }

  /// The minutes that sessions really took.
  package var minutes: Minutes {
    sessions.reduce(.zero) { $0 + ($1.minutes ?? .zero) }
  }
}
