import Bilingual
import Testing

@testable import Certificates

/// A certificate is taken as it was signed, and for what it is.
struct VerificationTests {
  private let trust = trusting()

  private func verify(_ jwt: String, now: Moment = inForce, _ trust: TrustList? = nil) -> Verification {
    verifyCertificate(Array(jwt.utf8), trusting: trust ?? self.trust, now: now)
  }

  @Test(arguments: Language.allCases)
  func aSignedCertificateIsValid(language: Language) throws {
    let statement = statement(language, names: ["Éloïse Lefèvre-Ñuñez", "Bernard d’Aurevilly"], role: .pair)
    let verification = try verify(SignedCredential(signing: statement, by: issuer()).jwt)
    #expect(verification.verdict == .valid)
    #expect(verification.trusted && verification.problems.isEmpty && verification.status == .active)
    let certificate = try #require(verification.certificate)
    #expect(certificate.id == statement.id)
    #expect(certificate.issuer == key().did.did)
    #expect(certificate.issuerName == "Acme")
    #expect(certificate.subject == statement.holder.id)
    #expect(certificate.names == statement.holder.names)
    #expect(certificate.title == statement.achievement.title)
    #expect(certificate.validFrom.iso == "2026-11-23T10:00:00Z")
    #expect(certificate.validUntil?.iso == "2029-11-23T10:00:00Z")
  }

  @Test func theCredentialStatesTheFourMentions() throws {
    let payload = AchievementCredential(statement(), by: key().did.did).json
    let narrative = try #require(payload["credentialSubject"]?["narrative"]?.text)
    for mention in [
      "Objectifs\u{A0}:\n\n- Publier un message", "Nature\u{A0}: Mentorat inversé",
      "Durée\u{A0}: 9\u{A0}heures 30\u{A0}minutes, en 10\u{A0}séances",
      "Résultats\u{A0}:\n\n- Premier post, premier commentaire, réussi le 10\u{A0}mai 2026", "LifeComp 2020, S2",
    ] {
      #expect(narrative.contains(mention))
    }
  }

  @Test(arguments: [("", "issuer.url"), ("acme.example", "issuer.url")])
  func whatAVerifierWouldRefuseIsNotSigned(url: String, member: String) {
    let sound = statement()
    let unsound = CertificateStatement(
      id: sound.id, language: sound.language,
      issuer: CertificateIssuer(name: "Acme", url: url, signatory: nil), holder: sound.holder,
      achievement: sound.achievement, nature: sound.nature, duration: sound.duration, results: sound.results,
      issuedOn: sound.issuedOn, validUntil: nil)
    #expect(throws: UnsoundStatement(problem: .schemaViolated(member))) {
      try SignedCredential(signing: unsound, by: issuer())
    }
  }

  @Test func theCredentialIsTheSameBytesEachTime() {
    #expect(
      AchievementCredential(statement(), by: key().did.did).json.bytes
        == AchievementCredential(statement(), by: key().did.did).json.bytes)
  }

  @Test func aBareCertificateIsValid() throws {
    let jwt = try SignedCredential(signing: statement(results: [], validUntil: nil), by: issuer()).jwt
    let verification = verify(jwt, now: moment("2099-01-01T00:00:00Z"))
    #expect(verification.verdict == .valid)
    #expect(verification.certificate?.validUntil == nil)
    #expect(verify(jwt + "\n").verdict == .valid)
    #expect(verify(jwt + "\r\n").verdict == .valid)
    #expect(verify(jwt + "\n\n").ids == ["NonCanonicalBase64url"])
  }

  @Test func timeAndTrustAreLookedAt() throws {
    let jwt = try SignedCredential(signing: statement(), by: issuer()).jwt
    let nobody = TrustList()
    let early = moment("2026-11-23T09:59:59.999Z")
    let late = moment("2029-11-23T10:00:00.001Z")
    #expect(verify(jwt, now: moment("2026-11-23T10:00:00Z")).verdict == .valid)
    #expect(verify(jwt, now: moment("2029-11-23T10:00:00Z")).verdict == .valid)

    #expect(verify(jwt, now: early).verdict == .refused)
    #expect(verify(jwt, now: early).ids == ["NotYetValid"])
    #expect(verify(jwt, now: late).verdict == .expired)
    #expect(verify(jwt, now: late).ids == ["Expired"])
    #expect(verify(jwt, nobody).verdict == .untrusted)
    #expect(verify(jwt, nobody).ids == ["IssuerUntrusted"])
    #expect(verify(jwt, TrustList([key(2).did])).verdict == .untrusted)
    #expect(verify(jwt, now: late, nobody).verdict == .untrusted)
    #expect(verify(jwt, now: late, nobody).ids == ["IssuerUntrusted", "Expired"])
    #expect(!verify(jwt, nobody).trusted)
    #expect(verify(jwt, nobody).certificate != nil)
  }

  @Test(arguments: [
    ("", "NotACertificate"), ("Bonjour.", "NotACertificate"), ("\0\u{1}\u{2}", "NotACertificate"),
    ("%PDF-1.5\n", "MalformedPDF"), (" {\"@context\":[]}", "MemberMissing"), ("<svg/>", "NoCredentialInside"),
    ("{}", "NotACertificate"), ("{", "MalformedJSON"), ("{\"a\":1,\"a\":1}", "DuplicateMember"),
    ("<?xml version=\"1.0\"?>", "MalformedSVG"), ("e.", "MalformedJWT"), ("ey.ey", "MalformedJWT"),
    ("e..", "MalformedJWT"), ("ey.ey.ey.ey", "MalformedJWT"), ("e30=.e30.AA", "NonCanonicalBase64url"),
    ("e30.e30.AB", "NonCanonicalBase64url"), ("e30.W10.AA", "MalformedJSON"), ("e30.e30.AA", "HeaderViolated"),
    ("eyJhIjoxLCJhIjoxfQ.e30.AA", "DuplicateMember"),
    (String(repeating: "e30.", count: 100_000), "TooLarge"),
  ])
  func whatIsNoCertificateIsRefused(text: String, id: String) {
    let verification = verify(text)
    #expect(verification.verdict == .refused)
    #expect(verification.ids == [id])
    #expect(verification.certificate == nil)
  }

  @Test func wordsForeignToADocumentCannotReachTheTerminal() {
    let problem = VerificationProblem.form(.duplicateMember("\u{1B}[2J\u{202E}" + String(repeating: "x", count: 500)))
    #expect(problem.wording.en.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0 != "\u{202E}" })
    #expect(problem.wording.fr.count < 200)
  }
}

struct TrustListTests {
  @Test func linesAreIdentifiersAndCommentsAreSkipped() throws {
    let did = key().did.text
    let list = try TrustList(parsing: "# our keys\n\n  \(did)  # Acme\r\ndid:web:acme.example\n#end")
    #expect(list.issuers == [did, "did:web:acme.example"])
    #expect(list.contains(key().did.did))
    #expect(try TrustList(parsing: did).issuers == [did])
    #expect(try TrustList(parsing: "").issuers.isEmpty)
  }

  @Test func everyWrongLineIsNamed() {
    let text = "did:key:zDnaeX\n\(key().did)\nhttps://acme.example\n\(key().did) \(key().did)\n\(key().did)#z"
    let error = #expect(throws: TrustListError.self) { try TrustList(parsing: text) }
    #expect(error?.lines.map(\.number) == [1, 3, 5])
    #expect(
      error?.messages.first?.fr
        == "Ligne 1\u{A0}: «\u{A0}did:key:zDnaeX\u{A0}» n’est pas l’identifiant d’un émetteur (did:key:z…)")
  }
}
