internal import Bilingual
internal import CurriculumModel
internal import CurriculumReading
internal import Diagnostics
internal import Markup

/// A file outside the workspace that a document points to, or a picture that is fetched from elsewhere.
enum ResourceOutsideWorkspace: ReferenceRule {
  static func findings(in document: DocumentContext, of library: LibraryContext) -> [Diagnostic] {
    guard let listing = library.listing else { return [] }
    return document.addresses.compactMap { found in
      switch (AddressKind(found.address.value), found.purpose) {
      case (.local(let address), _):
        listing.target(of: address, from: found.document) == nil ? outside(found) : nil
      case (.computer, _): outside(found)
      case (.elsewhere, .picture): fetched(found)
      case (.elsewhere, .reading), (.document, _): nil
      }
    }
  }

  private static func outside(_ found: FoundAddress) -> Diagnostic {
    let written = found.address.value
    return Diagnostic(
      id, at: found.address.span,
      summary: Wording(
        en: "\(en(written)) leaves the workspace", fr: "\(fr(written)) sort de l’espace de travail"),
      explanation: Wording(
        en: "The file is not there for others who receive the workspace, and may be one that they must not see.",
        fr: "Le fichier manque à qui reçoit l’espace de travail, ou n’est pas fait pour être vu."),
      solutions: [
        .init(
          Wording(
            en: "copy the file into the workspace and name it from the document’s folder",
            fr: "copier le fichier dans l’espace de travail et le nommer depuis le dossier du document"))
      ])
  }

  private static func fetched(_ found: FoundAddress) -> Diagnostic {
    Diagnostic(
      id, .warning, at: found.address.span,
      summary: Wording(
        en: "a picture is kept in the workspace, not fetched from elsewhere",
        fr: "une image se garde dans l’espace de travail, sans être prise ailleurs"),
      explanation: Wording(
        en: "Sheets and certificates are made without a network, and nobody learns who reads them.",
        fr: "Fiches et attestations se font sans réseau, et personne n’apprend qui les lit."),
      solutions: [
        .init(
          Wording(
            en: "save the picture in the workspace, if its licence allows it, and name that file",
            fr: "enregistrer l’image dans l’espace de travail, si sa licence le permet, et nommer ce fichier"))
      ])
  }
}
