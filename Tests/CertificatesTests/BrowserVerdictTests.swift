import Bilingual
import Foundation
import Testing

@testable import Certificates

/// The script of the site's page judges as this target does: the same verdict, problems and facts, on every document that
/// other tests tamper with.
struct BrowserVerdictTests {
  /// A document and what is handed over with it.
  private struct Case: Encodable {
    let document: Data
    var trust: [String] = trusting().issuers.sorted()
    var documents: [Data] = []
    var lists: [Data] = []
    var now = inForce.milliseconds

    init(_ document: some Sequence<UInt8>) {
      self.document = Data(document)
    }

    /// What this target says.
    var verification: Verification {
      let trust = TrustList(self.trust.compactMap(DID.init))
      let keys = VerifierKnowledge(trust: trust, documents: documents.compactMap { DIDDocument(Array($0)) })
      let lists = lists.compactMap { try? StatusList(verifying: Array($0), knowing: keys) }
      return verifyCertificate(
        Array(document), knowing: VerifierKnowledge(trust: trust, documents: keys.documents, statusLists: lists),
        now: Moment(milliseconds: now))
    }
  }

  /// What the script says.
  private struct Result: Decodable {
    struct Problem: Decodable {
      let id: String
      let about: [About]
    }

    /// What a problem speaks of: a text, or a moment.
    enum About: Decodable {
      case text(String)
      case moment(Int64)

      init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let number = try? container.decode(Int64.self) {
          self = .moment(number)
        } else {
          self = .text(try container.decode(String.self))
        }
      }

      func words(in language: Language) -> String {
        switch self {
        case .text(let text): text
        case .moment(let number): Moment(milliseconds: number).day.words[language]
        }
      }
    }

    struct Facts: Decodable {
      let id: String
      let issuer: String
      let key: String
      let issuerName: String
      let subject: String
      let names: [String]
      let title: String
      let validFrom: Int64
      let validUntil: Int64?
    }

