import Bilingual
import Testing

@testable import Certificates

/// No JSON certificate is taken in which anything is not as it was signed.
struct JSONTamperingTests {
  private let bytes: [UInt8]
  private let document: JSONValue

  init() throws {
    let status = StatusListEntry(list: "https://acme.example/list", index: 7)
    bytes = Array(try SignedCredential(signing: statement(status: status), by: issuer()).json.utf8)
    document = try JSONReader.read(bytes)
  }

  private func verify(_ document: JSONValue) -> Verification { verify(document.bytes) }

  private func verify(_ bytes: [UInt8]) -> Verification {
    verifyCertificate(bytes, trusting: trusting(), now: inForce)
  }

  @Test func asSignedItIsValid() {
    #expect(verify(bytes).verdict == .valid)
    #expect(verify(bytes).certificate?.issuer == issuer().keys.ed25519.did.did)
    #expect(verify(bytes).status == .unknown)
    #expect(verify(Array(" \n".utf8) + bytes + [0x0A]).verdict == .valid)
  }

  @Test func everyChangeDropAndAdditionOfAMemberIsRefused() {
    let variants = document.variants
    #expect(variants.count > 250)
    for variant in variants {
      let verification = verify(variant)
      #expect(verification.verdict == .refused, "\(String(decoding: variant.bytes, as: UTF8.self))")
      #expect(verification.certificate == nil)
    }
  }

  @Test func everyAdditionIsSaidToBeUncovered() {
    for variant in document.additions {
      #expect(["MemberNotCovered", "SchemaViolated", "NotACertificate"].contains(verify(variant).ids.first))
    }
    let path = ["credentialSubject", "achievement", "added"]
    #expect(verify(document.replacing(path, with: "x")).ids == ["MemberNotCovered"])
    #expect(verify(document.replacing(["proof", "added"], with: "x")).ids == ["MemberNotCovered"])
    #expect(verify(document.replacing(["proof", "expires"], with: "2030-01-01T00:00:00Z")).ids == ["MemberNotCovered"])
  }

  @Test func theOrderOfMembersAndWhiteSpaceAreNotTheMeaning() throws {
    guard case .object(let members) = document else { return }
    #expect(verify(.object(members.reversed())).verdict == .valid)
    let spaced = String(decoding: bytes, as: UTF8.self).replacing("\",\"", with: "\" ,\n\t\"")
    #expect(verify(Array(spaced.utf8)).verdict == .valid)
  }

  /// The vocabulary's other name for a certificate: the same RDF, so the same signature.
  @Test func theOtherNameOfTheTypeMeansTheSame() {
    let other: JSONValue = ["VerifiableCredential", "AchievementCredential"]
    #expect(verify(document.replacing(["type"], with: other)).verdict == .valid)
    for types: JSONValue in [["VerifiableCredential"], ["AchievementCredential", "VerifiableCredential"], "x"] {
      #expect(verify(document.replacing(["type"], with: types)).verdict == .refused)
    }
  }

  /// No mutation that changes the document's meaning is taken.
  ///
  /// One may leave it as it is, a space between two members: then it is the same certificate.
  @Test(arguments: 0..<5)
  func noMutationIsAccepted(seed: UInt64) throws {
    var generator = SeededGenerator(state: seed)
    for _ in 0..<600 {
      let mutated = mutation(of: bytes, &generator)
      let verification = verify(mutated)
      if verification.verdict == .valid {
        #expect(try JSONReader.read(mutated) == document, "\(String(decoding: mutated, as: UTF8.self))")
      } else {
        #expect(verification.verdict == .refused && verification.problems.count == 1)
      }
    }
  }

  @Test func proofsOfOtherKindsAreRefused() throws {
    func with(_ name: String, _ value: JSONValue?) -> [String] {
      verify(document.replacing(["proof", name], with: value)).ids
    }
    #expect(with("cryptosuite", "eddsa-jcs-2022") == ["UnsupportedAlgorithm"])
    #expect(with("proofPurpose", "authentication") == ["MemberNotCovered"])
    #expect(with("proofValue", nil) == ["MemberMissing"])
    #expect(with("proofValue", "zzzz") == ["NonCanonicalProofValue"])
    #expect(with("proofValue", "uAAAA") == ["NonCanonicalProofValue"])
    #expect(with("verificationMethod", .string(issuer(2).keys.ed25519.did.verificationMethod)) == ["IssuerKeyMismatch"])
    #expect(with("created", "2026-11-23T10:00:01Z") == ["SignatureInvalid"])
    let proof = try #require(document["proof"])
    #expect(verify(document.replacing(["proof"], with: .array([proof]))).ids == ["SchemaViolated"])
    #expect(verify(document.replacing(["proof"], with: nil)).ids == ["MemberMissing"])
  }

