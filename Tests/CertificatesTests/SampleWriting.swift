import Bilingual
import FoundationEssentials
import TaggedPages
import Testing

@testable import Certificates

/// Writes certificates where `PASSERELLE_SAMPLES` names a folder: for `Tests/Interoperability` and for eyes.
///
/// The other verifiers ask the machine's clock, so these were issued long ago and do not end soon.
struct SampleWriting {
  private static let folder = ProcessInfo.processInfo.environment["PASSERELLE_SAMPLES"]

  @Test(.enabled(if: folder != nil), arguments: Language.allCases)
  func writesCertificates(language: Language) throws {
    let folder = try #require(Self.folder)
    let issue = moment("2025-01-02T10:00:00Z")
    let names = ["Éloïse Lefèvre-Ñuñez", "Bernard d’Aurevilly"]
    let samples =
      [
        ("person", statement(language, issuedOn: issue, validUntil: moment("2125-01-02T10:00:00Z"))),
        ("pair", statement(language, names: names, role: .pair, issuedOn: issue, validUntil: nil)),
        ("long", longStatement(language)),
      ]
      + scriptNames.enumerated().map { index, name in
        ("script-\(index)", statement(language, names: [name], issuedOn: issue, validUntil: nil))
      }
    for (name, statement) in samples {
      let path = "\(folder)/\(name)-\(language.rawValue)"
      let signed = try SignedCredential(signing: statement, by: issuer())
      try Data(signed.jwt.utf8).write(to: URL(filePath: path + ".jwt"))
      try Data(signed.json.utf8).write(to: URL(filePath: path + ".json"))
      for format in PageFormat.allCases {
        try Data(certificatePDF(statement, carrying: carried(statement), on: format))
          .write(to: URL(filePath: "\(path)-\(format.rawValue).pdf"))
      }
    }
  }
}

/// Names in ten scripts, and in Latin ones with letters that few fonts have.
let scriptNames = [
  "Éloïse Lefèvre-Ñuñez", "Nguyễn Thị Hương", "Łukasz Żółć", "Ελένη Παπαδοπούλου", "Наталья Чайковская",
  "محمد بن عبد الله", "שרה כהן", "山田 花子", "ანა კაპანაძე", "Արամ Խաչատրյան", "अनिता शर्मा", "김민준", "สมชาย ใจดี",
]

/// A certificate that needs more than one page.
func longStatement(_ language: Language) -> CertificateStatement {
  statement(
    language,
    names: ["Maximiliane-Friederike Gräfin von Hohenstaufen-Württemberg zu Sigmaringen-Hechingen de la Roche"],
    title: "Médias sociaux, outils numériques et transmission de l’expérience\u{A0}: le parcours long, sur deux ans",
    results: (1...40).map {
      CertifiedResult(
        module: "m\($0)", title: "Module numéro \($0), dont le titre est assez long", passedOn: day("2026-05-10"))
    },
    objectives: (1...25).map {
      "Objectif numéro \($0)\u{A0}: savoir faire une chose précise et l’expliquer à un autre."
    })
}
