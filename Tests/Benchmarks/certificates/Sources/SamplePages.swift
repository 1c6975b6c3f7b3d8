import Bilingual
import Certificates
import TaggedPages

/// Pages of made-up certificates: both sheets, with and without what an organisation puts in, and some too long for two.
enum SamplePages {
  /// Writes pages of a seed, each handed over with its name.
  static func write(_ count: Int, seed: UInt64, _ keep: (String, [UInt8]) throws -> Void) throws {
    var samples = SampleCredentials(seed: seed)
    let issuer = samples.issuer
    for number in 0..<count {
      // Every script in turn, so that even a few pages show all.
      let names = SampleCredentials.names
      let statement = samples.next(named: number < names.count ? [names[number]] : nil, isLong: number % 7 == 6)
      let signed = try SignedCredential(signing: statement, by: issuer)
      let carried = CarriedCredential(
        issuer: issuer.keys.ed25519.did.text, credential: signed.json, code: signed.shortJWT)
      let design = number % 3 == 2 ? try dressed() : CertificateDesign()
      let page = try certificatePDF(statement, carrying: carried, design, on: number % 2 == 0 ? .a4 : .letter)
      try keep("page-\(number).pdf", page)
    }
  }

  /// What an organisation can put in, all of it.
  private static func dressed() throws -> CertificateDesign {
    let canvas = PageCanvas(.a4, on: .png(scale: 0.2))
    canvas.fill(.rectangle(x: 0, y: 0, width: 600, height: 850), Colour(red: 0.5, green: 0.1, blue: 0.3))
    return CertificateDesign(
      accent: Colour(red: 0.45, green: 0.08, blue: 0.26), ink: .black,
      logo: PagePicture(png: try canvas.finish().bytes),
      heading: "Attestation de mentorat", declaration: "a mené à bien", mention: "Organisme no 11 75 12345 75")
  }
}
