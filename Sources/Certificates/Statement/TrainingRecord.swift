package import Bilingual

/// The kind of training that a certificate was earned in.
package struct TrainingNature: Hashable, Sendable {
  /// The title of the organisation's mentoring programme.
  package let programme: String
  /// The title of the curriculum.
  package let curriculum: String
  /// The curriculum's edition, such as "2026.1".
  package let edition: String

  /// A nature from its parts.
  package init(programme: String, curriculum: String, edition: String) {
    self.programme = programme
    self.curriculum = curriculum
    self.edition = edition
  }
}

/// How long a training took.
package struct TrainingDuration: Hashable, Sendable {
  /// Minutes spent together, not negative.
  package let minutes: Int
  /// Sessions held, not negative.
  package let sessions: Int

  /// A duration from its parts.
  package init(minutes: Int, sessions: Int) {
    self.minutes = minutes
    self.sessions = sessions
  }
}

/// One module that the holder passed.
package struct CertifiedResult: Hashable, Sendable {
  /// The module's id in its curriculum, `[A-Za-z0-9._-]`.
  package let module: String
  /// The module's title.
  package let title: String
  /// The day it was passed on.
  package let passedOn: CalendarDay

  /// A result from its parts.
  package init(module: String, title: String, passedOn: CalendarDay) {
    self.module = module
    self.title = title
    self.passedOn = passedOn
  }
}
