/// One of the two people of a pair, by experience in the organisation and never by age.
package enum Partner: String, CaseIterable, Comparable, Sendable, Codable {
  /// The one with less experience in the organisation.
  case junior
  /// The one with more.
  case senior

  /// The other of the two.
  package var other: Partner {
    self == .junior ? .senior : .junior
  }

  package static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

/// Whom an objective, an instruction or an attestation concerns.
package enum Partners: String, CaseIterable, Sendable {
  /// The junior alone.
  case junior
  /// The senior alone.
  case senior
  /// The two of them.
  case both

  /// The people meant.
  package var members: [Partner] {
    switch self {
    case .junior: [.junior]
    case .senior: [.senior]
    case .both: [.junior, .senior]
    }
  }
}

/// Who mentors in a module.
package enum Direction: String, CaseIterable, Comparable, Sendable {
  /// The junior mentors, the senior learns.
  case juniorToSenior = "junior-to-senior"
  /// The senior mentors, the junior learns.
  case seniorToJunior = "senior-to-junior"
  /// Both learn from each other.
  case mutual

  /// Whoever learns in a module of this direction: its mentees.
  package var mentees: [Partner] {
    switch self {
    case .juniorToSenior: [.senior]
    case .seniorToJunior: [.junior]
    case .mutual: [.junior, .senior]
    }
  }

  package static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

/// The four advantages claimed for reverse mentoring.
package enum Advantage: String, CaseIterable, Sendable {
  /// Exchange of knowledge between generations.
  case exchange
  /// Adaptation to technology.
  case adaptation
  /// Communication against prejudice and stereotypes.
  case communication
  /// Innovation and creativity.
  case innovation
}
