import Bilingual
import Crypto
import FoundationEssentials
import RDFCanonicalization

/// A proof inside a JSON document, over what the document means: `eddsa-rdfc-2022`.
///
/// Source: W3C Recommendation "Data Integrity EdDSA Cryptosuites v1.0", section 3.2.
struct DataIntegrity {
  /// The name of the suite.
  static let suite = "eddsa-rdfc-2022"

  /// Why a document and its proof cannot be hashed.
  enum Problem: Error, Hashable {
    /// A member, in the document or in its proof, that the signature would not cover.
    case uncovered(String)
    /// Nodes too alike to be told apart.
    case tooComplex
  }

  /// The hashes of a document without its proof and of the proof without its value.
  let documentHash: [UInt8]
  /// The hash of the proof's options, which the signature covers too.
  let proofHash: [UInt8]

  /// What is signed: first the hash of the options, then that of the document (section 3.2.4).
  var signedBytes: [UInt8] { proofHash + documentHash }

  /// The hashes of a document and of its proof's options, both without `@context`, which they share.
  init(
    document: JSONValue, options: JSONValue, in vocabulary: Vocabulary = .credentials
  ) throws(Problem) {
    documentHash = try Self.hash(document, vocabulary, prefix: "")
    proofHash = try Self.hash(options, vocabulary, prefix: "proof.")
  }

  /// A document with a proof by a key at its end.
  ///
  /// - Throws: `Problem` where a member would not be covered.
  static func prove(
    _ document: JSONValue, at moment: Moment, with key: IssuerKey, named method: String
  ) throws -> JSONValue {
    let options: JSONValue = [
      "type": "DataIntegrityProof", "cryptosuite": .string(suite), "created": .string(moment.iso),
      "verificationMethod": .string(method), "proofPurpose": "assertionMethod",
    ]
    let hashes = try DataIntegrity(document: document, options: options)
    let value = "z" + Base58.encode(try key.signature(of: hashes.signedBytes))
    return document.adding("proof", options.adding("proofValue", .string(value)))
  }

  private static func hash(
    _ document: JSONValue, _ vocabulary: Vocabulary, prefix: String
  ) throws(Problem) -> [UInt8] {
    let quads: [Quad]
    do {
      quads = try LinkedDataReader.quads(of: document, in: vocabulary)
    } catch {
      throw .uncovered(prefix + error.path)
    }
    do {
      // A certificate has few nodes that are alike: as many as two people of one name.
      return Array(SHA256.hash(data: try canonicalize(quads, workLimit: 20_000).nQuads))
    } catch {
      throw .tooComplex
    }
  }
}

extension JSONValue {
  /// An object with one member more, at its end.
  func adding(_ name: String, _ value: JSONValue) -> JSONValue {
    guard case .object(let members) = self else { return self }
    return .object(members + [Member(name: name, value: value)])
  }

  /// An object without a member.
  func without(_ name: String) -> JSONValue {
    guard case .object(let members) = self else { return self }
    return .object(members.filter { !$0.name.utf8.elementsEqual(name.utf8) })
  }
}
