import Diagnostics
import FoundationEssentials
import Markup
import RelaxNG
import Testing

/// The findings on documents with one generated fault each, over the shipped vocabulary.
struct SingleFaultTests {
  /// The root of the package.
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The shipped grammar for both engines.
  static func vocabulary() throws -> (grammar: Grammar, schema: SchemaPatterns) {
    let bytes = [UInt8](try Data(contentsOf: folder.appending(path: "Validators/Schemas/passerelle.rng")))
    let root = try #require(read(bytes, as: SourceID(index: 0), grammar: nil).tree?.root)
    return (try Grammar(relaxNG: bytes), try SchemaPatterns(root))
  }

  /// The documents under `Curricula` that the grammar accepts, in the order of their paths.
  static func shipped(_ grammar: Grammar) -> [String] {
    let root = folder.appending(path: "Curricula")
    let paths = (try? FileManager.default.subpathsOfDirectory(atPath: root.path)) ?? []
    return paths.filter { $0.hasSuffix(".xml") }.sorted().compactMap { path in
      guard let data = try? Data(contentsOf: root.appending(path: path)) else { return nil }
      let reading = read([UInt8](data), as: SourceID(index: 0), grammar: grammar)
      return reading.verdict == .accepted ? String(decoding: data, as: UTF8.self) : nil
    }
  }

  @Test func validDocumentsHaveNoFinding() throws {
    let (grammar, schema) = try Self.vocabulary()
    for document in SampleDocuments.all + Self.shipped(grammar) {
      let reading = read(Array(document.utf8), as: SourceID(index: 0), grammar: grammar)
      let root = try #require(reading.tree?.root)
      #expect(reading.verdict == .accepted, "\(document)")
      #expect(schema.accepts(root))
      #expect(explain(root, by: schema, source: Source(path: "x", utf8: Array(document.utf8))).isEmpty)
    }
  }

  @Test func singleFaultsAreNamedAndMended() throws {
    let (grammar, schema) = try Self.vocabulary()
    let rounds = Int(ProcessInfo.processInfo.environment["FAULT_ROUNDS"] ?? "") ?? 8
    var total = SingleFaultScore()
    var table = ["kind | documents | line | span | thing | remedy first | one message | fix validates"]
    for kind in GeneratedFault.Kind.allCases {
      var score = SingleFaultScore()
      for (index, document) in (SampleDocuments.all + Self.shipped(grammar).prefix(12)).enumerated() {
        guard var generator = FaultGenerator(document, seed: UInt64(index)) else { continue }
        var found = 0
        for _ in 0..<(rounds * 8) where found < rounds {
          guard let fault = generator.fault(kind) else { continue }
          let bytes = Array(fault.text.utf8)
          let reading = read(bytes, as: SourceID(index: 0), grammar: grammar)
          guard let root = reading.tree?.root, let verdict = reading.verdict else { continue }
          #expect(schema.accepts(root) == (verdict == .accepted), "\(fault.kind) \(fault.things)")
          if verdict == .accepted { continue }
          found += 1
          let findings = explain(root, by: schema, source: Source(path: "x", utf8: bytes))
          #expect(!findings.isEmpty)
          let one = SingleFaultScore(of: fault, findings: findings, original: document, grammar: grammar)
          score.add(one)
        }
      }
      table.append("\(kind.rawValue) | \(score.row)")
      total.add(score)
    }
    table.append("all | \(total.row)")
    print(table.joined(separator: "\n"))
    #expect(total.documents > 500)
    #expect(total.share(total.rightLine) == 100)
    #expect(total.share(total.exactSpan) >= 99)
    #expect(total.share(total.rightThing) == 100)
    #expect(total.share(total.remedyFirst) >= 95)
    #expect(total.share(total.oneMessage) >= 98)
    #expect(total.share(total.fixValidates) >= 95)
    print("certain: \(total.certain), valid: \(total.certainValidates), meant: \(total.certainIsMeant)")
    #expect(total.certain > 300)
    #expect(total.certainValidates == total.certain)
    #expect(Double(total.certainIsMeant) >= 0.99 * Double(total.certain))
  }
}
