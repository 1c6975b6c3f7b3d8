import Bilingual
import FoundationEssentials
import Testing

@testable import Certificates

/// Issuers under a name of their own, and what they took back.
struct IssuerTests {
  private let web = DID("did:web:acme.example")

  @Test func aNameUnitesTheKeys() throws {
    let name = try #require(web)
    let signer = issuer(1, under: name)
    let document = try #require(DIDDocument(DIDDocument(of: name, keys: signer.keys.dids).bytes))
    #expect(document.did == name && document.keys.count == 2)
    let signed = try SignedCredential(signing: statement(), by: signer)
    for form in [signed.json, signed.jwt, signed.shortJWT] {
      let knowing = VerifierKnowledge(trust: TrustList([name]), documents: [document])
      let verification = verifyCertificate(Array(form.utf8), knowing: knowing, now: inForce)
      #expect(verification.verdict == .valid, "\(verification.ids)")
      #expect(verification.certificate?.issuer == name)
      #expect(
        verifyCertificate(Array(form.utf8), trusting: TrustList([name]), now: inForce).ids
          == ["IssuerDocumentMissing"])
      let other = DIDDocument(of: name, keys: issuer(2).keys.dids)
      #expect(
        verifyCertificate(
          Array(form.utf8), knowing: VerifierKnowledge(trust: TrustList([name]), documents: [other]), now: inForce
        ).ids == ["IssuerKeyMismatch"])
    }
  }

  @Test(arguments: [
    ("did:web:acme.example", "https://acme.example/.well-known/did.json"),
    ("did:web:acme.example%3A3000:training:fr", "https://acme.example:3000/training/fr/did.json"),
    ("did:web:acme.example::x", nil), ("did:key:z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp", nil),
  ])
  func aNameTellsWhereItsDocumentIs(text: String, url: String?) {
    #expect(DID(text)?.documentURL == url)
  }

  @Test(arguments: [
    "did:web:acme\u{10}example", "did:web:acme example", "did:web:acme.example%3", "did:web:acme.example%zz",
    "did:web:acme.example:", "did:web:", "did:Web:acme.example", "did:web:äcme.example", "DID:web:acme.example",
  ])
  func whatIsNoNameIsRefused(text: String) {
    #expect(DID(text) == nil)
  }

  @Test func documentsOfOthersGiveNoKeys() throws {
    let name = try #require(web)
    let bytes = DIDDocument(of: name, keys: issuer().keys.dids).bytes
    let text = String(decoding: bytes, as: UTF8.self)
    let method = "\"controller\":\"did:web:acme.example\""
    for changed in [
      text.replacing(method, with: "\"controller\":\"did:web:evil.example\""),
      text.replacing("\"assertionMethod\"", with: "\"authentication\""), text.replacing("\"id\"", with: "\"di\""), "",
      "{}", "[]",
    ] {
      #expect(DIDDocument(Array(changed.utf8)) == nil)
    }
  }

  @Test func aRotationKeepsWhatWasSignedVerifiable() throws {
    let name = try #require(web)
    let since = moment("2026-01-01T00:00:00Z")
    let old = issuer(1, under: name)
    let record = IssuerRecord(name: name, statusList: nil, keys: old.keys.dids.map { .init(did: $0, since: since) })
    let rotated = record.rotated(to: issuer(2).keys, at: moment("2027-01-01T00:00:00Z"))
    #expect(IssuerRecord(rotated.bytes) == rotated)
    #expect(rotated.keys.count == 4 && rotated.keys.filter { $0.until == nil }.count == 2)
    #expect(rotated.isOf(issuer(2).keys) && !rotated.isOf(old.keys))
    let document = try #require(rotated.document)
    let signed = try SignedCredential(signing: statement(), by: old)
    let knowing = VerifierKnowledge(trust: TrustList([name]), documents: [document])
    #expect(verifyCertificate(Array(signed.json.utf8), knowing: knowing, now: inForce).verdict == .valid)
  }

  @Test func rs256IsASwitch() throws {
    var generator = SeededGenerator(state: 1)
    let keys = IssuerKeys(using: &generator, rsa: try IssuerKey(rsa: ()))
    #expect(try #require(IssuerKeys(pem: keys.pem)).dids == keys.dids)
    let signed = try SignedCredential(signing: statement(), by: SigningIssuer(keys))
    let header = try CompactJWT(Array(signed.jwt.utf8)).header
    #expect(header["alg"] == "RS256")
    let verification = verifyCertificate(Array(signed.jwt.utf8), trusting: TrustList(keys.dids), now: inForce)
    #expect(verification.verdict == .valid, "\(verification.ids)")
    #expect(DIDKey(try #require(keys.rsa).did.text) == keys.rsa?.did)
    #expect(VerificationKey(jwk: try #require(header["jwk"]))?.did == keys.rsa?.did)
    var forged = Array(signed.jwt.utf8)
    forged[forged.count - 10] ^= 1
    #expect(verifyCertificate(forged, trusting: TrustList(keys.dids), now: inForce).verdict == .refused)
  }

  @Test func theShortCredentialFitsOnAPage() throws {
    let status = StatusListEntry(list: "https://acme.example/passerelle-status-list.json", index: 131_071)
    let signed = try SignedCredential(signing: statement(status: status), by: issuer())
    #expect(signed.shortJWT.utf8.count < 2300)
    let verification = verifyCertificate(Array(signed.shortJWT.utf8), trusting: trusting(), now: inForce)
    #expect(verification.verdict == .valid && verification.certificate?.status == status)
    #expect(SignedCredential(stored: signed.stored) == signed)
    #expect(SignedCredential(stored: signed.json) == nil)
  }
}

