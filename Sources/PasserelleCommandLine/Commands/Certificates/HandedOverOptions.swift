import ArgumentParser
import Bilingual
import Certificates
import FoundationEssentials
import Validators

/// What a verifier hands over besides the certificate, in place of a network.
struct HandedOverOptions: ParsableArguments {
  @Option(
    help: help(
      en: "An issuer to trust (did:…), a file of them, or an issuer’s document; may be repeated.",
      fr: "Un émetteur de confiance (did:…), un fichier qui en liste, ou le document d’un émetteur\u{202F}; "
        + "peut être répété.",
      value: .issuer))
  var trust: [String] = []

  @Option(
    help: help(
      en: "The document with the keys of a did:web issuer; may be repeated.",
      fr: "Le document qui donne les clés d’un émetteur did:web\u{202F}; peut être répété.", value: .file))
  var didDocument: [String] = []

  @Option(
    help: help(
      en: "The list of what an issuer revoked; may be repeated.",
      fr: "La liste de ce qu’un émetteur a révoqué\u{202F}; peut être répété.", value: .file))
  var statusList: [String] = []

  /// All of it, read.
  func knowledge() throws -> VerifierKnowledge {
    var lists: [TrustList] = []
    var documents = try didDocument.map(Self.document)
    for name in trust {
      if !name.hasPrefix("did:"), let document = DIDDocument(try Self.bytes(name)) {
        documents.append(document)
        lists.append(TrustList([document.did]))
      } else {
        lists.append(try Self.trustList(name))
      }
    }
    let known = VerifierKnowledge(trust: TrustList(uniting: lists), documents: documents)
    return VerifierKnowledge(
      trust: known.trust, documents: documents, statusLists: try statusList.map { try Self.statusList($0, known) })
  }

  private static func document(_ path: String) throws -> DIDDocument {
    if let document = DIDDocument(try bytes(path)) { return document }
    throw CommandFailure(
      .usage,
      Wording(
        en: "\(path) is no document of an issuer with keys that sign certificates",
        fr: "\(path) n’est pas le document d’un émetteur avec des clés qui signent des attestations"))
  }

  private static func statusList(_ path: String, _ knowledge: VerifierKnowledge) throws -> StatusList {
    let bytes = try bytes(path)
    do throws(VerificationProblem) {
      return try StatusList(verifying: bytes, knowing: knowledge)
    } catch {
      throw CommandFailure(
        .notSound,
        Wording(
          en: "\(path) is no status list to rely on", fr: "\(path) n’est pas une liste d’état fiable"),
        remedies: [error.wording])
    }
  }

  private static func trustList(_ name: String) throws -> TrustList {
    let text = name.hasPrefix("did:") ? name : String(decoding: try bytes(name), as: UTF8.self)
    do {
      return try TrustList(parsing: text)
    } catch {
      throw CommandFailure(
        .usage, Wording(en: "\(name) names no issuer to trust", fr: "\(name) ne nomme aucun émetteur de confiance"),
        remedies: error.messages)
    }
  }

  private static func bytes(_ path: String) throws -> [UInt8] {
    try readDocumentFile(at: path, shownAs: path).bytes
  }
}