    let verdict: String
    let trusted: Bool
    let status: String
    let problems: [Problem]
    let certificate: Facts?
  }

  private struct Answer: Decodable {
    let results: [Result]
    let console: [String]
  }

  private func judged(_ cases: [Case]) throws -> [Result] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "passerelle-judging-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(at: folder) }
    try JSONEncoder().encode(cases).write(to: folder.appending(path: "cases.json"))
    let here = URL(filePath: #filePath).deletingLastPathComponent()
    let script = here.appending(path: "../../Sources/LibraryPages/Templates/certificate.js").standardized.path
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/python3")
    process.arguments = [here.appending(path: "judge-in-browser.py").path, script, folder.path]
    let output = folder.appending(path: "answer.json")
    try Data().write(to: output)
    process.standardOutput = try FileHandle(forWritingTo: output)
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    let answer = try JSONDecoder().decode(Answer.self, from: Data(contentsOf: output))
    #expect(answer.console == [])
    return answer.results
  }

  private func expectSameVerdicts(_ cases: [Case], sourceLocation: SourceLocation = #_sourceLocation) throws {
    let results = try judged(cases)
    try #require(results.count == cases.count)
    for (one, result) in zip(cases, results) {
      let expected = one.verification
      let shown = Comment(rawValue: String(decoding: one.document.prefix(6000), as: UTF8.self))
      #expect(result.verdict == expected.verdict.rawValue, shown, sourceLocation: sourceLocation)
      let ids = result.problems.map { String($0.id.prefix { $0 != ":" }) }
      #expect(ids == expected.ids, shown, sourceLocation: sourceLocation)
      #expect(result.trusted == expected.trusted && result.status == expected.status.rawValue, shown)
      expectSameFacts(result.certificate, expected.certificate)
      for (problem, own) in zip(result.problems, expected.problems) { expectSameSentence(problem, own) }
    }
  }

  private func expectSameFacts(_ facts: Result.Facts?, _ certificate: VerifiedCertificate?) {
    #expect((facts == nil) == (certificate == nil))
    guard let facts, let certificate else { return }
    #expect(facts.id == certificate.id && facts.issuer == certificate.issuer.text && facts.key == certificate.key.text)
    #expect(facts.names == certificate.names && facts.title == certificate.title)
    #expect(facts.issuerName == certificate.issuerName && facts.subject == certificate.subject)
    #expect(facts.validFrom == certificate.validFrom.milliseconds)
    #expect(facts.validUntil == certificate.validUntil?.milliseconds)
  }

  /// The page's sentences are this target's, but for what to do about a missing document, which differs there.
  private func expectSameSentence(_ problem: Result.Problem, _ own: VerificationProblem) {
    guard problem.id != "IssuerDocumentMissing" else { return }
    let phrase = VerificationPhrase.all.first { $0.key == problem.id }
    #expect(phrase != nil, "\(problem.id)")
    for language in Language.allCases {
      let about = problem.about.map { $0.words(in: language) }
      // What is long or would steer a screen is cut and replaced alike, but not here.
      guard about.allSatisfy({ $0.count <= 80 && $0.unicodeScalars.allSatisfy { $0.value >= 0x20 } }) else { continue }
      let sentence = about.enumerated().reduce(phrase?.wording[language] ?? "") { sentence, gap in
        sentence.replacing("{\(gap.offset)}", with: gap.element)
      }
      #expect(sentence == own.wording[language])
    }
  }

  @Test func everyChangeOfAJWTIsJudgedAlike() throws {
    let signed = try SignedCredential(signing: statement(), by: issuer())
    let parts = signed.jwt.split(separator: ".")
    let payload = try CompactJWT(Array(signed.jwt.utf8)).payload
    var cases = [Case(signed.jwt.utf8), Case(Array((signed.jwt + "\r\n").utf8)), Case(signed.shortJWT.utf8)]
    cases += payload.variants.map { Case("\(parts[0]).\(Base64URL.encode($0.bytes)).\(parts[2])".utf8) }
    // Signed anew by the issuer itself.
    let header = Base64URL.encode(try CompactJWT(Array(signed.jwt.utf8)).header.bytes)
    let unsound =
      payload.additions + payload.variants.enumerated().filter { $0.offset % 3 == 0 }.map(\.element)
      + [("iss", "urn:x"), ("nbf", nil), ("exp", nil)].map { (name: String, value: String?) in
        payload.replacing([name], with: value.map(JSONValue.string))
      }
    for variant in unsound {
      let text = header + "." + Base64URL.encode(variant.bytes)
      cases.append(Case(try (text + "." + Base64URL.encode(key().signature(of: Array(text.utf8)))).utf8))
    }
    var generator = SeededGenerator(state: 11)
    cases += (0..<300).map { _ in Case(mutation(of: Array(signed.jwt.utf8), &generator)) }
    try expectSameVerdicts(cases)
  }

  @Test func everyChangeOfAJSONDocumentIsJudgedAlike() throws {
    let status = StatusListEntry(list: "https://acme.example/list", index: 7)
    let bytes = Array(try SignedCredential(signing: statement(status: status), by: issuer()).json.utf8)
    let document = try JSONReader.read(bytes)
    var cases = [Case(bytes), Case(Array(" \n".utf8) + bytes + [0x0A])]
    cases += document.variants.map { Case($0.bytes) }
    let twins = try SignedCredential(
      signing: statement(names: ["Awa Diallo", "Awa Diallo"], role: .pair), by: issuer())
    cases.append(Case(twins.json.utf8))
    let other: JSONValue = ["VerifiableCredential", "AchievementCredential"]
    cases.append(Case(document.replacing(["type"], with: other).bytes))
    if case .object(let members) = document { cases.append(Case(JSONValue.object(members.reversed()).bytes)) }
    // Signed anew by the issuer itself.
    let own = issuer().keys.ed25519
    for (place, variant) in document.without("proof").variants.enumerated() where place % 4 == 0 {
      let proved = try? DataIntegrity.prove(
        variant, at: moment("2026-11-23T10:00:00Z"), with: own, named: own.did.verificationMethod)
      if let proved { cases.append(Case(proved.bytes)) }
    }
    var generator = SeededGenerator(state: 12)
    cases += (0..<300).map { _ in Case(mutation(of: bytes, &generator)) }
    let alike: JSONValue = ["type": ["Evidence"]]
    cases.append(Case(document.replacing(["evidence"], with: .array(Array(repeating: alike, count: 300))).bytes))
    cases.append(Case([UInt8](repeating: 0x20, count: 300_000)))
    try expectSameVerdicts(cases)
  }

  @Test func timeTrustAndStatusAreJudgedAlike() throws {
    let address = "https://acme.example/list"
    let (home, away) = (issuer(), issuer(3, under: DID("did:web:acme.example")))
    var cases: [Case] = []
    for signer in [home, away] {
      let entry = StatusListEntry(list: address, index: 70_003)
      let signed = try SignedCredential(signing: statement(status: entry), by: signer)
      for document in [signed.json, signed.jwt] {
        for (index, revoked) in [[], [70_003]].enumerated() {
          for now in [
            "2026-11-01T00:00:00Z", "2027-01-01T00:00:00Z", "2029-11-23T10:00:00.001Z", "2031-01-01T00:00:00Z",
          ] {
            var one = Case(document.utf8)
            one.now = moment(now).milliseconds
            one.lists = [
              Data(
                try StatusList.document(
                  address, revoked: revoked, writtenAt: moment("2026-12-01T00:00:00Z"), by: signer))
            ]
            if signer.did(of: signer.keys.ed25519).key == nil {
              one.documents = [
                Data(DIDDocument(of: try #require(DID("did:web:acme.example")), keys: signer.keys.dids).bytes)
              ]
              one.trust = index == 0 ? ["did:web:acme.example"] : []
            }
            cases.append(one)
          }
        }
        var bare = Case(document.utf8)
        bare.trust = []
        cases.append(bare)
      }
    }
    try expectSameVerdicts(cases)
  }

  /// Keys of every kind in which JWTs are signed, and names that are no keys.
  @Test func issuersAreReadAlike() throws {
    let signed = try SignedCredential(signing: statement(), by: issuer()).jwt
    let payload = try CompactJWT(Array(signed.utf8)).payload
    let names = [
      "did:web:acme.example", "did:web:acme.example%3A8443:a:b", "did:web:acme.example:", "https://acme.example",
      "did:example:acme", "did:key:z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp", "did:key:zDn", "did:key:z",
      "did:key:zDnaerDaTF5BXEavCrfRZEk316dpbLsfPDZ3WJ5hRTPFU2169",
      "did:key:zDnaerDaTF5BXEavCrfRZEk316dpbLsfPDZ3WJ5hRTPFU216a",
    ]
    let header = Base64URL.encode(JSONValue(dictionaryLiteral: ("alg", "ES256"), ("jwk", key().publicKey.jwk)).bytes)
    try expectSameVerdicts(
      names.map { name in
        let forged = payload.replacing(["issuer", "id"], with: .string(name)).replacing(["iss"], with: .string(name))
        let text = header + "." + Base64URL.encode(forged.bytes)
        return Case((text + "." + Base64URL.encode([UInt8](repeating: 1, count: 64))).utf8)
      })
  }
}
