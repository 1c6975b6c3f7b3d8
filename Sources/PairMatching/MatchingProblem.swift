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
  /// - Complexity: O(p · (j + s)²) for p pairs of j juniors and s seniors, after O(j · s · w · h) for w wants and h haves.
  package func bestMatching() -> Matching {
    var exchanges: [[Exchange?]] = []
    for junior in juniors { exchanges.append(seniors.map { exchange(junior, $0) }) }
    let values = exchanges.map { row in row.map { $0.flatMap { $0.bar == nil ? $0.points : nil } } }
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
        person: juniors[row].id, place: .junior, reason: reason(juniors[row], among: seniors, exchanges[row]))
    }
    let lonelySeniors = seniors.indices.filter { taken.seniors[$0] == 0 && seniors[$0].room > 0 }.map { column in
      Matching.Unmatched(
        person: seniors[column].id, place: .senior,
        reason: reason(seniors[column], among: juniors, exchanges.map { $0[column] }))
    }
    return Matching(matches: matches, unmatched: (lonelyJuniors + lonelySeniors).sorted { $0.person < $1.person })
  }

  /// What two people would give each other, and what keeps them apart.
  private struct Exchange {
    let points: Int
    let bar: Matching.Bar?
  }

  /// The exchange of two people; nil where one of them would gain nothing.
  private func exchange(_ junior: Candidate, _ senior: Candidate) -> Exchange? {
    let (learnt, given) = (junior.gains(from: senior), senior.gains(from: junior))
    guard !learnt.isEmpty, !given.isEmpty else { return nil }
    let bar: Matching.Bar? =
      if junior.superiors.contains(senior.id) || senior.superiors.contains(junior.id) {
        .reportingLine
      } else if existing.contains(Two(junior: junior.id, senior: senior.id)) {
        .existingPair
      } else if !acrossLanguages && junior.language != senior.language {
        .language
      } else if junior.room == 0 || senior.room == 0 {
        .noRoom
      } else {
        nil
      }
    return Exchange(points: (learnt + given).map(\.points).reduce(0, +), bar: bar)
  }

  private func reason(_ person: Candidate, among others: [Candidate], _ exchanges: [Exchange?]) -> Matching.Reason {
    let open = others.indices.filter { exchanges[$0].map { $0.bar == nil } ?? false }
    if !open.isEmpty { return .othersFitBetter(open.map { others[$0].id }) }
    let bars = Set(exchanges.compactMap { $0?.bar })
    if !bars.isEmpty { return .keptApart(bars.sorted()) }
    if !others.contains(where: { !person.gains(from: $0).isEmpty }) { return .nobodyGives }
    return others.contains { !$0.gains(from: person).isEmpty } ? .noExchange : .nobodyWants
  }
}
