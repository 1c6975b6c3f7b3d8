import Bilingual
import Certificates

/// Certificates of made-up people, the same for the same seed, in every shape that a certificate can have.
///
/// Other verifiers ask the machine's clock: they were all issued long ago and do not end soon.
struct SampleCredentials {
  private var generator: SplitMix

  /// Certificates of a seed.
  init(seed: UInt64) {
    generator = SplitMix(state: seed)
  }

  /// Who signs them.
  private(set) lazy var issuer = SigningIssuer(IssuerKeys(using: &generator))

  /// Names in ten scripts.
  static let names = [
    "Éloïse Lefèvre-Ñuñez", "Łukasz Żółć", "Ελένη Παπαδοπούλου", "Наталья Чайковская", "محمد بن عبد الله", "שרה כהן",
    "山田 花子", "ანა კაპანაძე", "Արամ Խաչատրյան", "अनिता शर्मा", "김민준", "สมชาย ใจดี", "Nguyễn Thị Hương",
  ]

  /// The next certificate, of people who are named or drawn; a long one has many objectives.
  mutating func next(named given: [String]? = nil, isLong: Bool = false) -> CertificateStatement {
    let language: Language = Bool.random(using: &generator) ? .fr : .en
    let drawn = CertificateHolder.Role.allCases[below(3)]
    let role = given.map { $0.count == 2 ? .pair : .senior } ?? drawn
    let names = given ?? (0..<(role == .pair ? 2 : 1)).map { _ in Self.names[below(Self.names.count)] }
    let issued = Moment(milliseconds: 1_735_812_000_000 + Int64(below(1_000_000)) * 1000)
    return CertificateStatement(
      id: uuid(), language: language,
      issuer: CertificateIssuer(
        name: "Acme \"& Cie\" <SA>", url: "https://acme.example", signatory: below(2) == 0 ? nil : "Direction"),
      holder: CertificateHolder(id: uuid(), names: names, role: role),
      achievement: CertifiedAchievement(
        id: "urn:passerelle:digital-presence:2026.1:c\(below(9))", title: text("Présence", 1),
        description: text("Description\n\t\\", 5), criteria: text("Critères", 5),
        objectives: (0...(isLong ? 60 : below(4))).map { text("Objectif \($0)", 3) },
        alignments: (0..<below(4)).map { number in
          CompetenceAlignment(
            framework: "DigComp 3.0", code: "2.\(number)", name: text("Compétence", 1),
            level: below(2) == 0 ? nil : 1 + below(8),
            url: "https://publications.jrc.ec.europa.eu/repository/handle/JRC144121")
        }),
      nature: TrainingNature(programme: "Passerelle", curriculum: text("Parcours", 1), edition: "2026.1"),
      duration: TrainingDuration(minutes: 15 * (1 + below(60)), sessions: 1 + below(12)),
      results: (0..<below(8)).map { number in
        CertifiedResult(
          module: "m\(number)", title: text("Module", 2), passedOn: CalendarDay(daysSince1970: 19_900 + below(90)))
      },
      issuedOn: issued,
      validUntil: below(2) == 0 ? nil : Moment(milliseconds: issued.milliseconds + 3_000_000_000_000),
      evidence: (0..<below(3)).map { _ in CertifiedEvidence(name: text("Preuve", 1), narrative: text("Récit", 4)) },
      status: below(2) == 0 ? nil : StatusListEntry(list: "https://acme.example/list", index: below(100_000)))
  }

  private mutating func below(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &generator) }

  private mutating func text(_ start: String, _ words: Int) -> String {
    ([start] + (0..<words).map { _ in ["é", "«\u{A0}à\u{A0}»", "\u{1F393}", "l’œuvre", "x\u{301}", "ﬁn"][below(6)] })
      .joined(separator: " ")
  }

  private mutating func uuid() -> String {
    let digits = (0..<32).map { _ in String(below(16), radix: 16) }
    let parts = [digits[..<8], digits[8..<12], ["7"] + digits[13..<16], ["8"] + digits[17..<20], digits[20...]]
    return "urn:uuid:" + parts.map { $0.joined() }.joined(separator: "-")
  }
}

/// A seeded generator: SplitMix64 (Steele, Lea, Flood 2014).
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
