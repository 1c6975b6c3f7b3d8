import Bilingual
import TaggedPages

/// What stands on a certificate's pages and in what style, without a word on where.
struct CertificateContent {
  private let statement: CertificateStatement
  private let issuer: String
  private let design: CertificateDesign

  /// The content of pages that say a statement.
  init(_ statement: CertificateStatement, by issuer: String, _ design: CertificateDesign) {
    self.statement = statement
    self.issuer = issuer
    self.design = design
  }

  /// The name of the organisation.
  var issuerName: String { statement.issuer.name }

  /// The title of its mentoring programme.
  var programme: String { statement.nature.programme }

  /// The names of the holder.
  var names: String { CertificateWords.names(of: statement.holder)[language] }

  /// The title of what was earned.
  var title: String { statement.achievement.title }

  /// The heading of the pages after the first.
  var detailsHeading: String { CertificateWords.details[language] }

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

  /// What the code on the page is for.
  var codeCaption: String { CertificateWords.codeCaption[language] }

  /// The code in words, for those who do not see it.
  var codeWords: String { CertificateWords.codeWords[language] }

  /// The logo in words.
  var logoWords: String { CertificateWords.logo(of: statement.issuer.name)[language] }

  /// How to find out whether the page is true, below what the organisation wants said.
  var smallPrint: [String] {
    (design.mention.map { [$0] } ?? []) + [
      CertificateWords.credential[language] + language.colon + statement.id,
      CertificateWords.issuerKey[language] + language.colon + issuer,
      CertificateWords.verification[language],
    ]
  }

  /// The document's description of itself.
  var metadata: DocumentMetadata {
    DocumentMetadata(
      title: "\(heading) – \(statement.achievement.title) – \(names)", author: statement.issuer.name,
      subject: CertificateWords.nature(statement.nature)[language], language: language, created: statement.issuedOn)
  }

  /// The first page, from the kind of document down to what the achievement is.
  var front: [PageItem] {
    [
      centred(heading, TextStyle(family: .display, size: 23, ink: design.accent), .title, above: 0),
      centred(names, TextStyle(family: .display, size: 36, ink: design.ink), .paragraph, above: 40),
      centred(
        CertificateWords.role(statement.holder.role)[language], TextStyle(size: 10, ink: design.muted), .paragraph,
        above: 3),
      centred(
        design.declaration ?? CertificateWords.hasEarned(statement.holder.role)[language],
        TextStyle(size: 11.5, ink: design.ink), .paragraph, above: 26),
      centred(
        statement.achievement.title,
        TextStyle(family: .display, size: 23, weight: .bold, ink: design.accent), .heading, above: 8),
      centred(
        statement.achievement.description, TextStyle(size: 10.5, ink: design.ink), .paragraph, above: 14,
        in: .narrow),
    ]
  }

  /// The pages after it: the four mentions, the competences and the conditions.
  var details: [PageItem] {
    var items = group(.paragraph, CertificateWords.nature, [CertificateWords.nature(statement.nature)[language]])
    items += group(.paragraph, CertificateWords.duration, [CertificateWords.duration(statement.duration)[language]])
    items += group(.item, CertificateWords.objectives, statement.achievement.objectives)
    items += group(.item, CertificateWords.results, statement.results.map(result))
    items += group(
      .item, CertificateWords.competences,
      statement.achievement.alignments.map { CertificateWords.competence($0)[language] })
    items += group(.paragraph, CertificateWords.criteria, [statement.achievement.criteria])
    if !items.isEmpty { items[0].spaceAbove = 0 }
    return items
  }

  private var heading: String { design.heading ?? CertificateWords.kind[language] }

  private func centred(
    _ text: String, _ style: TextStyle, _ element: StructureElement, above: Double, in column: PageItem.Column = .full
  ) -> PageItem {
    var style = style
    style.alignment = .centre
    return PageItem(text: text, style: style, element: element, column: column, spaceAbove: above)
  }

  private func group(_ element: StructureElement, _ label: Wording, _ texts: [String]) -> [PageItem] {
    texts.enumerated().map { index, text in
      PageItem(
        text: text, style: TextStyle(size: 9.5, ink: design.ink), element: element, column: .values,
        spaceAbove: index == 0 ? 13 : 2, label: index == 0 ? label[language] : nil,
        continuationLabel: CertificateWords.continued(label)[language])
    }
  }

  private func result(_ result: CertifiedResult) -> String {
    "\(result.title), \(CertificateWords.passed(on: result.passedOn)[language])"
  }

  private var language: Language { statement.language }
}
