import Foundation
import RDFCanonicalization
import Testing

/// The W3C's own suite, where `RDFC_SUITE` names the folder `tests/rdfc10` of a copy of `w3c/rdf-canon`.
struct PublishedSuite {
  private static let folder = ProcessInfo.processInfo.environment["RDFC_SUITE"]

  @Test(.enabled(if: folder != nil)) func everyCaseComesOut() throws {
    let folder = try #require(Self.folder)
    let inputs = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix("-in.nq") }
    #expect(inputs.count > 60)
    for input in inputs.sorted() {
      let name = input.replacing("-in.nq", with: "")
      let given = try quads(String(contentsOfFile: "\(folder)/\(input)", encoding: .utf8))
      let hash: DatasetHash = name == "test075" ? .sha384 : .sha256
      guard let expected = try? String(contentsOfFile: "\(folder)/\(name)-rdfc10.nq", encoding: .utf8) else {
        if name == "test074" { #expect(throws: CanonicalizationProblem.tooComplex) { try canonicalize(given) } }
        continue
      }
      let result = try canonicalize(given, hashing: hash)
      #expect(String(decoding: result.nQuads, as: UTF8.self) == expected, "\(name)")
      guard let map = FileManager.default.contents(atPath: "\(folder)/\(name)-rdfc10map.json") else { continue }
      let labels = try JSONDecoder().decode([String: String].self, from: map)
      #expect(Dictionary(uniqueKeysWithValues: result.labels.map { ($0.given, $0.canonical) }) == labels, "\(name)")
    }
  }
}
