internal import Crypto

/// A finding's name that outlives changes elsewhere in its document: what was found, in which file, on which words.
package struct Fingerprint: Hashable, Comparable, Sendable, Codable {
  /// 32 hexadecimal digits.
  package let digits: String

  /// A fingerprint from its digits.
  package init(digits: String) {
    self.digits = digits
  }

  package init(from decoder: any Decoder) throws {
    digits = try decoder.singleValueContainer().decode(String.self)
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(digits)
  }

  package static func < (a: Self, b: Self) -> Bool { a.digits < b.digits }
}

/// The fingerprint of each finding, in the same order.
///
/// It is made of the id, the document's path, the characters of the place and of its line (runs of white space as one
/// space), and a number that tells apart findings that agree in all of these. Line numbers and our words are not part
/// of it, so that neither a line added above nor a better wording makes a known finding look new.
///
/// - Parameters:
///   - findings: The findings, in reading order.
///   - sources: Their documents.
///   - path: A document's path as it is on every machine, from the path that is shown.
/// - Complexity: O(n) for n bytes in the lines concerned.
package func fingerprints(
  of findings: [Diagnostic], in sources: Sources, path: (String) -> String = { $0 }
) -> [Fingerprint] {
  var seen: [[UInt8]: Int] = [:]
  return findings.map { finding in
    let source = sources[finding.span.source]
    let line = Array(source.line(around: finding.span.utf8.lowerBound).text.utf8)
    let place = source.utf8[finding.span.utf8.clamped(to: 0..<source.utf8.count)]
    let parts = ["1", finding.id.rawValue, path(source.path)].map { Array($0.utf8) } + [spaced(line), spaced(place)]
    var content = Array(parts.joined(separator: [0]))
    let number = seen[content, default: 0]
    seen[content] = number + 1
    content += [0] + Array(String(number).utf8)
    return Fingerprint(digits: hexadecimal(SHA256.hash(data: content).prefix(16)))
  }
}

/// The bytes with each run of white space as one space, and none at the ends.
private func spaced(_ bytes: some Collection<UInt8>) -> [UInt8] {
  Array(bytes.split { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }.joined(separator: [0x20]))
}

private func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
  let digits = Array("0123456789abcdef")
  return String(bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 0xF)]] })
}
