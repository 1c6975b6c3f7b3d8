internal import Bilingual
internal import CurriculumModel
internal import CurriculumReading
internal import Diagnostics
internal import Markup

/// A logo that certificates cannot be drawn with: of another format than PNG, or too large.
enum LogoNotDrawable: ReferenceRule {
  /// The most bytes: with more, a certificate would no longer be a light file.
  static let limit = 65_536

  static func findings(in document: DocumentContext, of library: LibraryContext) -> [Diagnostic] {
    guard let listing = library.listing,
      let logo = document.draft.programmes.first?.element.first("issuer")?[attribute: "logo"],
      case .local(let address) = AddressKind(trimmed(logo.value)),
      let found = document.addresses.first(where: { $0.address.span == logo.span }),
      let target = listing.target(of: address, from: found.document), listing.files.contains(target)
    else { return [] }
    if !target.lowercased().hasSuffix(".png") { return [otherFormat(target, logo)] }
    if let size = listing.sizes[target], size > limit { return [tooLarge(target, size, logo)] }
    return []
  }

  private static func otherFormat(_ target: String, _ logo: Located<String>) -> Diagnostic {
    Diagnostic(
      id, at: logo.span,
      summary: Wording(en: "the logo \(en(target)) is no PNG", fr: "le logo \(fr(target)) n’est pas un PNG"),
      explanation: Wording(
        en: "Certificates are drawn with pictures in PNG, which every reader shows alike.",
        fr: "Les attestations sont dessinées avec des images PNG, que tous les lecteurs montrent de même."),
      solutions: [
        .init(
          Wording(
            en: "save the logo as PNG, about 600 pixels wide, and name that file",
            fr: "enregistrer le logo en PNG, d’environ 600 pixels de large, et nommer ce fichier"))
      ])
  }

  private static func tooLarge(_ target: String, _ size: Int, _ logo: Located<String>) -> Diagnostic {
    Diagnostic(
      id, at: logo.span,
      summary: Wording(
        en: "the logo \(en(target)) has \(size / 1024) KB, more than \(limit / 1024)",
        fr: "le logo \(fr(target)) pèse \(size / 1024)\u{A0}Ko, plus de \(limit / 1024)"),
      explanation: Wording(
        en: "It is within every certificate that is sent.", fr: "Il est dans chaque attestation envoyée."),
      solutions: [
        .init(
          Wording(
            en: "save it smaller, about 600 pixels wide", fr: "l’enregistrer plus petit, environ 600 pixels de large"))
      ])
  }
}
