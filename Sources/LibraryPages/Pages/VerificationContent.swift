internal import Bilingual
internal import Certificates

/// The page on which a reader's browser judges a certificate; its script finds every word here.
struct VerificationContent {
  /// A sentence that the script may say.
  struct Phrase {
    let phraseKey: String
    let sentence: String
  }

  let frame: PageFrame
  let title: String
  let lead: String
  let fileLabel: String
  let fileHint: String
  let trustLabel: String
  let trustHint: String
  let withoutScripts: String
  let resultLabel: String
  let limitsHeading: String
  let limits: [String]
  let phrases: [Phrase]

  init(_ frame: PageFrame, _ language: Language) {
    let words = SiteWords(language)
    func said(_ en: String, _ fr: String) -> String { words.said(en: en, fr: fr) }
    self.frame = frame
    title = said("Verify a certificate", "Vérifier une attestation")
    lead = said(
      "Your browser judges the file on this machine. Nothing is sent anywhere, and nothing is kept.",
      "Votre navigateur juge le fichier sur cette machine. Rien n’est envoyé, rien n’est conservé.")
    fileLabel = said("Certificate, as a .json or .jwt file", "Attestation, fichier .json ou .jwt")
    fileHint = said(
      "Choose it, or drop it anywhere on this page; several files at once too. Along with it you may hand over the "
        + "issuer’s status list and its did:web document.",
      "La choisir, ou la déposer n’importe où sur cette page\u{202F}; plusieurs fichiers à la fois aussi. On peut y "
        + "joindre la liste d’état de l’émetteur et son document did:web.")
    trustLabel = said("Issuers you trust", "Émetteurs de confiance")
    trustHint = said(
      "Their identifiers (did:key:z… or did:web:…), as the organisation itself told you: one on each line, or in a row.",
      "Leurs identifiants (did:key:z… ou did:web:…), tels que l’organisation vous les a donnés\u{A0}: un par ligne, ou à la "
        + "suite.")
    withoutScripts = said(
      "This page needs scripts. Without them, ‘passerelle certificate verify FILE’ does the same.",
      "Cette page a besoin de scripts. Sans eux, «\u{A0}passerelle certificate verify FICHIER\u{A0}» fait de même.")
    resultLabel = said("Verdict", "Verdict")
    limitsHeading = said("What this page can and cannot judge", "Ce que cette page peut juger, ou non")
    limits = Self.limits.map { $0[language] }
    phrases =
      (VerificationPhrase.all.map { ($0.key, $0.wording) } + Self.own).map {
        Phrase(phraseKey: $0, sentence: $1[language])
      }
  }

  private static let limits = [
    Wording(
      en:
        "It judges certificates as JSON with a proof inside (eddsa-rdfc-2022) and as JWT (ES256, RS256), with the same verdicts as ‘passerelle certificate verify’.",
      fr:
        "Elle juge les attestations en JSON avec une preuve à l’intérieur (eddsa-rdfc-2022) et en JWT (ES256, RS256), avec les mêmes verdicts que «\u{A0}passerelle certificate verify\u{A0}»."
    ),
    Wording(
      en:
        "It does not read PDF, PNG or SVG, which carry the same certificate: the command does, or ask for the JSON or JWT.",
      fr:
        "Elle ne lit ni PDF, ni PNG, ni SVG, qui portent la même attestation\u{A0}: la commande les lit, ou bien demander le JSON ou le JWT."
    ),
    Wording(
      en: "The time is your machine’s. Whether a certificate was revoked is known only with the issuer’s status list.",
      fr:
        "L’heure est celle de votre machine. Seule la liste d’état de l’émetteur dit si une attestation a été révoquée."
    ),
  ]

  private static let own: [(String, Wording)] = [
    ("verdict:valid", Wording(en: "Valid", fr: "Valide")), ("verdict:expired", Wording(en: "Expired", fr: "Expirée")),
    ("verdict:revoked", Wording(en: "Revoked", fr: "Révoquée")),
    (
      "verdict:untrusted",
      Wording(
        en: "Signed by an issuer that you have not named as trusted",
        fr: "Signée par un émetteur que vous n’avez pas dit de confiance")
    ),
    ("verdict:refused", Wording(en: "Refused", fr: "Refusée")),
    (
      "IssuerDocumentMissing",
      Wording(
        en: "The keys of {0} stand in its document; get it from {1} and hand it over along with the certificate",
        fr: "Les clés de {0} figurent dans son document\u{A0}; l’obtenir de {1} et le joindre à l’attestation")
    ),
    ("holder", Wording(en: "For", fr: "Pour")), ("issuer", Wording(en: "Issued by", fr: "Délivrée par")),
    ("identifier", Wording(en: "Issuer’s identifier", fr: "Identifiant de l’émetteur")),
    ("key", Wording(en: "Signed with the key", fr: "Signée avec la clé")),
    ("from", Wording(en: "Valid from", fr: "Valable à partir du")), ("until", Wording(en: "Until", fr: "Jusqu’au")),
    ("revocation", Wording(en: "Revocation", fr: "Révocation")),
    ("status:active", Wording(en: "not revoked, as its status list says", fr: "non révoquée, d’après sa liste d’état")),
    (
      "status:unknown",
      Wording(
        en: "not looked up: get {0} and hand it over along with the certificate",
        fr: "non consultée\u{A0}: obtenir {0} et le joindre à l’attestation")
    ),
    ("status:never", Wording(en: "it names no status list", fr: "elle ne nomme aucune liste d’état")),
    (
      "container:pdf",
      Wording(en: "A PDF is not judged on this page", fr: "Un PDF n’est pas jugé sur cette page")
    ),
    ("container:png", Wording(en: "A PNG is not judged on this page", fr: "Un PNG n’est pas jugé sur cette page")),
    ("container:svg", Wording(en: "An SVG is not judged on this page", fr: "Un SVG n’est pas jugé sur cette page")),
    (
      "unsupported",
      Wording(
        en: "This browser lacks what it takes to judge this form; a newer one, or the command, does",
        fr:
          "Ce navigateur n’a pas ce qu’il faut pour juger cette forme\u{202F}; un plus récent, ou la commande, le peut")
    ),
    ("helper:document", Wording(en: "Keys of {0}: taken", fr: "Clés de {0}\u{A0}: prises en compte")),
    ("helper:list", Wording(en: "Status list {0}: taken", fr: "Liste d’état {0}\u{A0}: prise en compte")),
    ("helper:refused", Wording(en: "Status list: not believed", fr: "Liste d’état\u{A0}: pas crédible")),
    (
      "trust:wrong",
      Wording(
        en: "‘{0}’ is no issuer’s identifier (did:key:z…)",
        fr: "«\u{A0}{0}\u{A0}» n’est pas l’identifiant d’un émetteur (did:key:z…)")
    ),
  ]

  var html: String { LibrarySite.page("verification", self) }
}
