extension DecodedSource {
  /// Other characters as this file writes its own: in its encoding, with its byte order mark.
  ///
  /// A character that ISO 8859-1 does not have becomes a reference; the names of our vocabulary have none.
  package func encoded(_ utf8: [UInt8]) -> [UInt8] {
    switch encoding {
    case .utf8: return (hasByteOrderMark ? [0xEF, 0xBB, 0xBF] : []) + utf8
    case .utf16LittleEndian, .utf16BigEndian:
      var bytes: [UInt8] = []
      bytes.reserveCapacity(2 * utf8.count + 2)
      let isLittle = encoding == .utf16LittleEndian
      func append(_ unit: UInt16) {
        let (high, low) = (UInt8(unit >> 8), UInt8(truncatingIfNeeded: unit))
        bytes += isLittle ? [low, high] : [high, low]
      }
      if hasByteOrderMark { append(0xFEFF) }
      for unit in String(decoding: utf8, as: UTF8.self).utf16 { append(unit) }
      return bytes
    case .latin1:
      var bytes: [UInt8] = []
      bytes.reserveCapacity(utf8.count)
      for scalar in String(decoding: utf8, as: UTF8.self).unicodeScalars {
        bytes += UInt8(exactly: scalar.value).map { [$0] } ?? Array("&#\(scalar.value);".utf8)
      }
      return bytes
    }
  }
}
