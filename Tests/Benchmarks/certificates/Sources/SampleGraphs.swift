import RDFCanonicalization

/// Graphs of few nodes that are much alike, as N-Quads and as quads.
enum SampleGraphs {
  /// Up to nine statements about up to five nodes.
  static func graph(_ generator: inout SplitMix) -> (document: String, quads: [Quad]) {
    var lines: [String] = []
    var quads: [Quad] = []
    for _ in 0..<Int.random(in: 1...9, using: &generator) {
      let subject = "b\(Int.random(in: 0..<5, using: &generator))"
      let predicate = "urn:p\(Int.random(in: 0..<2, using: &generator))"
      let kind = Int.random(in: 0..<5, using: &generator)
      let node = "b\(Int.random(in: 0..<5, using: &generator))"
      let (object, written): (Term, String) =
        switch kind {
        case 0: (.string("x"), "\"x\"")
        case 1: (.iri("urn:o"), "<urn:o>")
        default: (.blank(node), "_:\(node)")
        }
      lines.append("_:\(subject) <\(predicate)> \(written) .\n")
      quads.append(Quad(.blank(subject), predicate, object))
    }
    return (lines.joined(), quads)
  }
}
