internal import CurriculumModel
package import ProgrammeModel

/// A pair as a report takes it: where it stands, and what is recorded of its people.
package struct ReportedPair: Sendable {
  /// Where it stands.
  package let standing: PairStanding
  /// What is recorded of its people, as of the report's moment.
  package let progress: Progress

  /// A pair from its parts.
  package init(_ standing: PairStanding, _ progress: Progress) {
    self.standing = standing
    self.progress = progress
  }

  var pair: Pair { standing.pair }

  /// Its two people.
  var people: [PersonKey] { Partner.allCases.map { pair[$0] } }
}