/// What an issuer took back, told by a signed list.
struct StatusListTests {
  private let list = "https://acme.example/passerelle-status-list.json"
  private let written = moment("2026-12-01T00:00:00Z")

  private func document(_ revoked: [Int], by seed: UInt64 = 1) throws -> [UInt8] {
    try StatusList.document(list, revoked: revoked, writtenAt: written, by: issuer(seed))
  }

  private func status(_ index: Int, _ lists: [StatusList], now: Moment = inForce) throws -> Verification {
    let entry = StatusListEntry(list: list, index: index)
    let signed = try SignedCredential(signing: statement(status: entry), by: issuer())
    let forms = [signed.json, signed.jwt].map { form in
      verifyCertificate(
        Array(form.utf8), knowing: VerifierKnowledge(trust: trusting(), statusLists: lists), now: now)
    }
    #expect(forms[0].status == forms[1].status)
    return forms[0]
  }

  @Test func whatIsSetIsRevoked() throws {
    let list = try StatusList(verifying: document([3, 131_071]), knowing: VerifierKnowledge(trust: TrustList()))
    #expect(list.id == self.list && list.issuer == issuer().keys.ed25519.did.did)
    for (index, expected) in [(2, Verification.Status.active), (3, .revoked), (4, .active), (131_071, .revoked)] {
      let verification = try status(index, [list])
      #expect(verification.status == expected)
      #expect(verification.verdict == (expected == .revoked ? .revoked : .valid))
    }
    #expect(try status(3, [list]).ids == ["Revoked"])
    #expect(try status(3, []).status == .unknown)
  }

  @Test func listsOfOthersSayNothing() throws {
    let thief = try StatusList(verifying: document([3], by: 2), knowing: VerifierKnowledge(trust: TrustList()))
    #expect(try status(3, [thief]).status == .unknown)
    let early = moment("2026-11-24T00:00:00Z")
    let own = try StatusList(verifying: document([3]), knowing: VerifierKnowledge(trust: TrustList()))
    #expect(try status(3, [own], now: early).status == .unknown)
  }

  @Test func forgedListsAreRefused() throws {
    let bytes = try document([3])
    let json = try JSONReader.read(bytes)
    let empty = try JSONReader.read(document([]))["credentialSubject"]?["encodedList"]
    let knowing = VerifierKnowledge(trust: TrustList())
    for forged in [
      json.replacing(["credentialSubject", "encodedList"], with: empty), json.replacing(["id"], with: "urn:other"),
      json.replacing(["added"], with: "x"), json.without("proof"),
    ] {
      #expect(throws: VerificationProblem.self) { try StatusList(verifying: forged.bytes, knowing: knowing) }
    }
    let certificate = try SignedCredential(signing: statement(), by: issuer()).json
    #expect(throws: VerificationProblem.self) { try StatusList(verifying: Array(certificate.utf8), knowing: knowing) }
  }

  @Test func whatIsPackedIsUnpackedWithinALimit() {
    let bytes = [UInt8](repeating: 7, count: 5000)
    let packed = GZip.compress(bytes)
    #expect(packed.prefix(2) == [0x1F, 0x8B] && packed.count < 200)
    #expect(GZip.decompress(packed, limit: 5000) == bytes)
    #expect(GZip.decompress(packed, limit: 4999) == nil)
    #expect(GZip.decompress(Array(packed.dropLast()), limit: 5000) == nil)
    #expect(GZip.decompress([], limit: 10) == nil)
  }

  @Test func placesAreNotSharedAndTellNothing() {
    var taken: Set<Int> = []
    for number in 0..<500 {
      let place = StatusList.freePlace(for: [0, 0, 0, UInt8(number % 3)], taken: taken)
      #expect(taken.insert(place ?? -1).inserted)
    }
    #expect(taken.allSatisfy { (0..<StatusList.length).contains($0) })
  }
}

/// Keys under a passphrase.
struct SealedKeysTests {
  @Test func onlyThePassphraseOpensThem() throws {
    var generator = SeededGenerator(state: 5)
    let pem = issuer().keys.pem
    let passphrase = Array("été à Sète".utf8)
    let sealed = try SealedKeys.seal(pem, under: passphrase, cost: 10, using: &generator)
    #expect(SealedKeys.isSealed(sealed) && !sealed.contains("PRIVATE"))
    #expect(SealedKeys.open(sealed, with: passphrase) == pem)
    #expect(SealedKeys.open(sealed, with: Array("ete a Sete".utf8)) == nil)
    #expect(SealedKeys.open(sealed.replacing("A", with: "B"), with: passphrase) == nil)
    #expect(SealedKeys.open("", with: passphrase) == nil)
  }

  /// A forged file must not make the reader take all memory.
  @Test func aFileThatAsksForTooMuchIsRefused() throws {
    let content = [UInt8(1), 31] + [UInt8](repeating: 0, count: 60)
    let document =
      "-----BEGIN PASSERELLE SEALED KEYS-----\n" + Data(content).base64EncodedString()
      + "\n-----END PASSERELLE SEALED KEYS-----\n"
    #expect(SealedKeys.isSealed(document) && SealedKeys.open(document, with: [1]) == nil)
  }
}
