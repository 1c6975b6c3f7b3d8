package import CurriculumModel

/// What one person of a pair learns from the other.
package struct Gain: Hashable, Sendable {
  /// The competence at the level that is wanted; 0 in a framework without levels.
  package let wanted: LevelledCompetence
  /// The level that the other can give, at most the one wanted.
  package let given: Int
  /// How much it counts in the choice of pairs; more where it stands earlier among the wants.
  package let points: Int

  /// Whether all that is wanted can be given.
  package var isWhole: Bool { given == wanted.level }
}

extension Candidate {
  /// What this person gains from another, in the order of the wants; empty where there is nothing.
  ///
  /// A want counts 12 points times its place (4 for the first, then 3, 2 and 1 for all others) where the other has the
  /// level; a lower level counts in proportion, rounded down.
  package func gains(from other: Candidate) -> [Gain] {
    wants.enumerated().compactMap { place, wanted in
      let levels = other.haves.filter { $0.competence == wanted.competence }.map(\.level)
      guard let had = levels.max() else { return nil }
      let given = min(had, wanted.level)
      let points = Self.points(Self.wholePoints(place), for: wanted.level, given: given)
      return points > 0 ? Gain(wanted: wanted, given: given, points: points) : nil
    }
  }

  /// What a want counts at its place, from 0, where the other has the level.
  static func wholePoints(_ place: Int) -> Int { 12 * max(1, 4 - place) }

  /// The part of what a want counts that a level is worth.
  static func points(_ whole: Int, for level: Int, given: Int) -> Int { level == 0 ? whole : whole * given / level }
}
