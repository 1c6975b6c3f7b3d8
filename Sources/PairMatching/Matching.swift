package import CurriculumModel
package import ProgrammeModel

/// The best way to form pairs: as many as can be, and among those ways the one in which people gain most.
package struct Matching: Equatable, Sendable {
  /// One pair that should be formed.
  package struct Match: Equatable, Sendable {
    /// The junior.
    package let junior: Identifier<Person>
    /// The senior.
    package let senior: Identifier<Person>
    /// What the junior learns.
    package let juniorGains: [Gain]
    /// What the senior learns.
    package let seniorGains: [Gain]

    /// How much the two gain together, in points.
    package var points: Int { (juniorGains + seniorGains).map(\.points).reduce(0, +) }
  }

  /// Somebody for whom no pair is proposed although they have room.
  package struct Unmatched: Equatable, Sendable {
    /// The person.
    package let person: Identifier<Person>
    /// The place in which they were to be paired.
    package let place: Partner
    /// Why.
    package let reason: Reason
  }

  /// Why somebody stays without a pair.
  package enum Reason: Equatable, Sendable {
    /// Nobody in the other place has anything that the person wants.
    case nobodyGives
    /// Nobody in the other place wants anything that the person has.
    case nobodyWants
    /// Somebody gives and somebody wants, but nobody does both.
    case noExchange
    /// Those with whom there would be an exchange are kept apart, for these reasons.
    case keptApart([Bar])
    /// All with whom there would be an exchange are in pairs by which more people, or people more, gain.
    case othersFitBetter([Identifier<Person>])
  }

  /// Why two people are not paired although both would gain.
  package enum Bar: Int, CaseIterable, Comparable, Sendable {
    /// One reports to the other, if only through others.
    case reportingLine
    /// They do not share a language.
    case language
    /// They are a pair already.
    case existingPair
    /// One of them has no room.
    case noRoom

    package static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }

  /// The pairs to form, in order of junior and senior.
  package let matches: [Match]
  /// Those who stay without, in order of identifier.
  package let unmatched: [Unmatched]

  /// How much all gain together, in points.
  package var points: Int { matches.map(\.points).reduce(0, +) }
}
