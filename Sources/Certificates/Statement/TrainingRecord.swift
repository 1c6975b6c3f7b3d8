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

/// Something in the programme's records that speaks for a certificate.
package struct CertifiedEvidence: Hashable, Sendable {
  /// What it is.
  package let name: String
  /// What it shows, without a word of what was said in a session.
  package let narrative: String

  /// Evidence from its parts.
  package init(name: String, narrative: String) {
    self.name = name
    self.narrative = narrative
  }
}

/// The place of a certificate in a status list (W3C Recommendation "Bitstring Status List v1.0", section 2.1).
package struct StatusListEntry: Hashable, Sendable {
  /// The address of the list, a URI.
  package let list: String
  /// The place, from 0.
  package let index: Int

  /// An entry from its parts.
  package init(list: String, index: Int) {
    self.list = list
    self.index = index
  }
}
