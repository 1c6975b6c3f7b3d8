import Bilingual
import Certificates
import CompletionLedger
import CurriculumModel
import ProgrammeModel
import TaggedPages
import Validators

extension CertificateOffice {
  /// What an issued certificate is drawn from, in the language of this run and as things stood at its issue.
  func sheet(of credential: Credential, _ design: CertificateDesign) throws -> CertificateSheet {
    let pair = try ledger.knownPair(credential.pair.rawValue)
    let claim = try claim(credential.certificate.rawValue, of: pair, at: credential.issuedAt)
    let forms = try forms(of: credential)
    return CertificateSheet(
      statement: claim.statement(id: credential.id, issued: credential.issuedAt, status: nil),
      credential: forms,
      issuer: issuers(in: forms).map(\.text).joined(separator: " "), design: design)
  }

  /// How the organisation's certificates look: what the programme says, and its logo.
  func design() throws -> CertificateDesign {
    let programme = workspace.library.programme
    var design = CertificateDesign()
    design.logo = try programme.issuer.logo.flatMap(logo)
    guard let page = programme.certificatePage else { return design }
    if let accent = page.accent { design.accent = Colour(accent.red, accent.green, accent.blue) }
    if let ink = page.ink { design.ink = Colour(ink.red, ink.green, ink.blue) }
    design.heading = words(page.heading)
    design.declaration = words(page.declaration)
    design.mention = words(page.mention)
    return design
  }

  private func words(_ phrase: LocalizedPhrase) -> String? {
    let words = workspace.words(phrase)
    return words.isEmpty ? nil : words
  }

  private func logo(at address: String) throws -> PagePicture? {
    guard let path = localPath(of: address) else { return nil }
    let shown = workspace.folder.shown(path)
    let file = try readDocumentFile(at: workspace.folder.path + "/" + path, shownAs: shown)
    guard let picture = PagePicture(png: file.bytes) else {
      throw CommandFailure(
        .notSound,
        Wording(en: "the logo \(shown) is no readable PNG", fr: "le logo \(shown) n’est pas un PNG lisible"),
        remedies: [Wording(en: "save the logo as PNG again", fr: "enregistrer de nouveau le logo en PNG")])
    }
    return picture
  }
}

extension Colour {
  /// A colour from parts of 0 to 255.
  fileprivate init(_ red: Int, _ green: Int, _ blue: Int) {
    self.init(red: Double(red) / 255, green: Double(green) / 255, blue: Double(blue) / 255)
  }
}
