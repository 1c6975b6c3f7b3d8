package import CurriculumModel

extension PlanningProblem {
  /// How the share of giving back is counted, and the least share asked for.
  package struct Reciprocity: Equatable, Sendable {
    /// What the least share does to plans.
    package enum Force: Equatable, Sendable {
      /// Plans say whether they keep it.
      case reported
      /// Plans that miss it are none.
      case binding
    }

    /// How much of a mutual module counts as given back, in percent.
    package let mutualPercent: Int
    /// The least share in percent; nil where none is asked for.
    package let atLeastPercent: Int?
    /// Whether the least share binds.
    package let force: Force

    /// Half of what is mutual counts, and nothing is asked for, unless said otherwise; percentages are from 0 to 100.
    package init(mutualPercent: Int = 50, atLeastPercent: Int? = nil, force: Force = .reported) {
      precondition((0...100).contains(mutualPercent), "A mutual module counts for nothing at least, in full at most")
      precondition((0...100).contains(atLeastPercent ?? 0), "No share is less than nothing or more than all")
      self.mutualPercent = mutualPercent
      self.atLeastPercent = atLeastPercent
      self.force = force
    }

    /// A curriculum's own rule; half of what is mutual counts where it has none.
    ///
    /// - Parameter atLeastPercent: Another least share than the curriculum's.
    package init(of curriculum: Curriculum, _ force: Force, atLeastPercent: Int? = nil) {
      self.init(
        mutualPercent: curriculum.reciprocity?.mutualPercent ?? 50,
        atLeastPercent: atLeastPercent ?? curriculum.reciprocity?.atLeastPercent, force: force)
    }

    /// The least share in percent that plans must keep; nil where nothing binds them.
    package var bindingPercent: Int? { force == .binding ? atLeastPercent : nil }

    /// Hundredths of a minute given back in each minute of a direction.
    func rate(_ direction: Direction) -> Int {
      switch direction {
      case .seniorToJunior: 100
      case .mutual: mutualPercent
      case .juniorToSenior: 0
      }
    }

    /// The share over modules of these lengths and directions.
    func share(of modules: some Sequence<(minutes: Minutes, direction: Direction)>) -> ReturnShare {
      var given = 0
      var total = 0
      for module in modules {
        given += rate(module.direction) * module.minutes.count
        total += 100 * module.minutes.count
      }
      return ReturnShare(given: given, total: total)
    }
  }

  /// The share of giving back over what the pair has passed together and these opportunities.
  func returnShare(with opportunities: [Opportunity]) -> ReturnShare {
    reciprocity.share(
      of: passedTogether.map { ($0.minutes, $0.direction) } + opportunities.map { ($0.minutes, $0.direction) })
  }

  /// Whether a share of giving back misses what binds.
  func isMissed(_ share: ReturnShare) -> Bool {
    reciprocity.bindingPercent.map { !share.reaches($0) } ?? false
  }
}

/// The share of the time in which the senior gives back, as whole numbers.
package struct ReturnShare: Hashable, Sendable {
  /// Hundredths of minutes given back: senior-to-junior minutes in full, mutual ones in part.
  package let given: Int
  /// Hundredths of all minutes.
  package let total: Int

  /// A share from its two numbers.
  package init(given: Int, total: Int) {
    self.given = given
    self.total = total
  }

  /// The share in percent, rounded down; nil where there are no minutes at all.
  package var percent: Int? { total == 0 ? nil : 100 * given / total }

  /// Whether the share is at least so many percent; where there are no minutes at all, it always is.
  package func reaches(_ percent: Int) -> Bool { 100 * given >= percent * total }
}
