package import Bilingual
package import CurriculumModel

/// What one person has.
package struct PersonProgress: Equatable, Sendable {
  /// Where the person stands with modules, by the identifier of today.
  package var modules: [Identifier<Module>: ModuleStanding]
  /// Competences recognised, in order of happening.
  package var competences: [RecognisedCompetence]
  /// What the person wants to learn and can give, as last told; nil where nobody told.
  package internal(set) var profile: Profile?
  /// How the person judged what they can do, in order of happening.
  package internal(set) var assessments: [Assessment] = []

  /// What a person has; nothing where nothing is given.
  package init(modules: [Identifier<Module>: ModuleStanding] = [:], competences: [RecognisedCompetence] = []) {
    self.modules = modules
    self.competences = competences
  }

  /// A self-assessment that was told.
  package struct Assessment: Equatable, Sendable {
    /// The event.
    package let event: Event.ID
    /// When.
    package let at: Moment
    /// In which pair, where in one.
    package let pair: Identifier<Pair>?
    /// What the person answered.
    package let answers: SelfAssessment
  }

  /// How the person judged themselves at this stage of a pair's way.
  package func assessment(_ stage: SelfAssessment.Stage, in pair: Identifier<Pair>?) -> Assessment? {
    assessments.first { $0.answers.stage == stage && $0.pair == pair }
  }

  /// A competence that was recognised.
  package struct RecognisedCompetence: Equatable, Sendable {
    /// The event.
    package let event: Event.ID
    /// When.
    package let at: Moment
    /// The competence and its level.
    package let competence: LevelledCompetence
    /// Why.
    package let reason: Event.RecognitionReason
  }
}

/// Where a person stands with a module: four different facts, and failed attempts, which count for nothing.
package struct ModuleStanding: Equatable, Sendable {
  /// Passes, in order of happening; a later one is a renewal or was made in another pair.
  package internal(set) var passes: [Pass] = []
  /// Recognitions, in order of happening.
  package internal(set) var recognitions: [Recognition] = []
  /// Completions, in order of happening.
  package internal(set) var completions: [Attempt] = []
  /// Failed attempts, in order of happening.
  package internal(set) var failures: [Attempt] = []

  /// A pass.
  package struct Pass: Equatable, Sendable {
    /// The event.
    package let event: Event.ID
    /// When.
    package let at: Moment
    /// In which pair, where in one.
    package let pair: Identifier<Pair>?
    /// Which run at which version.
    package let run: Run
    /// The first moment at which it no longer counts; nil where it never ends.
    package internal(set) var expires: Moment?

    /// Whether it counts at the moment.
    package func holds(at moment: Moment) -> Bool {
      at <= moment && (expires.map { moment < $0 } ?? true)
    }
  }

  /// A recognition of prior learning.
  package struct Recognition: Equatable, Sendable {
    /// The event.
    package let event: Event.ID
    /// When.
    package let at: Moment
    /// Which run at which version.
    package let run: Run
    /// Why.
    package let reason: Event.RecognitionReason
    /// The first moment at which it no longer counts; nil where it never ends.
    package internal(set) var expires: Moment?

    /// Whether it counts at the moment.
    package func holds(at moment: Moment) -> Bool {
      at <= moment && (expires.map { moment < $0 } ?? true)
    }
  }

  /// A completion or a failed attempt.
  package struct Attempt: Equatable, Sendable {
    /// The event.
    package let event: Event.ID
    /// When.
    package let at: Moment
    /// In which pair, where in one.
    package let pair: Identifier<Pair>?
    /// Which run at which version.
    package let run: Run
  }

  /// Whether a pass or a recognition counts at the moment.
  package func holds(at moment: Moment) -> Bool {
    passes.contains { $0.holds(at: moment) } || recognitions.contains { $0.holds(at: moment) }
  }

  /// The first moment at which nothing of it counts any more; nil where something counts for ever, or nothing is there.
  package var expires: Moment? {
    let ends = passes.map(\.expires) + recognitions.map(\.expires)
    return ends.contains(nil) ? nil : ends.compactMap(\.self).max()
  }

  /// The run that was begun and is not passed yet, in this pair (or in none): the one that a next attempt continues.
  package func openRegistration(in pair: Identifier<Pair>?) -> RegistrationID? {
    let passed = Set(passes.map(\.run.registration))
    let attempts = (completions + failures).filter { $0.pair == pair && !passed.contains($0.run.registration) }
    return attempts.max { ($0.at, $0.event) < ($1.at, $1.event) }?.run.registration
  }
}
