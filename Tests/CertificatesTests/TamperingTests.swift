import Bilingual
import Testing

@testable import Certificates

/// No certificate is taken in which anything is not as it was signed, or not as a certificate has it.
struct TamperingTests {
  private let jwt: String
  private let payload: JSONValue

  init() throws {
    jwt = try SignedCredential(signing: statement(), by: issuer()).jwt
    payload = try CompactJWT(Array(jwt.utf8)).payload
  }

  private func verify(_ jwt: some StringProtocol) -> Verification {
    verifyCertificate(Array(jwt.utf8), trusting: trusting(), now: inForce)
  }

  private func replacingPayload(_ payload: JSONValue) -> String {
    let parts = jwt.split(separator: ".")
    return "\(parts[0]).\(Base64URL.encode(payload.bytes)).\(parts[2])"
  }

  private func signed(_ payload: JSONValue, header: JSONValue, with key: IssuerKey = key()) throws -> String {
    let text = Base64URL.encode(header.bytes) + "." + Base64URL.encode(payload.bytes)
    return try text + "." + Base64URL.encode(key.signature(of: Array(text.utf8)))
  }

  private func header(_ changes: JSONValue = [:], without name: String? = nil) -> JSONValue {
    let usual: JSONValue = [
      "alg": "ES256", "kid": .string(key().did.verificationMethod), "jwk": key().publicKey.jwk, "typ": "JWT",
    ]
    guard case .object(let members) = usual, case .object(let changed) = changes else { return usual }
    return .object(members.filter { member in member.name != name && changes[member.name] == nil } + changed)
  }

  @Test func everyChangeDropAndAdditionOfAMemberIsRefused() {
    let variants = payload.variants
    #expect(variants.count > 200)
    for variant in variants {
      let verification = verify(replacingPayload(variant))
      #expect(verification.verdict == .refused, "\(String(decoding: variant.bytes, as: UTF8.self))")
      #expect(verification.certificate == nil)
    }
  }

  /// Signed anew by the issuer itself: what no certificate has would not be looked at.
  @Test func everyAdditionIsRefusedEvenWhenSigned() throws {
    for variant in payload.additions {
      let verification = try verify(signed(variant, header: header()))
      #expect(["MemberUnexpected", "SchemaViolated"].contains(verification.ids.first))
    }
  }

  @Test(arguments: 0..<8)
  func noMutationIsAccepted(seed: UInt64) {
    var generator = SeededGenerator(state: seed)
    let original = Array(jwt.utf8)
    for _ in 0..<425 {
      let bytes = mutation(of: original, &generator)
      let verification = verifyCertificate(bytes, trusting: trusting(), now: inForce)
      #expect(verification.verdict == .refused)
      #expect(verification.problems.count == 1)
    }
  }

  @Test func signaturesByOtherMeansAreRefused() throws {
    let parts = jwt.split(separator: ".")
    func unsigned(_ algorithm: JSONValue) -> String {
      "\(Base64URL.encode(header(["alg": algorithm]).bytes)).\(parts[1])."
    }
    #expect(verify(unsigned("none")).ids == ["UnsupportedAlgorithm"])
    for algorithm: JSONValue in ["none", "None", "HS256", "PS256", "ES384", "es256", "", .null, .integer(1)] {
      #expect(try verify(signed(payload, header: header(["alg": algorithm]))).ids == ["UnsupportedAlgorithm"])
    }
    #expect(try verify(signed(payload, header: header(["alg": "RS256"]))).ids == ["IssuerKeyMismatch"])
    #expect(verify("\(parts[0]).\(parts[1]).").ids == ["SignatureInvalid"])
    let signature = try #require(Base64URL.decode(parts[2].utf8))
    let zeros = [UInt8](repeating: 0, count: 64)
    for other in [Array(signature.dropLast()), signature + [0], zeros, Array(signature.reversed())] {
      #expect(verify("\(parts[0]).\(parts[1]).\(Base64URL.encode(other))").ids == ["SignatureInvalid"])
    }
  }

