package import Bilingual
package import CurriculumModel
package import PathPlanning
package import ProgrammeModel

/// What a pair does in its next session: facts alone, in no language and on no kind of page.
package struct SessionSheet: Equatable, Sendable {
  /// What is done of one module in this session.
  package struct Part: Equatable, Sendable {
    /// The module.
    package let module: Module
    /// The activities of this session, in order.
    package let activities: [Activity]
    /// When it begins, in minutes from the beginning of the session.
    package let start: Minutes
    /// Why the module is in the plan.
    package let rationale: Rationale
    /// Whether the module began in an earlier session.
    package let isContinued: Bool
    /// Whether the module goes on in a later session.
    package let goesOn: Bool

    /// A part from its parts.
    package init(
      module: Module, activities: [Activity], start: Minutes, rationale: Rationale, isContinued: Bool, goesOn: Bool
    ) {
      self.module = module
      self.activities = activities
      self.start = start
      self.rationale = rationale
      self.isContinued = isContinued
      self.goesOn = goesOn
    }

    /// The whole of a module, in no plan.
    package init(whole module: Module) {
      self.init(
        module: module, activities: module.activities, start: .zero,
        rationale: Rationale(aims: [], leaves: [], opens: [], teaches: []), isContinued: false, goesOn: false)
    }

    /// How long it takes.
    package var minutes: Minutes { activities.reduce(.zero) { $0 + $1.minutes } }

    /// The activities with their beginnings, in minutes from the beginning of the session.
    package var timeline: [(activity: Activity, start: Minutes)] {
      var start = start
      return activities.map { activity in
        defer { start += activity.minutes }
        return (activity, start)
      }
    }
  }

  /// The pair.
  package let pair: Pair
  /// The names of the two, where they are known.
  package let names: [Partner: String]
  /// The session's number, from 1.
  package let number: Int
  /// How many sessions there will have been when the plan is done.
  package let total: Int
  /// The day that the pair agreed on for it; nil where it agreed on none.
  package let day: CalendarDay?
  /// What was done the last time; nil before the first.
  package let lastTime: LastTime?
  /// What is done, in order; empty where nothing is left to do or no plan reaches the goal.
  package let parts: [Part]
  /// The cards to bring, in the order in which they are used.
  package let cards: [Card]
  /// The modules of the session after it, in order.
  package let after: [Identifier<Module>]
  /// What came of the search for a plan.
  package let outcome: Plan.Outcome
  /// Why no plan reaches the goal.
  package let obstacles: [Obstacle]
  /// The certificates of the pair's curriculum.
  package let certificates: [Identifier<Certificate>]
  /// As of when the sheet holds.
  package let made: Moment

  /// How long the session is.
  package var minutes: Minutes { parts.reduce(.zero) { $0 + $1.minutes } }

  /// The modules that end in it: those to be judged afterwards.
  package var ending: [Identifier<Module>] { parts.filter { !$0.goesOn }.map(\.module.id) }
}

extension SessionSheet {
  /// The sheet of the first session of a plan.
  ///
  /// - Parameters:
  ///   - pair: The pair.
  ///   - names: The names of the two, where they are known.
  ///   - plan: The pair's plan.
  ///   - library: The library that the plan was made from.
  ///   - progress: What is recorded of the pair's people, as of now.
  package init(
    of pair: Pair, names: [Partner: String], plan: Plan, library: Library, progress: Progress
  ) {
    let own = progress.pair(pair.id)
    let curriculum = library.curricula[pair.curriculum]
    let today = progress.moment.day
    self.pair = pair
    self.names = names
    number = own.held + 1
    total = own.held + plan.sessions.count
    day = own.contract?.dates.first { $0 >= today }
    lastTime = LastTime(of: pair, progress)
    let session = plan.sessions.first
    parts = Self.parts(of: session, in: plan, library)
    cards = Self.cards(of: parts, library)
    let current = Set(session?.parts.map(\.module) ?? [])
    after =
      plan.sessions.dropFirst().first.map { next in
        // A module that goes on is told first, whatever else comes.
        next.parts.map(\.module).filter(current.contains) + next.parts.map(\.module).filter { !current.contains($0) }
      } ?? []
    outcome = plan.outcome
    obstacles = plan.obstacles
    certificates = curriculum?.certificates.map(\.id) ?? []
    made = progress.moment
  }

  /// What is done in a session of a plan, in order.
  package static func parts(of session: Plan.Session?, in plan: Plan, _ library: Library) -> [Part] {
    var start = Minutes.zero
    return session?.parts.compactMap { part in
      guard let module = library.modules[part.module],
        let step = plan.steps.first(where: { $0.module == part.module })
      else { return nil }
      defer { start += part.minutes }
      let wanted = Set(part.activities)
      return Part(
        module: module, activities: module.activities.filter { wanted.contains($0.id) }, start: start,
        rationale: step.rationale, isContinued: module.activities.first.map { !wanted.contains($0.id) } ?? false,
        goesOn: module.activities.last.map { !wanted.contains($0.id) } ?? false)
    } ?? []
  }

  /// The cards that parts need, in the order in which they are used.
  package static func cards(of parts: [Part], _ library: Library) -> [Card] {
    var seen: Set<Identifier<Card>> = []
    return parts.flatMap(\.activities).flatMap(\.cards).filter { seen.insert($0).inserted }
      .compactMap { library.cards[$0] }
  }
}
