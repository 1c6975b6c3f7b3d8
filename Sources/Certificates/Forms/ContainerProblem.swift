import Bilingual

/// Why no credential can be taken out of a document that could hold one.
package enum ContainerProblem: Error, Hashable, Sendable {
  /// It is not as files of its form are.
  case malformed(CertificateForm)
  /// It has more bytes than any certificate in its form, or more pixels.
  case tooLarge(CertificateForm, limit: Int)
  /// There is none in it.
  case noCredential(CertificateForm)
  /// There is more than one in it, and which is meant nobody can tell.
  case twoCredentials(CertificateForm)

  /// The stable name of the kind of problem.
  var id: String {
    switch self {
    case .malformed(.pdf): "MalformedPDF"
    case .malformed(.png): "MalformedPNG"
    case .malformed(.svg): "MalformedSVG"
    case .tooLarge: "TooLarge"
    case .noCredential: "NoCredentialInside"
    case .twoCredentials: "TwoCredentials"
    }
  }

  /// The problem as one sentence without a full stop.
  var wording: Wording {
    switch self {
    case .malformed(let form):
      Wording(
        en: "The \(form.rawValue) is damaged or not made by the rules of its format",
        fr: "Le fichier \(form.rawValue) est endommagé, ou ne suit pas les règles de son format")
    case .tooLarge(.png, let limit):
      Wording(
        en: "The picture has more than \(limit) pixels or 16 MB; scan the page at 300 dots per inch",
        fr: "L’image dépasse \(limit)\u{A0}pixels ou 16\u{A0}Mo\u{A0}; numériser la page à 300\u{A0}points par pouce")
    case .tooLarge(let form, let limit):
      Wording(
        en: "The \(form.rawValue) has more than \(limit) bytes, as no certificate has",
        fr: "Le fichier \(form.rawValue) dépasse \(limit)\u{A0}octets, ce que ne fait aucune attestation")
    case .noCredential(.png):
      Wording(
        en: "The picture holds no credential, and no readable code of one",
        fr: "L’image ne contient pas de justificatif, ni de code lisible qui en porte un")
    case .noCredential(let form):
      Wording(
        en: "The \(form.rawValue) holds no credential",
        fr: "Le fichier \(form.rawValue) ne contient pas de justificatif")
    case .twoCredentials(let form):
      Wording(
        en: "The \(form.rawValue) holds more than one credential, and nobody can tell which is meant",
        fr: "Le fichier \(form.rawValue) contient plus d’un justificatif, et rien ne dit lequel vaut")
    }
  }
}
