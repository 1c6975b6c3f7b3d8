import Bilingual
import Certificates
import TaggedPages

/// Everything that one issued certificate is drawn from, read once; drawing asks nobody and may happen on any core.
struct CertificateSheet: Sendable {
  /// What it says.
  let statement: CertificateStatement
  /// The signed credential in its forms.
  let credential: SignedCredential
  /// The issuer, as the page shows it.
  let issuer: String
  /// How the organisation's pages look.
  let design: CertificateDesign

  /// The file of a form; pages reuse what those before them set.
  func file(
    _ form: ExportForm, on paper: PageFormat, reusing type: StandingType? = nil
  ) throws(CommandFailure) -> [UInt8] {
    let carried = CarriedCredential(issuer: issuer, credential: credential.json, code: credential.shortJWT)
    do throws(PageFailure) {
      switch form {
      case .json: return Array(credential.json.utf8)
      case .jwt: return Array(credential.jwt.utf8)
      case .pdf: return try certificatePDF(statement, carrying: carried, design, on: paper, reusing: type)
      case .svg: return try certificateSVG(statement, carrying: carried, design, on: paper)
      case .png: return try certificatePNG(statement, carrying: carried, design, on: paper)
      }
    } catch {
      throw CommandFailure(.ourMistake, error.message)
    }
  }
}

/// The form in which a certificate is written.
enum ExportForm: String, CaseIterable, Sendable {
  /// Pages to print, with the credential attached.
  case pdf
  /// The signed credential.
  case json
  /// The signed credential as a JWT.
  case jwt
  /// A drawing with the credential baked in.
  case svg
  /// A picture with the credential baked in.
  case png

  /// Whether a terminal can show it.
  var isText: Bool { self == .json || self == .jwt }
}
