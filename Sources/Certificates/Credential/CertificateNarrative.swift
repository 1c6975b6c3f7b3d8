import Bilingual

/// The four mentions of a statement and its competences as Markdown, in the certificate's language.
struct CertificateNarrative {
  private let statement: CertificateStatement

  /// The narrative of a statement.
  init(_ statement: CertificateStatement) {
    self.statement = statement
  }

  /// Paragraphs and lists, each list under its label.
  var text: String {
    let facts = [
      (CertificateWords.nature, CertificateWords.nature(statement.nature)),
      (CertificateWords.duration, CertificateWords.duration(statement.duration)),
    ].map { label, words in label[language] + language.colon + words[language] }
    let lists = [
      list(CertificateWords.objectives, statement.achievement.objectives),
      list(CertificateWords.results, statement.results.map(result)),
      list(
        CertificateWords.competences,
        statement.achievement.alignments.map { CertificateWords.competence($0)[language] }),
    ]
    return (facts + lists.compactMap(\.self)).joined(separator: "\n\n")
  }

  private func list(_ label: Wording, _ items: [String]) -> String? {
    guard !items.isEmpty else { return nil }
    let heading = label[language] + (language == .fr ? "\u{A0}:" : ":")
    return heading + "\n\n" + items.map { "- " + $0 }.joined(separator: "\n")
  }

  private func result(_ result: CertifiedResult) -> String {
    "\(result.title), \(CertificateWords.passed(on: result.passedOn)[language])"
  }

  private var language: Language { statement.language }
}
