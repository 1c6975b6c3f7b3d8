/// A document's characters in UTF-8, and how the file wrote them.
package struct DecodedSource: Sendable {
  /// How a file writes its characters.
  package enum Encoding: Sendable {
    /// UTF-8, with or without a byte order mark.
    case utf8
    /// UTF-16, least significant byte first.
    case utf16LittleEndian
    /// UTF-16, most significant byte first.
    case utf16BigEndian
    /// ISO 8859-1, as the XML declaration says.
    case latin1
  }

  /// The characters, a byte order mark left out.
  package let utf8: [UInt8]
  /// How the file wrote them.
  package let encoding: Encoding
  /// Whether a byte order mark stood before them.
  package let hasByteOrderMark: Bool
}

/// The characters of a file, by its byte order mark or its XML declaration, otherwise UTF-8 (XML 1.0, appendix F).
///
/// Columns count Unicode scalars, so they are the same in the file's encoding and in UTF-8.
package func decode(_ bytes: [UInt8]) throws(MarkupFault) -> DecodedSource {
  if bytes.first == 0xEF, bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
    return DecodedSource(utf8: try validUTF8(Array(bytes[3...])), encoding: .utf8, hasByteOrderMark: true)
  }
  if bytes.starts(with: [0xFF, 0xFE]) { return try decodeUTF16(bytes[2...], .utf16LittleEndian, mark: true) }
  if bytes.starts(with: [0xFE, 0xFF]) { return try decodeUTF16(bytes[2...], .utf16BigEndian, mark: true) }
  if bytes.starts(with: [0x3C, 0x00, 0x3F, 0x00]) {
    return try decodeUTF16(bytes[...], .utf16LittleEndian, mark: false)
  }
  if bytes.starts(with: [0x00, 0x3C, 0x00, 0x3F]) { return try decodeUTF16(bytes[...], .utf16BigEndian, mark: false) }
  switch declaredEncoding(bytes)?.lowercased() {
  case nil, "utf-8", "utf8", "us-ascii", "ascii":
    return DecodedSource(utf8: try validUTF8(bytes), encoding: .utf8, hasByteOrderMark: false)
  case "iso-8859-1", "latin1", "iso_8859-1", "l1":
    var utf8: [UInt8] = []
    utf8.reserveCapacity(bytes.count + bytes.count / 16)
    for byte in bytes {
      if byte < 0x80 {
        utf8.append(byte)
      } else {
        utf8.append(0xC0 | byte >> 6)
        utf8.append(0x80 | byte & 0x3F)
      }
    }
    return DecodedSource(utf8: utf8, encoding: .latin1, hasByteOrderMark: false)
  case .some(let name):
    throw MarkupFault(.encodingNotRead(name: name), at: 0..<min(bytes.count, 100))
  }
}

/// The characters as they are, or the place of the first byte that is not UTF-8.
private func validUTF8(_ bytes: [UInt8]) throws(MarkupFault) -> [UInt8] {
  do {
    _ = try UTF8Span(validating: bytes.span)
    return bytes
  } catch {
    let offset = error.byteOffsets.lowerBound
    throw MarkupFault(.notUTF8(byte: bytes[offset]), at: offset..<(offset + 1), in: lossy(bytes))
  }
}

private func lossy(_ bytes: [UInt8]) -> [UInt8] {
  // Bytes that are no UTF-8 become "?", one for one, so that offsets keep their meaning in the report.
  var shown = bytes
  var decoder = Unicode.UTF8.ForwardParser()
  var iterator = bytes.makeIterator()
  var offset = 0
  while offset < bytes.count {
    switch decoder.parseScalar(from: &iterator) {
    case .valid(let scalar): offset += scalar.count
    case .emptyInput: return shown
    case .error(let length):
      for index in offset..<min(offset + length, bytes.count) { shown[index] = UInt8(ascii: "?") }
      offset += length
    }
  }
  return shown
}

private func decodeUTF16(
  _ bytes: ArraySlice<UInt8>, _ encoding: DecodedSource.Encoding, mark: Bool
) throws(MarkupFault) -> DecodedSource {
  var units: [UInt16] = []
  units.reserveCapacity(bytes.count / 2)
  var index = bytes.startIndex
  while index + 1 < bytes.endIndex {
    let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
    units.append(encoding == .utf16LittleEndian ? second << 8 | first : first << 8 | second)
    index += 2
  }
  var utf8: [UInt8] = []
  utf8.reserveCapacity(units.count)
  var repaired = index < bytes.endIndex
  repaired =
    transcode(units.makeIterator(), from: UTF16.self, to: UTF8.self, stoppingOnError: true) { utf8.append($0) }
    || repaired
  if repaired { throw MarkupFault(.notUTF16, at: utf8.count..<utf8.count, in: utf8) }
  return DecodedSource(utf8: utf8, encoding: encoding, hasByteOrderMark: mark)
}

/// The encoding that an XML declaration names, read as ASCII.
private func declaredEncoding(_ bytes: [UInt8]) -> String? {
  guard bytes.starts(with: "<?xml".utf8), let end = bytes.prefix(200).firstIndex(of: UInt8(ascii: ">")) else {
    return nil
  }
  var rest = bytes[5..<end]
  while !rest.starts(with: "encoding".utf8) {
    if rest.popFirst() == nil { return nil }
  }
  let parts = rest.dropFirst(8).split(maxSplits: 2, omittingEmptySubsequences: false) { byte in
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
  }
  guard parts.count == 3, parts[0].allSatisfy({ $0 == UInt8(ascii: "=") || $0 == 0x20 || (0x09...0x0D).contains($0) })
  else { return nil }
  return String(decoding: parts[1], as: UTF8.self)
}
