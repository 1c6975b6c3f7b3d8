package import Bilingual

/// One reason why a document is not a valid certificate.
package enum VerificationProblem: Error, Hashable, Sendable {
  /// No credential can be taken out of it.
  case container(ContainerProblem)
  /// It cannot be read.
  case form(FormProblem)
  /// It can be read, and nobody vouches for it.
  case signature(SignatureProblem)
  /// Somebody vouches for it, and it is no sound credential.
  case content(ContentProblem)
  /// It is a sound credential that does not hold here and now.
  case validity(ValidityProblem)

  /// The stable name of the kind of problem, which programs rely on.
  package var id: String {
    switch self {
    case .container(let problem): problem.id
    case .form(let problem): problem.id
    case .signature(let problem): problem.id
    case .content(let problem): problem.id
    case .validity(let problem): problem.id
    }
  }

  /// The problem as one sentence without a full stop.
  package var wording: Wording {
    switch self {
    case .container(let problem): problem.wording
    case .form(let problem): problem.wording
    case .signature(let problem): problem.wording
    case .content(let problem): problem.wording
    case .validity(let problem): problem.wording
    }
  }

  /// Foreign text between quotation marks: control characters shown as U+FFFD, and cut after 80 characters, so
  /// that a forged document cannot write to the reader's terminal.
  static func quoted(_ text: String) -> Wording {
    let shown = text.prefix(80).unicodeScalars.map { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator: Unicode.Scalar(0xFFFD) ?? "?"
      default: scalar
      }
    }
    var safe = String(String.UnicodeScalarView(shown))
    if safe.utf8.count < text.utf8.count, text.count > 80 { safe += "…" }
    return Wording { $0.quote(safe) }
  }
}