  @Test func contextsThatMeanSomethingElseAreRefused() {
    let other: JSONValue = .array(AchievementCredential.contexts + [["name": "https://evil.example/#name"]])
    #expect(verify(document.replacing(["@context"], with: other)).ids == ["SchemaViolated"])
    #expect(verify(document.replacing(["@context"], with: nil)).ids == ["NotACertificate"])
  }

  @Test func aThiefsKeyIsNotTheIssuers() throws {
    let thief = issuer(2).keys.ed25519
    let stolen = try DataIntegrity.prove(
      document.without("proof"), at: moment("2026-11-23T10:00:00Z"), with: thief, named: thief.did.verificationMethod)
    #expect(verify(stolen).ids == ["IssuerKeyMismatch"])
    let claimed = try DataIntegrity.prove(
      document.without("proof"), at: moment("2026-11-23T10:00:00Z"), with: thief,
      named: issuer().keys.ed25519.did.verificationMethod)
    #expect(verify(claimed).ids == ["SignatureInvalid"])
  }

  /// Signed by the issuer, and no certificate of ours: a member too few, a value of another kind.
  @Test(
    arguments: [
      (["credentialSubject", "achievement", "name"], nil, "MemberMissing"), (["validFrom"], nil, "MemberMissing"),
      (["validUntil"], "2029-11-23", "SchemaViolated"), (["id"], nil, "MemberMissing"),
      (["credentialSubject", "identifier"], nil, "MemberMissing"),
      (["credentialStatus", "statusListIndex"], "07", "SchemaViolated"),
      (["credentialStatus", "statusPurpose"], "suspension", "SchemaViolated"),
    ] as [([String], JSONValue?, String)])
  func whatIsNoSoundCredentialIsRefused(path: [String], value: JSONValue?, id: String) throws {
    let key = issuer().keys.ed25519
    let unsound = try DataIntegrity.prove(
      document.without("proof").replacing(path, with: value), at: moment("2026-11-23T10:00:00Z"), with: key,
      named: key.did.verificationMethod)
    #expect(verify(unsound).ids == [id])
  }

  @Test func namesAlikeAreTwoPeople() throws {
    let twins = try SignedCredential(
      signing: statement(names: ["Awa Diallo", "Awa Diallo"], role: .pair), by: issuer())
    #expect(verify(Array(twins.json.utf8)).certificate?.names.count == 2)
    let one = Array(twins.json.utf8)
    let json = try JSONReader.read(one)
    let names = try #require(json["credentialSubject"]?["identifier"]?.items)
    let fewer = json.replacing(["credentialSubject", "identifier"], with: .array([names[0]]))
    #expect(verify(fewer).ids == ["SignatureInvalid"])
  }

  @Test func aPoisonedDocumentIsRefusedInTime() throws {
    let alike: JSONValue = ["type": ["Evidence"]]
    let knot = JSONValue.array(Array(repeating: alike, count: 3000))
    #expect(verify(document.replacing(["evidence"], with: knot)).verdict == .refused)
    #expect(verify([UInt8](repeating: 0x20, count: 300_000)).ids == ["TooLarge"])
  }
}

/// The bytes with one changed, left out or put in between.
func mutation(of original: [UInt8], _ generator: inout SeededGenerator) -> [UInt8] {
  while true {
    var bytes = original
    let index = Int.random(in: bytes.indices, using: &generator)
    switch Int.random(in: 0..<4, using: &generator) {
    case 0: bytes[index] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
    case 1: bytes[index] = UInt8.random(in: .min ... .max, using: &generator)
    case 2: bytes.remove(at: index)
    default: bytes.insert(UInt8.random(in: .min ... .max, using: &generator), at: index)
    }
    if bytes != original { return bytes }
  }
}
