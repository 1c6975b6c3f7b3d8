package import CurriculumModel

/// What is different between two plans for the same pair.
package struct PlanDifference: Equatable, Sendable {
  /// A module that is done in another session.
  package struct Move: Equatable, Sendable {
    /// The module.
    package let module: Identifier<Module>
    /// The session in which it began.
    package let from: Int
    /// The session in which it begins now.
    package let to: Int
  }

  /// The modules that the later plan has and the earlier had not, in its order.
  package let added: [Identifier<Module>]
  /// The modules that the earlier plan had and the later has not, in the earlier's order.
  package let removed: [Identifier<Module>]
  /// The modules of both that are done in another session, in the later plan's order.
  package let moved: [Move]
  /// The minutes that the later plan takes more; negative where it takes fewer.
  package let minutes: Int
  /// The sessions that the later plan takes more; negative where it takes fewer.
  package let sessions: Int

  /// The difference, where sessions are counted after those held when each was made.
  ///
  /// O(n · s) for n steps in s sessions.
  package init(from earlier: Plan, held before: Int = 0, to later: Plan, held after: Int = 0) {
    let (old, new) = (earlier.steps.map(\.module), later.steps.map(\.module))
    let (had, has) = (Set(old), Set(new))
    added = new.filter { !had.contains($0) }
    removed = old.filter { !has.contains($0) }
    moved = new.filter(had.contains).compactMap { module in
      guard let from = earlier.sessions(of: module).first, let to = later.sessions(of: module).first,
        from + before != to + after
      else { return nil }
      return Move(module: module, from: from + before, to: to + after)
    }
    minutes = later.minutes.count - earlier.minutes.count
    sessions = later.sessions.count - earlier.sessions.count
  }

  /// The difference from modules of which nothing else is known but the session in which each was to begin.
  ///
  /// - Parameters:
  ///   - earlier: The modules in order, with sessions counted from the first that the pair ever held.
  ///   - held: The sessions held before the first of the later plan.
  package init(from earlier: [(module: Identifier<Module>, session: Int)], to later: Plan, held: Int) {
    let sessions = Dictionary(earlier.map { ($0.module, $0.session) }) { first, _ in first }
    let new = later.steps.map(\.module)
    let has = Set(new)
    added = new.filter { sessions[$0] == nil }
    removed = earlier.map(\.module).filter { !has.contains($0) }
    let begins = later.begins
    moved = new.compactMap { module in
      guard let from = sessions[module], let to = begins[module], from != to + held else { return nil }
      return Move(module: module, from: from, to: to + held)
    }
    minutes = 0
    self.sessions = later.sessions.count + held - (earlier.map(\.session).max() ?? held)
  }

  /// Whether nothing is different.
  package var isEmpty: Bool { added.isEmpty && removed.isEmpty && moved.isEmpty }
}