  @Test func headersThatOpenBadgesDoesNotAllowAreRefused() throws {
    for changes: JSONValue in [["typ": "JOSE"], ["crit": ["b64"]], ["x5u": "https://evil.example"], ["typ": .null]] {
      #expect(try verify(signed(payload, header: header(changes))).ids == ["HeaderViolated"])
    }
    #expect(try verify(signed(payload, header: header(without: "alg"))).ids == ["HeaderViolated"])
    for name in ["kid", "jwk", "typ"] {
      #expect(try verify(signed(payload, header: header(without: name))).verdict == .valid)
    }
    #expect(try verify(signed(payload, header: ["alg": "ES256"])).ids == ["HeaderViolated"])
  }

  @Test func anotherKeyIsNotTheIssuers() throws {
    let thief = key(2)
    let gang = issuer(2)
    // The thief's key in the header, the issuer's name in the payload.
    let announced = header(["jwk": thief.publicKey.jwk, "kid": .string(thief.did.verificationMethod)])
    #expect(try verify(signed(payload, header: announced, with: thief)).ids == ["IssuerKeyMismatch"])
    #expect(
      try verify(signed(payload, header: header(["jwk": thief.publicKey.jwk]), with: thief)).ids
        == ["IssuerKeyMismatch"])
    // The issuer's key in the header, the thief's signature.
    #expect(try verify(signed(payload, header: header(), with: thief)).ids == ["SignatureInvalid"])
    // All of it the thief's: right, and nobody's whom we trust.
    #expect(try verify(SignedCredential(signing: statement(), by: gang).jwt).verdict == .untrusted)
    // A private key in the header is a leak, not a key.
    guard case .object(let members) = key().publicKey.jwk else { return }
    let leaking = JSONValue.object(members + [JSONValue.Member(name: "d", value: "AA")])
    #expect(try verify(signed(payload, header: header(["jwk": leaking]))).ids == ["IssuerKeyMismatch"])
  }

  @Test(arguments: [
    ("did:web:acme.example", "IssuerDocumentMissing"), ("https://acme.example", "UnsupportedIssuer"),
    ("did:example:acme", "UnsupportedIssuer"),
    ("did:key:z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp", "IssuerKeyMismatch"),
  ])
  func issuersWithoutAKeyOfOursAreRefused(issuer: String, id: String) throws {
    let forged = payload.replacing(["issuer", "id"], with: .string(issuer)).replacing(["iss"], with: .string(issuer))
    #expect(try verify(signed(forged, header: header())).ids == [id])
  }

  @Test(
    arguments: [
      ("iss", .string("did:key:zDnaerDaTF5BXEavCrfRZEk316dpbLsfPDZ3WJ5hRTPFU2169")), ("jti", "urn:uuid:other"),
      ("sub", "urn:uuid:other"), ("nbf", .integer(1_795_428_001)), ("exp", .integer(1_795_428_001)), ("exp", nil),
    ] as [(String, JSONValue?)])
  func claimsThatDifferFromTheirMembersAreRefused(claim: String, value: JSONValue?) throws {
    #expect(try verify(signed(payload.replacing([claim], with: value), header: header())).ids == ["ClaimMismatch"])
  }

  @Test(
    arguments: [
      (["credentialSubject", "id"], nil, "MemberMissing"), (["sub"], nil, "MemberMissing"),
      (["nbf"], nil, "MemberMissing"),
      (["credentialSubject", "identifier"], nil, "MemberMissing"), (["issuer"], nil, "MemberMissing"),
      (["type"], ["VerifiableCredential"], "SchemaViolated"), (["@context"], [], "SchemaViolated"),
      (["validFrom"], "2026-11-23", "SchemaViolated"), (["validFrom"], "yesterday", "SchemaViolated"),
      (["nbf"], .number("1.5"), "SchemaViolated"), (["name"], "", "SchemaViolated"),
      (["id"], "no uri", "SchemaViolated"),
      (["validUntil"], nil, "ClaimMismatch"), (["proof"], [:], "MemberUnexpected"),
      (["credentialStatus"], ["id": "https://acme.example/1"], "MemberUnexpected"),
      (["evidence"], ["x"], "SchemaViolated"),
    ] as [([String], JSONValue?, String)])
  func whatIsNoSoundCredentialIsRefused(path: [String], value: JSONValue?, id: String) throws {
    #expect(try verify(signed(payload.replacing(path, with: value), header: header())).ids == [id])
  }
}
