package import Diagnostics

/// What reading one document yields.
package struct MarkupReading: Sendable {
  /// The tree; nil where the document is not well-formed.
  package let tree: MarkupTree?
  /// What keeps it from being well-formed.
  package let fault: MarkupFault?
  /// What the grammar says; nil where there is no tree or no grammar was given.
  package let verdict: GrammarVerdict?

  init(tree: MarkupTree, verdict: GrammarVerdict?) {
    self.tree = tree
    fault = nil
    self.verdict = verdict
  }

  init(fault: MarkupFault) {
    tree = nil
    self.fault = fault
    verdict = nil
  }
}

/// Parses a document and asks the grammar; opens nothing, follows nothing, expands nothing.
///
/// O(n) for n bytes, within `MarkupLimits`. Whoever reads many documents makes one `MarkupReader` for them.
package func read(_ utf8: [UInt8], as source: SourceID, grammar: Grammar?) -> MarkupReading {
  var reader = MarkupReader(grammar: grammar)
  return reader.read(utf8, as: source)
}

/// What can be said of a document before it is parsed.
func faultBeforeParsing(_ utf8: [UInt8]) -> MarkupFault? {
  if utf8.count > MarkupLimits.bytes {
    return MarkupFault(.tooLarge(bytes: utf8.count, limit: MarkupLimits.bytes), at: 0..<0)
  }
  guard let first = utf8.firstIndex(where: { $0 != 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }) else {
    return MarkupFault(.empty, at: 0..<0)
  }
  if utf8[first] != UInt8(ascii: "<") {
    return MarkupFault(.notXML, at: first..<(first + 1))
  }
  // Below this size libxml2's time per tag is bounded by a few milliseconds whatever stands in it.
  if utf8.count > 1 << 16, let tag = tagWithTooManyAttributes(in: utf8, limit: MarkupLimits.attributes) {
    return MarkupFault(.tooManyAttributes(limit: MarkupLimits.attributes), at: tag)
  }
  return nil
}
