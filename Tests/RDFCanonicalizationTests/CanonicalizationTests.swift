import RDFCanonicalization
import Testing

/// A dataset has one spelling, whatever labels, order and repetitions it came with.
struct CanonicalizationTests {
  private func canonical(_ document: String) throws -> String {
    try String(decoding: canonicalize(quads(document)).nQuads, as: UTF8.self)
  }

  @Test func termsHaveOneSpelling() throws {
    let given = #"""
      <urn:s> <urn:p> "tab\t line\n return\r quote\" backslash\\ feed\f back\b bell\u0007 delete\u007F caf\u00E9 \U0001F303" .
      <urn:s> <urn:p> "x"^^<http://www.w3.org/2001/XMLSchema#string> .
      <urn:s> <urn:p> "x"@en-GB .
      <urn:s> <urn:p> "1"^^<urn:t> <urn:g> .
      """#
    let expected = #"""
      <urn:s> <urn:p> "1"^^<urn:t> <urn:g> .
      <urn:s> <urn:p> "tab\t line\n return\r quote\" backslash\\ feed\f back\b bell\u0007 delete\u007F café 🌃" .
      <urn:s> <urn:p> "x" .
      <urn:s> <urn:p> "x"@en-GB .

      """#
    #expect(try canonical(given) == expected)
  }

  /// Swift takes the two for equal; they are two statements.
  @Test func spellingsOfALetterAreNotMixedUp() throws {
    let both = try canonicalize([
      Quad(.iri("urn:s"), "urn:p", .string("\u{E9}")), Quad(.iri("urn:s"), "urn:p", .string("e\u{301}")),
    ])
    #expect(both.nQuads.split(separator: UInt8(ascii: "\n")).count == 2)
  }

  @Test func duplicatesCountOnce() throws {
    #expect(try canonical("<urn:s> <urn:p> _:b .\n<urn:s> <urn:p> _:b .") == "<urn:s> <urn:p> _:c14n0 .\n")
  }

  /// Hash n-degree quads: nodes that no first look tells apart, and one label each all the same.
  @Test(arguments: [
    ("a circle of three", ring(3), 3), ("a ring of twelve", ring(12), 12),
    ("two rings of four", ring(4, "a") + ring(4, "b"), 8),
    ("two rings of three against one of six", ring(3, "a") + ring(3, "b") + ring(6, "c"), 12),
    ("a complete graph of five", clique(5), 5), ("a cube", cube, 8),
    ("twins", "<urn:s> <urn:p> _:a .\n<urn:s> <urn:p> _:b .\n_:a <urn:q> \"x\" .\n_:b <urn:q> \"x\" .", 2),
    ("twins in two graphs", "_:a <urn:p> _:b _:g .\n_:b <urn:p> _:a _:h .", 4),
    ("a loop at each of two", "_:a <urn:p> _:a .\n_:b <urn:p> _:b .", 2),
    ("twenty rings of five", (0..<20).map { ring(5, "r\($0)x") }.joined(), 100),
    ("a star of alikes", (0..<40).map { "_:s <urn:p> _:n\($0) .\n" }.joined(), 41),
    ("a graph that names itself", "_:g <urn:p> _:g _:g .", 1),
    ("the same two, twice related", "_:a <urn:p> _:b .\n_:a <urn:p> _:b <urn:g> .\n_:b <urn:p> _:a .", 2),
  ])
  func nodesThatAreAlikeGetLabelsOfTheirOwn(name: String, document: String, nodes: Int) throws {
    let given = quads(document)
    let result = try canonicalize(given)
    #expect(Set(result.labels.map(\.canonical)).count == nodes, "\(name)")
    #expect(result.nQuads.split(separator: UInt8(ascii: "\n")).count == given.count, "\(name)")
    for seed in UInt64(0)..<12 {
      #expect(try canonicalize(disguised(given, seed)).nQuads == result.nQuads, "\(name), seed \(seed)")
    }
  }

  @Test func graphsThatDifferHaveDifferentForms() throws {
    let documents = [
      ring(6, "a"), ring(3, "a") + ring(3, "b"), clique(4) + ring(2), cube, ring(8), ring(4, "a") + ring(4, "b"),
    ]
    #expect(try Set(documents.map(canonical)).count == documents.count)
  }

  @Test func chanceMakesNoDifference() throws {
    for seed in UInt64(0)..<300 {
      var generator = SplitMix(state: seed)
      let given = randomQuads(&generator)
      let result = try canonicalize(given)
      #expect(try canonicalize(disguised(given, seed &+ 1000)).nQuads == result.nQuads, "seed \(seed)")
      let again = quads(String(decoding: result.nQuads, as: UTF8.self))
      #expect(try canonicalize(again).nQuads == result.nQuads, "seed \(seed)")
    }
  }

  /// What takes exponential time is given up after the same number of steps on every machine.
  @Test(arguments: [
    ("a complete graph of ten, with loops", clique(10, loops: true)), ("a complete graph of forty", clique(40)),
    ("a ring of two thousand", ring(2000)),
  ])
  func thePoisonGraphIsRefused(name: String, document: String) {
    #expect(throws: CanonicalizationProblem.tooComplex, "\(name)") { try canonicalize(quads(document)) }
  }

  @Test func otherHashesAreTaken() throws {
    let given = quads(cube)
    #expect(try canonicalize(given, hashing: .sha384).labels.count == 8)
    let short = try canonicalize(quads("_:a <urn:p> \"x\" ."), hashing: .sha384)
    #expect(String(decoding: short.nQuads, as: UTF8.self) == "_:c14n0 <urn:p> \"x\" .\n")
  }

  @Test func nothingIsNothing() throws {
    #expect(try canonicalize([]).nQuads.isEmpty)
  }
}

/// Nodes that each point to the next.
private func ring(_ count: Int, _ name: String = "r") -> String {
  (0..<count).map { "_:\(name)\($0) <urn:next> _:\(name)\(($0 + 1) % count) .\n" }.joined()
}

/// Nodes that each point to every other.
private func clique(_ count: Int, loops: Bool = false) -> String {
  (0..<count).flatMap { a in
    (0..<count).filter { loops || $0 != a }.map { "_:k\(a) <urn:p> _:k\($0) .\n" }
  }.joined()
}

/// Eight corners, each related to the three beside it.
private let cube = (0..<8).flatMap { a in [1, 2, 4].map { "_:q\(a) <urn:p> _:q\(a ^ $0) .\n" } }.joined()

/// The same statements with other labels in another order, one of them twice.
private func disguised(_ quads: [Quad], _ seed: UInt64) -> [Quad] {
  var generator = SplitMix(state: seed)
  func disguise(_ term: Term) -> Term {
    guard case .blank(let label) = term else { return term }
    return .blank("n\(seed % 7)" + String(label.reversed()))
  }
  let disguised = quads.map {
    Quad(disguise($0.subject), $0.predicate, disguise($0.object), graph: $0.graph.map(disguise))
  }
  return (disguised + disguised.prefix(1)).shuffled(using: &generator)
}

/// Up to nine statements about up to five nodes, so that many are alike.
private func randomQuads(_ generator: inout SplitMix) -> [Quad] {
  func node() -> Term { .blank("b\(Int.random(in: 0..<5, using: &generator))") }
  return (0..<Int.random(in: 1...9, using: &generator)).map { _ in
    let object = Int.random(in: 0..<5, using: &generator)
    return Quad(
      node(), "urn:p\(Int.random(in: 0..<2, using: &generator))",
      object == 0 ? .string("x") : object == 1 ? .iri("urn:o") : node(),
      graph: Int.random(in: 0..<6, using: &generator) == 0 ? node() : nil)
  }
}

/// A seeded generator: SplitMix64 (Steele, Lea, Flood 2014).
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
