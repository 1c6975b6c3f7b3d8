package import CurriculumModel

/// How a person judges what they can do, at one of three points of a pair's way.
///
/// One scale serves every framework, so that answers can be compared and nobody must know a framework's levels:
/// 0 not at all, 1 with help, 2 alone in familiar situations, 3 alone in new situations, 4 well enough to help others.
package struct SelfAssessment: Hashable, Sendable {
  /// When in a pair's way.
  package enum Stage: String, CaseIterable, Comparable, Sendable {
    /// Before or in the first session.
    case start
    /// Half way.
    case middle
    /// After the last session.
    case end

    package static func < (a: Stage, b: Stage) -> Bool {
      allCases.firstIndex(of: a) ?? 0 < allCases.firstIndex(of: b) ?? 0
    }
  }

  /// An answer about one competence.
  package struct Answer: Hashable, Comparable, Sendable {
    /// The competence.
    package let competence: CompetenceReference
    /// The judgement, on `scale`.
    package let rating: Int

    /// An answer from its parts.
    package init(_ competence: CompetenceReference, rating: Int) {
      self.competence = competence
      self.rating = rating
    }

    package static func < (a: Answer, b: Answer) -> Bool {
      (a.competence, a.rating) < (b.competence, b.rating)
    }
  }

  /// The ratings that there are.
  package static let scale = 0...4

  /// When in a pair's way.
  package let stage: Stage
  /// The answers, in order of competence, each competence once.
  package let answers: [Answer]

  /// A self-assessment; of several answers about one competence, the last stays.
  package init(stage: Stage, answers: [Answer]) {
    self.stage = stage
    self.answers = Dictionary(answers.map { ($0.competence, $0) }) { _, last in last }.values.sorted()
  }
}
