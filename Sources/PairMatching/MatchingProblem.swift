package import CurriculumModel
package import ProgrammeModel

/// Who may be paired with whom.
package struct MatchingProblem: Sendable {
  /// Two people, in their places.
  package struct Two: Hashable, Sendable {
    /// The junior.
    package let junior: Identifier<Person>
    /// The senior.
    package let senior: Identifier<Person>

    /// Two people.
    package init(junior: Identifier<Person>, senior: Identifier<Person>) {
      self.junior = junior
      self.senior = senior
    }
  }

  /// Those who could be the junior of a pair.
  package let juniors: [Candidate]
  /// Those who could be the senior of a pair; nobody stands in both lists.
  package let seniors: [Candidate]
  /// The pairs that exist, which are kept and not proposed again.
  package let existing: Set<Two>
  /// Whether two people without a common language may be paired.
  package let acrossLanguages: Bool

  /// A problem from its parts; the order of people makes no difference.
  package init(juniors: [Candidate], seniors: [Candidate], existing: Set<Two> = [], acrossLanguages: Bool = false) {
    precondition(
      Set(juniors.map(\.id)).isDisjoint(with: seniors.map(\.id)), "nobody can be proposed in both places at once")
    self.juniors = juniors.sorted { $0.id < $1.id }
    self.seniors = seniors.sorted { $0.id < $1.id }
    self.existing = existing
    self.acrossLanguages = acrossLanguages
  }

  /// The best way to form pairs, the same for the same people.
  ///
  /// Both must gain something in each pair. As many pairs as can be are formed; among those ways the points are the most.
  ///
  /// - Complexity: O(p · (j + s)²) for p pairs of j juniors and s seniors, after O(j · s · w) for w wants.
  package func bestMatching() -> Matching {
    let exchanges = Exchanges(of: self)
    let values = juniors.indices.map { row in seniors.indices.map { exchanges.value(row, $0) } }
    let chosen = mostValuableAssignment(values, rows: juniors.map(\.room), columns: seniors.map(\.room))
    var taken = (juniors: [Int](repeating: 0, count: juniors.count), seniors: [Int](repeating: 0, count: seniors.count))
    var matches: [Matching.Match] = []
    for (row, column) in chosen {
      taken.juniors[row] += 1
      taken.seniors[column] += 1
      let (junior, senior) = (juniors[row], seniors[column])
      matches.append(
        .init(
          junior: junior.id, senior: senior.id, juniorGains: junior.gains(from: senior),
          seniorGains: senior.gains(from: junior)))
    }
    let lonelyJuniors = juniors.indices.filter { taken.juniors[$0] == 0 && juniors[$0].room > 0 }.map { row in
      Matching.Unmatched(
        person: juniors[row].id, place: .junior,
        reason: reason(juniors[row], among: seniors, seniors.indices.map { exchanges[row, $0] }))
    }
    let lonelySeniors = seniors.indices.filter { taken.seniors[$0] == 0 && seniors[$0].room > 0 }.map { column in
      Matching.Unmatched(
        person: seniors[column].id, place: .senior,
        reason: reason(seniors[column], among: juniors, juniors.indices.map { exchanges[$0, column] }))
    }
    return Matching(matches: matches, unmatched: (lonelyJuniors + lonelySeniors).sorted { $0.person < $1.person })
  }

  private func reason(_ person: Candidate, among others: [Candidate], _ exchanges: [Exchanges.Exchange?])
    -> Matching.Reason
  {
    let open = others.indices.filter { place in exchanges[place].map { $0.bar == nil } ?? false }
    if !open.isEmpty { return .othersFitBetter(open.map { others[$0].id }) }
    let bars = Set(exchanges.compactMap { $0?.bar })
    if !bars.isEmpty { return .keptApart(bars.sorted()) }
    if !others.contains(where: { !person.gains(from: $0).isEmpty }) { return .nobodyGives }
    return others.contains { !$0.gains(from: person).isEmpty } ? .noExchange : .nobodyWants
  }
}
