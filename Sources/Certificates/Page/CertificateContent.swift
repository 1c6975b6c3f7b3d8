import Bilingual

/// What stands on a certificate's page and in what style, without a word on where.
struct CertificateContent {
  private let statement: CertificateStatement
  private let issuer: DID

  /// The content of a page that says a statement.
  init(_ statement: CertificateStatement, by issuer: DID) {
    self.statement = statement
    self.issuer = issuer
  }

  /// From the kind of document down to the competences.
  var items: [PageItem] {
    heading + mentions
  }

  /// The name of the organisation.
  var issuerName: String { statement.issuer.name }

  /// The title of its mentoring programme.
  var programme: String { statement.nature.programme }

  /// The names of the holder.
  var names: String { CertificateWords.names(of: statement.holder)[language] }

  /// The dates of issue and of expiry.
  var dates: [String] {
    [
      CertificateWords.issued(on: statement.issuedOn.day)[language],
      CertificateWords.valid(until: statement.validUntil?.day)[language],
    ]
  }

  /// Who signs, then for whom.
  var signature: [String] {
    (statement.issuer.signatory.map { [$0] } ?? []) + [statement.issuer.name]
  }

  /// How to find out whether the page is true.
  var smallPrint: [String] {
    [
      CertificateWords.credential[language] + language.colon + statement.id,
      CertificateWords.issuerKey[language] + language.colon + issuer.text,
      CertificateWords.verification[language],
    ]
  }

  /// The document's description of itself.
  var metadata: PDFMetadata {
    PDFMetadata(
      title: "\(CertificateWords.kind[language]) – \(statement.achievement.title) – \(names)",
      author: statement.issuer.name, subject: CertificateWords.nature(statement.nature)[language],
      language: language, created: statement.issuedOn)
  }

  private var heading: [PageItem] {
    [
      PageItem(
        text: CertificateWords.kind[language], style: TextStyle(size: 12, ink: .accent), element: .title,
        spaceAbove: 0),
      PageItem(
        text: names, style: TextStyle(family: .display, size: 31), element: .paragraph, spaceAbove: 14),
      PageItem(
        text: CertificateWords.role(statement.holder.role)[language], style: TextStyle(size: 10, ink: .muted),
        element: .paragraph, spaceAbove: 1),
      PageItem(
        text: CertificateWords.hasEarned(statement.holder.role)[language], style: TextStyle(size: 11),
        element: .paragraph, spaceAbove: 16),
      PageItem(
        text: statement.achievement.title,
        style: TextStyle(family: .display, size: 20, weight: .bold, ink: .accent), element: .heading, spaceAbove: 3),
      PageItem(
        text: statement.achievement.description, style: TextStyle(size: 10.5), element: .paragraph, spaceAbove: 7),
    ]
  }

  private var mentions: [PageItem] {
    var items = group(.paragraph, CertificateWords.nature, [CertificateWords.nature(statement.nature)[language]])
    items += group(.paragraph, CertificateWords.duration, [CertificateWords.duration(statement.duration)[language]])
    items += group(.item, CertificateWords.objectives, statement.achievement.objectives)
    items += group(.item, CertificateWords.results, statement.results.map(result))
    items += group(
      .item, CertificateWords.competences,
      statement.achievement.alignments.map { CertificateWords.competence($0)[language] })
    items += group(.paragraph, CertificateWords.criteria, [statement.achievement.criteria])
    if !items.isEmpty {
      items[0].spaceAbove = 30
      items[0].hasRule = true
    }
    return items
  }

  private func group(_ element: StructureElement, _ label: Wording, _ texts: [String]) -> [PageItem] {
    texts.enumerated().map { index, text in
      PageItem(
        text: text, style: TextStyle(size: 9.5), element: element, column: .values,
        spaceAbove: index == 0 ? 9 : 1.5, label: index == 0 ? label[language] : nil,
        continuationLabel: CertificateWords.continued(label)[language])
    }
  }

  private func result(_ result: CertifiedResult) -> String {
    "\(result.title), \(CertificateWords.passed(on: result.passedOn)[language])"
  }

  private var language: Language { statement.language }
}
