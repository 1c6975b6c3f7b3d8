/// The certain edits of one document that can be made together.
package struct CertainEdits: Sendable {
  /// The edits, in order of place; none overlaps another.
  package private(set) var replacements: [Diagnostic.Solution.Replacement] = []
  /// How many findings they mend.
  package private(set) var mended = 0
  /// How many findings have a certain solution that overlaps these: another run finds them again.
  package private(set) var postponed = 0

  /// The document with the edits made; line feeds in new text become the line ends that the document uses.
  ///
  /// O(n + e) for n bytes and e edits.
  package func applied(to utf8: [UInt8]) -> [UInt8] {
    let lineEnd = lineEnd(of: utf8)
    var result: [UInt8] = []
    result.reserveCapacity(utf8.count + 64 * replacements.count)
    var index = 0
    for edit in replacements {
      result += utf8[index..<edit.span.utf8.lowerBound]
      for byte in edit.text.utf8 {
        if byte == UInt8(ascii: "\n") { result += lineEnd } else { result.append(byte) }
      }
      index = edit.span.utf8.upperBound
    }
    return result + utf8[index...]
  }

  /// Takes a solution's edits, unless one of them overlaps an edit that is here already.
  fileprivate mutating func add(_ edits: [Diagnostic.Solution.Replacement]) {
    let all = (replacements + edits).sorted { $0.span < $1.span }
    let isSeparate = zip(all, all.dropFirst()).allSatisfy { first, second in
      first.span.utf8.upperBound <= second.span.utf8.lowerBound
        && (first.span.utf8 != second.span.utf8 || !first.span.utf8.isEmpty)
    }
    guard isSeparate else {
      postponed += 1
      return
    }
    replacements = all
    mended += 1
  }
}

/// The certain edits of the findings, by document.
///
/// Solutions are taken in the order of their findings; one whose edits overlap those taken before is left for another
/// run, as a whole. A solution that reaches over several documents is never certain.
package func certainEdits(of findings: [Diagnostic]) -> [SourceID: CertainEdits] {
  var edits: [SourceID: CertainEdits] = [:]
  for finding in findings.inReadingOrder() {
    guard let solution = finding.solutions.first(where: { $0.certainty == .certain }),
      let document = solution.replacements.first?.span.source,
      solution.replacements.allSatisfy({ $0.span.source == document })
    else { continue }
    edits[document, default: CertainEdits()].add(solution.replacements)
  }
  return edits
}

/// The line end that a document uses first; a line feed where it has none.
private func lineEnd(of utf8: [UInt8]) -> [UInt8] {
  guard let first = utf8.firstIndex(where: { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }) else {
    return [UInt8(ascii: "\n")]
  }
  guard utf8[first] == UInt8(ascii: "\r") else { return [UInt8(ascii: "\n")] }
  return first + 1 < utf8.count && utf8[first + 1] == UInt8(ascii: "\n") ? Array("\r\n".utf8) : [UInt8(ascii: "\r")]
}
