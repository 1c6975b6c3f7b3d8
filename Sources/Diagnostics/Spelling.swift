internal import Bilingual

/// The candidates that the author may have meant by a word, the nearest first, at most three.
///
/// The distance is optimal string alignment (Damerau 1964: insertion, deletion, substitution, transposition of
/// neighbours); a candidate counts as near within a third of the longer word, at least one and at most four.
/// O(c · n · m) for c candidates of m bytes and a word of n bytes.
package func nearest(to word: String, among candidates: some Sequence<String>) -> [String] {
  let wanted = Array(word.lowercased().utf8.prefix(64))
  var found: [(distance: Int, candidate: String)] = []
  for candidate in candidates where candidate != word {
    let other = Array(candidate.lowercased().utf8.prefix(64))
    let limit = min(4, max(1, max(wanted.count, other.count) / 3))
    if abs(wanted.count - other.count) <= limit {
      let distance = alignmentDistance(wanted, other)
      if distance <= limit { found.append((distance, candidate)) }
    }
  }
  let ordered = found.sorted { ($0.distance, $0.candidate) < ($1.distance, $1.candidate) }
  var result: [String] = []
  for (_, candidate) in ordered where !result.contains(candidate) { result.append(candidate) }
  return Array(result.prefix(3))
}

private func alignmentDistance(_ a: [UInt8], _ b: [UInt8]) -> Int {
  var beforeLast = [Int](repeating: 0, count: b.count + 1)
  var last = Array(0...b.count)
  for i in a.indices {
    var row = [i + 1]
    row.reserveCapacity(b.count + 1)
    for j in b.indices {
      var best = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, beforeLast[j - 1] + 1) }
      row.append(best)
    }
    beforeLast = last
    last = row
  }
  return last[b.count]
}

extension Diagnostic.Solution {
  /// "Did you mean …": one solution for each near word, which puts it in the place of the span.
  package static func didYouMean(
    _ word: String, among candidates: some Sequence<String>, at span: SourceSpan
  ) -> [Diagnostic.Solution] {
    nearest(to: word, among: candidates).map { .writing($0, at: span) }
  }

  /// "Write … instead": a word in the place of the span.
  package static func writing(_ word: String, at span: SourceSpan) -> Diagnostic.Solution {
    Diagnostic.Solution(
      .init { language in
        language == .en ? "write \(language.quote(word)) instead" : "écrire plutôt \(language.quote(word))"
      },
      [Replacement(span, with: word)])
  }
}

/// The letter of the alphabet under an accent; nil for a letter without one.
package func unaccented(_ scalar: Unicode.Scalar) -> String? {
  let groups: [(String, String)] = [
    ("àâäáãå", "a"), ("éèêë", "e"), ("îïíì", "i"), ("ôöóòõ", "o"), ("ùûüú", "u"), ("ç", "c"), ("ñ", "n"),
    ("œ", "oe"), ("æ", "ae"), ("ÿ", "y"),
  ]
  return groups.first { $0.0.unicodeScalars.contains(scalar) }?.1
}

/// The letters and figures of a text in lower case, without accents, its words apart by one space.
package func plainWords(of text: String) -> String {
  var words = ""
  for scalar in text.lowercased().unicodeScalars {
    if let letter = unaccented(scalar) {
      words += letter
    } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
      words.unicodeScalars.append(scalar)
    } else if !words.isEmpty, !words.hasSuffix(" ") {
      words += " "
    }
  }
  return words.hasSuffix(" ") ? String(words.dropLast()) : words
}
