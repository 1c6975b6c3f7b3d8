import Bilingual
import CurriculumModel
import DomainWords
import Stationery

/// A certificate of a curriculum as people read it: whom it is for, what it says and what earns it.
struct CertificateText {
  let workspace: OpenWorkspace
  let curriculum: Curriculum
  let certificate: Certificate
  /// Whether groups are named and not listed, because they stand on the same page.
  var namesGroups = false

  /// The lines for a terminal, within 80 columns.
  var lines: [String] {
    TextLayout.wrap("\(workspace.words(certificate.title)) (\(certificate.id))")
      + TextLayout.wrap(
        CurriculumWords(FactWords(workspace: workspace), curriculum).terms(certificate), first: "  ", rest: "  ")
      + TextLayout.wrap(workspace.words(certificate.description), first: "  ", rest: "  ")
      + TextLayout.wrap(criteria, first: said(en: "  Earned by: ", fr: "  Pour l’obtenir\u{A0}: "), rest: "    ")
  }

  /// The members of `show CERTIFICATE --format json`.
  var record: CertificateTextRecord {
    CertificateTextRecord(
      id: certificate.id.rawValue, curriculum: curriculum.id.rawValue, title: workspace.words(certificate.title),
      for: certificate.holder.rawValue, validMonths: certificate.validMonths,
      description: workspace.words(certificate.description), criteria: criteria)
  }

  private var criteria: String {
    CriteriaWords(FactWords(workspace: workspace), curriculum: curriculum, groups: namesGroups ? .named : .listed)
      .narrative(certificate.earnedWhen)
  }
}

/// The members of `show CERTIFICATE --format json`.
struct CertificateTextRecord: Encodable {
  let kind = "certificate"
  let id: String
  let curriculum: String
  let title: String
  let `for`: String
  @OrNull var validMonths: Int?
  let description: String
  let criteria: String
}
