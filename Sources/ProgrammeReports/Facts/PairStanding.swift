internal import Bilingual
package import CurriculumModel
package import PathPlanning
package import ProgrammeModel

/// Where a pair stands, for those who run it.
package struct PairStanding: Equatable, Sendable {
  /// The one word for it.
  package enum State: String, CaseIterable, Sendable {
    /// Its goal is reached.
    case reached
    /// It meets, and has something to do next.
    case underWay
    /// It has missed as many sessions in a row as its curriculum allows at most before somebody should call.
    case stalled
    /// It has not met yet.
    case notBegun
    /// No plan reaches its goal any more.
    case outOfReach
    /// It ended before its goal was reached.
    case ended
  }

  /// The pair.
  package let pair: Pair
  /// What it has done.
  package let progress: PairProgress
  /// The one word for it.
  package let state: State
  /// The modules of its next session, in order.
  package let next: [Identifier<Module>]
  /// The minutes that its plan still has.
  package let minutesLeft: Minutes
  /// What it has passed or would do next and that is no longer as it was.
  package let stale: [StaleContent]
  /// What ends soon or has ended, in order of time.
  package let expiring: [Expiry]
  /// Who gave and who received, over what it has passed together.
  package let balance: Balance

  /// How a pair stands.
  ///
  /// - Parameters:
  ///   - pair: The pair.
  ///   - all: What is recorded of its people, as of now.
  ///   - plan: Its plan from now on.
  ///   - library: The library of today.
  ///   - digest: The digest of a module's text of today.
  package init(
    of pair: Pair, _ all: Progress, plan: Plan, in library: Library, digest: (Identifier<Module>) -> String
  ) {
    let own = all.pair(pair.id)
    let curriculum = library.curricula[pair.curriculum]
    self.pair = pair
    progress = own
    let allowed = curriculum?.rhythm.missedInARow ?? 2
    state =
      switch plan.outcome {
      case .reached: .reached
      case _ where own.ended != nil: .ended
      case .infeasible: .outOfReach
      case _ where own.missedInARow >= max(1, allowed): .stalled
      case _ where own.held == 0: .notBegun
      case .optimal, .feasible: .underWay
      }
    let isOver = state == .ended || state == .reached
    next = isOver ? [] : plan.sessions.first?.parts.map(\.module) ?? []
    minutesLeft = isOver ? .zero : plan.minutes
    stale = StaleContent.all(
      passedBy: pair, all, planned: isOver ? [] : plan.steps.map(\.module), in: library, digest: digest)
    expiring = Expiry.all(of: pair, all)
    balance = Balance(of: own.together.map(\.module), in: library, curriculum?.reciprocity)
  }
}
