import Bilingual

@testable import Certificates

/// A seeded generator, so that a failing mutation can be found again: SplitMix64 (Steele, Lea, Flood 2014).
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// A P-256 key that is the same in every run.
func key(_ seed: UInt64 = 1) -> IssuerKey { issuer(seed).keys.p256 }

/// An issuer whose keys are the same in every run.
func issuer(_ seed: UInt64 = 1, under name: DID? = nil) -> SigningIssuer {
  var generator = SeededGenerator(state: seed)
  return SigningIssuer(IssuerKeys(using: &generator), under: name)
}

/// A verifier that trusts an issuer in each of its names.
func trusting(_ seed: UInt64 = 1) -> TrustList { TrustList(issuer(seed).keys.dids) }

/// A day or moment written in a test.
func moment(_ text: String) -> Moment {
  Moment(iso: text) ?? Moment(milliseconds: 0)
}

func day(_ text: String) -> CalendarDay {
  CalendarDay(iso: text) ?? CalendarDay(daysSince1970: 0)
}

/// A certificate as the shipped curriculum could give it.
func statement(
  _ language: Language = .fr, names: [String] = ["Éloïse Lefèvre-Ñuñez"], role: CertificateHolder.Role = .senior,
  title: String? = nil, results: [CertifiedResult]? = nil, objectives: [String]? = nil,
  issuedOn: Moment = moment("2026-11-23T10:00:00.250Z"), validUntil: Moment? = moment("2029-11-23T10:00:00Z"),
  status: StatusListEntry? = nil
) -> CertificateStatement {
  let fr = language == .fr
  return CertificateStatement(
    id: "urn:uuid:0197a3c2-6b1e-7c3a-9f52-3b8a4e0d1c77", language: language,
    issuer: CertificateIssuer(
      name: "Acme", url: "https://acme.example",
      signatory: fr ? "Direction de la formation" : "Learning and development"),
    holder: CertificateHolder(id: "urn:uuid:0197a3c2-0000-7000-8000-0000000000aa", names: names, role: role),
    achievement: CertifiedAchievement(
      id: "urn:passerelle:digital-presence:2026.1:mentee-presence",
      title: title ?? (fr ? "Présence numérique" : "Digital presence"),
      description: fr
        ? "Tenir une présence professionnelle en ligne, vérifier avant de partager et transmettre son expérience."
        : "Keeping up a professional presence online, checking before sharing, and handing experience on.",
      criteria: fr
        ? "Réussir les trois modules du socle et deux modules d’ouverture au choix, puis clore le parcours."
        : "Pass the three core modules and two modules of choice, then close the path together.",
      objectives: objectives
        ?? (fr
          ? [
            "Publier un message professionnel court et en choisir le public.",
            "Vérifier une information en moins de cinq minutes avant de la relayer.",
            "Reconnaître une tentative d’hameçonnage et savoir qui prévenir.",
          ]
          : [
            "Publish a short professional message and choose its audience.",
            "Check a piece of information within five minutes before passing it on.",
            "Recognise a phishing attempt and know whom to tell.",
          ]),
      alignments: [
        CompetenceAlignment(
          framework: "DigComp 3.0", code: "2.2",
          name: fr ? "Partager au moyen de technologies numériques" : "Sharing through digital technologies",
          level: 3, url: "https://publications.jrc.ec.europa.eu/repository/handle/JRC144121"),
        CompetenceAlignment(
          framework: "LifeComp 2020", code: "S2", name: "Communication", level: nil, url: nil),
      ]),
    nature: TrainingNature(
      programme: fr ? "Passerelle chez Acme" : "Passerelle at Acme",
      curriculum: fr ? "Présence numérique, échange accompli" : "Digital presence, exchange accomplished",
      edition: "2026.1"),
    duration: TrainingDuration(minutes: 570, sessions: 10),
    results: results
      ?? (fr
      ? ["Premier post, premier commentaire", "Vérifier avant de partager", "Hameçonnage\u{A0}: voir le piège"]
      : ["First post, first comment", "Check before you share", "Phishing: seeing the trap"])
      .enumerated().map { index, title in
        CertifiedResult(module: "m\(index)", title: title, passedOn: day("2026-0\(index + 5)-1\(index)"))
      },
    issuedOn: issuedOn, validUntil: validUntil, status: status)
}

/// A time at which those certificates hold.
let inForce = moment("2027-01-01T00:00:00Z")

extension Verification {
  /// The ids of the problems.
  var ids: [String] { problems.map(\.id) }
}

/// What the forms of a certificate carry.
func carried(_ statement: CertificateStatement) throws -> CarriedCredential {
  let signed = try SignedCredential(signing: statement, by: issuer())
  return CarriedCredential(issuer: key().did.text, credential: signed.json, code: signed.shortJWT)
}
