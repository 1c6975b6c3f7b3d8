import Bilingual

/// The words that a certificate puts around the texts of its statement.
///
/// The page and the credential's narrative use the same ones.
enum CertificateWords {
  /// What the document is.
  static let kind = Wording(en: "Certificate of completion", fr: "Attestation de fin de parcours")
  /// The label of the first mention.
  static let objectives = Wording(en: "Objectives", fr: "Objectifs")
  /// The label of the second mention.
  static let nature = Wording(en: "Nature", fr: "Nature")
  /// The label of the third mention.
  static let duration = Wording(en: "Duration", fr: "Durée")
  /// The label of the fourth mention.
  static let results = Wording(en: "Results", fr: "Résultats")
  /// The label of the competences.
  static let competences = Wording(en: "Competences", fr: "Compétences")
  /// The label of the conditions.
  static let criteria = Wording(en: "How it is earned", fr: "Conditions d’obtention")
  /// The label of the credential's identifier.
  static let credential = Wording(en: "Credential", fr: "Justificatif")
  /// The label of the issuer's identifier.
  static let issuerKey = Wording(en: "Issuer’s key", fr: "Clé de l’émetteur")

  /// The heading of the pages after the first.
  static let details = Wording(en: "Details of the training", fr: "Détail du parcours")
  /// What the code on the page is for.
  static let codeCaption = Wording(
    en: "Signed certificate, to be checked offline", fr: "Attestation signée, vérifiable hors ligne")
  /// The code in words, for those who do not see it.
  static let codeWords = Wording(
    en: "QR code that holds the signed certificate, to be checked offline",
    fr: "Code QR contenant l’attestation signée, à vérifier hors ligne")

  /// What the file attached to a document is.
  static let attachment = Wording(
    en: "Signed Open Badges 3.0 credential", fr: "Justificatif Open Badges 3.0 signé")

  /// How to find out whether a page is true.
  static let verification = Wording(
    en: "This page is drawn from a signed Open Badges 3.0 credential, which this file and the code on the page carry. "
      + "Anybody can check it without a network and without the issuer: "
      + "passerelle certificate verify FILE --trust KEY",
    fr: "Cette page reproduit un justificatif Open Badges 3.0 signé, que portent ce fichier et le code de la page. "
      + "Chacun peut le contrôler sans réseau et sans l’émetteur\u{A0}: "
      + "passerelle certificate verify FICHIER --trust CLÉ")

  /// The logo in words.
  static func logo(of organisation: String) -> Wording {
    Wording(en: "Logo of \(organisation)", fr: "Logo\u{A0}: \(organisation)")
  }

  /// A label repeated on the next page.
  static func continued(_ label: Wording) -> Wording {
    Wording(en: "\(label.en) (continued)", fr: "\(label.fr) (suite)")
  }

  /// The words between the holder's name and the achievement's title.
  static func hasEarned(_ role: CertificateHolder.Role) -> Wording {
    switch role {
    case .junior, .senior:
      Wording(en: "has met every condition required", fr: "a rempli toutes les conditions requises")
    case .pair:
      Wording(
        en: "have together met every condition required", fr: "ont rempli ensemble toutes les conditions requises")
    }
  }

  /// The holder's place in the mentoring.
  static func role(_ role: CertificateHolder.Role) -> Wording {
    switch role {
    case .junior: Wording(en: "Junior in a reverse-mentoring pair", fr: "Junior d’un binôme de mentorat inversé")
    case .senior: Wording(en: "Senior in a reverse-mentoring pair", fr: "Senior d’un binôme de mentorat inversé")
    case .pair: Wording(en: "Reverse-mentoring pair", fr: "Binôme de mentorat inversé")
    }
  }

  /// The two names of a pair, or the one of a person.
  static func names(of holder: CertificateHolder) -> Wording {
    Wording { $0.list(holder.names) }
  }

  /// What kind of training it was, by which programme and curriculum.
  static func nature(_ nature: TrainingNature) -> Wording {
    Wording(
      en: "Reverse mentoring: programme ‘\(nature.programme)’, curriculum ‘\(nature.curriculum)’, "
        + "edition\u{A0}\(nature.edition)",
      fr: "Mentorat inversé\u{A0}: programme «\u{A0}\(nature.programme)\u{A0}», "
        + "parcours «\u{A0}\(nature.curriculum)\u{A0}», édition\u{A0}\(nature.edition)")
  }

  /// Hours and minutes, and the number of sessions: "9 hours 30 minutes, over 10 sessions".
  static func duration(_ duration: TrainingDuration) -> Wording {
    Wording { language in
      let time = [(duration.minutes / 60, hours), (duration.minutes % 60, minutes)]
        .filter { $0.0 > 0 }.map { language.count($0.0, $0.1) }
      let spent = time.isEmpty ? language.count(0, minutes) : time.joined(separator: " ")
      let over = Wording(en: ", over ", fr: ", en ")[language]
      return spent + over + language.count(duration.sessions, sessions)
    }
  }

  /// "Passed on 2 March 2026".
  static func passed(on day: CalendarDay) -> Wording {
    Wording(en: "passed on \(day.words.en)", fr: "réussi le \(day.words.fr)")
  }

  /// "Sharing through digital technologies (DigComp 3.0, 2.2, level 3)".
  static func competence(_ alignment: CompetenceAlignment) -> Wording {
    Wording { language in
      let level = alignment.level.map { ", \(self.level($0)[language])" } ?? ""
      return "\(alignment.name) (\(alignment.framework), \(alignment.code)\(level))"
    }
  }

  /// "level 3".
  static func level(_ number: Int) -> Wording {
    Wording(en: "level\u{A0}\(number)", fr: "niveau\u{A0}\(number)")
  }

  /// "Issued on 23 November 2026".
  static func issued(on day: CalendarDay) -> Wording {
    Wording(en: "Issued on \(day.words.en)", fr: "Délivrée le \(day.words.fr)")
  }

  /// "Valid until 23 November 2029", or that it has no end.
  static func valid(until day: CalendarDay?) -> Wording {
    guard let day else { return Wording(en: "No expiry date", fr: "Sans date d’expiration") }
    return Wording(en: "Valid until \(day.words.en)", fr: "Valable jusqu’au \(day.words.fr)")
  }

  private static let hours = CountableNoun(
    one: Wording(en: "hour", fr: "heure"), many: Wording(en: "hours", fr: "heures"))
  private static let minutes = CountableNoun(
    one: Wording(same: "minute"), many: Wording(same: "minutes"))
  private static let sessions = CountableNoun(
    one: Wording(en: "session", fr: "séance"), many: Wording(en: "sessions", fr: "séances"))
}
