import Bilingual
import FoundationEssentials
import Testing

@testable import Certificates

/// The published examples of `eddsa-rdfc-2022` come out as published: both hashes, and the signature.
struct DataIntegrityTests {
  private func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  /// W3C Recommendation "Data Integrity EdDSA Cryptosuites v1.0", appendix B.1, "Representation: eddsa-rdfc-2022".
  @Test func theW3CExampleComesOut() throws {
    let document: JSONValue = [
      "@context": ["https://www.w3.org/ns/credentials/v2", "https://www.w3.org/ns/credentials/examples/v2"],
      "id": "urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33",
      "type": ["VerifiableCredential", "AlumniCredential"],
      "name": "Alumni Credential",
      "description": "A minimum viable example of an Alumni Credential.",
      "issuer": "https://vc.example/issuers/5678",
      "validFrom": "2023-01-01T00:00:00Z",
      "credentialSubject": ["id": "did:example:abcdefgh", "alumniOf": "The School of Examples"],
    ]
    let method =
      "did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2#z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2"
    let hashes = try DataIntegrity(
      document: document, options: options(method, "2023-02-24T23:36:38Z"), in: .credentials.adding(.examples))
    #expect(
      hexadecimal(hashes.documentHash) == "517744132ae165a5349155bef0bb0cf2258fff99dfe1dbd914b938d775a36017")
    #expect(hexadecimal(hashes.proofHash) == "bea7b7acfbad0126b135104024a5f1733e705108f42d59668b05c0c50004c6b0")
    // The multibase form of the private key is its 32 bytes after two of a prefix.
    let secret = try #require(Base58.decode("3u2en7t5LR2WtQH5PfFqMqwVHBeXouLzo6haApm8XHqvjxq"))
    let key = try #require(IssuerKey(ed25519: Array(secret.dropFirst(2))))
    #expect(key.did.verificationMethod == method)
    let signature = try key.signature(of: hashes.signedBytes)
    #expect(
      "z" + Base58.encode(signature)
        == "z2YwC8z3ap7yx1nZYCg4L3j3ApHsF8kgPdSb5xoS1VR7vPG3F561B52hYnQF9iseabecm3ijx4K1FBTQsCZahKZme")
    #expect(key.publicKey.isSignature(signature, of: hashes.signedBytes))
  }

  /// Open Badges 3.0 Implementation Guide, "Linked Data Proof Test Vector for Open Badges 3.0".
  @Test func theOpenBadgesExampleComesOut() throws {
    let document: JSONValue = [
      "@context": .array(AchievementCredential.contexts),
      "id": "http://example.com/credentials/3527",
      "type": ["VerifiableCredential", "OpenBadgeCredential"],
      "issuer": [
        "id": "https://example.edu/issuers/565049", "type": ["Profile"], "url": "https://www.imsglobal.org",
        "name": "Example Corp",
      ],
      "validFrom": "2010-01-01T00:00:00Z",
      "name": "Teamwork Badge",
      "credentialSubject": [
        "id": "did:example:ebfeb1f712ebc6f1c276e12ec21",
        "type": ["AchievementSubject"],
        "achievement": [
          "id": "https://example.com/achievements/21st-century-skills/teamwork",
          "type": ["Achievement"],
          "criteria": [
            "narrative": .string(
              "Team members are nominated for this badge by their peers and recognized upon review by Example Corp "
                + "management.")
          ],
          "description": .string(
            "This badge recognizes the development of the capacity to collaborate within a group environment."),
          "name": "Teamwork",
        ],
      ],
    ]
    let hashes = try DataIntegrity(
      document: document,
      options: options(
        "https://example.edu/issuers/565049#z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi",
        "2010-01-01T19:23:24Z"))
    #expect(
      hexadecimal(hashes.documentHash) == "87f65a76d40146205e3b3e06cb0fbd153f97f9ce70372390f52566bb7f9e0773")
    #expect(hexadecimal(hashes.proofHash) == "d34009cea0dbc1ca941e09dc01c8c9d3e3ce3c5b853f67ee44698dcea10f5d19")
    let secret: [UInt8] = [
      0x62, 0x41, 0xA4, 0x09, 0xE6, 0x70, 0x7B, 0xB6, 0x40, 0xA0, 0x14, 0x0A, 0x8A, 0x32, 0xBC, 0x3D, 0x19, 0x3C,
      0x33, 0xA6, 0x61, 0x74, 0x72, 0x84, 0xD6, 0xAD, 0xFA, 0x4E, 0xD4, 0x18, 0x0B, 0xE4,
    ]
    let key = try #require(IssuerKey(ed25519: secret))
    let signature = try key.signature(of: hashes.signedBytes)
    #expect(
      hexadecimal(signature)
        == "f7a017acf7d27983267ec362657c0fb08e955549f49dac5bf36a03c4f2c3a4f1"
        + "e3738a6c5ecd7ffba7135cb9cd754e6196f4b73082ea8df8e703c8ecd4333503")
    #expect(
      "z" + Base58.encode(signature)
        == "z5x9aCBYovW3CQCbKdNyhEm7ffYSw1YpEdPywQJoNbzDD2gkzQDKJ1sYKJaWvqZtkMtSbz35HcbgXVEDYHxCzgkCr")
  }

  /// What JSON-LD would drop without a word.
  @Test(
    arguments: [
      (["credentialSubject", "added"], .string("x")), (["credentialSubject", "achievement", "@type"], .string("x")),
      (["name"], .null), (["credentialSubject", "result"], []), (["awardedDate"], [:]),
      (["credentialSubject", "id"], .string("relative")), (["issuer", "type"], ["Unknown"]),
      (["credentialSubject", "targetName"], .string("a term of another type")), (["name"], .integer(1)),
    ] as [([String], JSONValue)])
  func whatASignatureWouldNotCoverIsNotSigned(path: [String], value: JSONValue) throws {
    let document = AchievementCredential(statement(), by: issuer().keys.ed25519.did.did).json
    #expect(throws: DataIntegrity.Problem.uncovered(path.joined(separator: "."))) {
      try DataIntegrity(document: document.replacing(path, with: value), options: options("urn:k", "2026-01-01"))
    }
  }

  private func options(_ method: String, _ created: String) -> JSONValue {
    [
      "type": "DataIntegrityProof", "cryptosuite": "eddsa-rdfc-2022", "created": .string(created),
      "verificationMethod": .string(method), "proofPurpose": "assertionMethod",
    ]
  }
}

extension Vocabulary {
  /// What the W3C's example uses of `https://www.w3.org/ns/credentials/examples/v2`.
  fileprivate static let examples = Vocabulary(
    terms: ["alumniOf": Term(iri: "https://www.w3.org/ns/credentials/examples#alumniOf", meaning: .plain)],
    kinds: ["AlumniCredential": Kind(iri: "https://www.w3.org/ns/credentials/examples#AlumniCredential", terms: [:])])
}
