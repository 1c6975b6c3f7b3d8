import Bilingual
import Testing

@testable import Certificates

/// No form of a certificate is taken in which anything is not as it was signed.
struct FormTamperingTests {
  private let signed: SignedCredential

  init() throws {
    let status = StatusListEntry(list: "https://acme.example/list", index: 7)
    signed = try SignedCredential(signing: statement(status: status), by: issuer())
  }

  private func verify(_ document: [UInt8]) -> Verification {
    verifyCertificate(document, trusting: trusting(), now: inForce)
  }

  private func file(_ form: CertificateForm, of credential: String) throws -> [UInt8] {
    switch form {
    case .pdf: try smallPDF(credential)
    case .svg: try smallSVG(credential)
    case .png: try smallPNG(credential)
    }
  }

  private func expectRefusal(_ document: [UInt8], _ variant: JSONValue) {
    let verification = verify(document)
    #expect(verification.verdict == .refused, "\(String(decoding: variant.bytes, as: UTF8.self))")
    #expect(verification.certificate == nil)
  }

  /// What a form holds is held to the same as by itself, whatever holds it.
  @Test(arguments: CertificateForm.allCases)
  func everyChangeDropAndAdditionOfAMemberIsRefused(form: CertificateForm) throws {
    let document = try JSONReader.read(Array(signed.json.utf8))
    #expect(try verify(file(form, of: signed.json)).verdict == .valid)
    let variants = document.variants
    #expect(variants.count > 250)
    for variant in variants {
      try expectRefusal(file(form, of: String(decoding: variant.bytes, as: UTF8.self)), variant)
    }
  }

  @Test(arguments: CertificateForm.allCases)
  func everyChangeDropAndAdditionIsRefusedInAJWTToo(form: CertificateForm) throws {
    let parts = signed.shortJWT.split(separator: ".")
    let variants = try CompactJWT(Array(signed.shortJWT.utf8)).payload.variants
    #expect(variants.count > 60)
    for variant in variants {
      try expectRefusal(file(form, of: "\(parts[0]).\(Base64URL.encode(variant.bytes)).\(parts[2])"), variant)
    }
  }

  /// A changed byte of the file is refused, or stands where it says nothing: then the credential is the signed one.
  ///
  /// A PNG has a checksum on everything, so nothing in it says nothing.
  @Test(arguments: CertificateForm.allCases, [UInt64(7), 8])
  func noMutationSaysAnythingElse(form: CertificateForm, seed: UInt64) throws {
    let original = try file(form, of: seed == 7 ? signed.shortJWT : signed.json)
    let certificate = try #require(verify(original).certificate)
    var generator = SeededGenerator(state: seed)
    for _ in 0..<600 {
      let mutated = mutation(of: original, &generator)
      let verification = verify(mutated)
      #expect(verification.verdict == .refused || verification.certificate == certificate)
      if form == .png { #expect(verification.verdict == .refused) }
    }
  }
}
