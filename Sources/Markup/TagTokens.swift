/// The places of one attribute in a start tag: offsets into the document.
struct AttributeTokens {
  let name: Range<Int>
  let value: Range<Int>
}

/// The places of the attributes in a well-formed start tag, namespace declarations left out, in order.
///
/// libxml2 does not tell where attributes are written; the tag's own bytes do. O(n) for n bytes of the tag.
func attributeTokens(in bytes: [UInt8], tag: Range<Int>) -> [AttributeTokens] {
  var tokens: [AttributeTokens] = []
  var index = tag.lowerBound + 1
  while index < tag.upperBound, !isSpace(bytes[index]) { index += 1 }
  while index < tag.upperBound {
    while index < tag.upperBound, isSpace(bytes[index]) { index += 1 }
    let nameStart = index
    while index < tag.upperBound, bytes[index] != UInt8(ascii: "="), !isSpace(bytes[index]) { index += 1 }
    let nameEnd = index
    while index < tag.upperBound, bytes[index] != UInt8(ascii: "\""), bytes[index] != UInt8(ascii: "'") {
      index += 1
    }
    guard index < tag.upperBound else { break }
    let quote = bytes[index]
    index += 1
    let valueStart = index
    while index < tag.upperBound, bytes[index] != quote { index += 1 }
    if !declaresNamespace(bytes, nameStart..<nameEnd) {
      tokens.append(AttributeTokens(name: nameStart..<nameEnd, value: valueStart..<index))
    }
    index += 1
  }
  return tokens
}

private func isSpace(_ byte: UInt8) -> Bool {
  byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D
}

private func declaresNamespace(_ bytes: [UInt8], _ name: Range<Int>) -> Bool {
  let declared = bytes[name]
  return declared.starts(with: "xmlns".utf8) && (name.count == 5 || declared[name.lowerBound + 5] == UInt8(ascii: ":"))
}

/// The first start tag with more than this many attributes, in time linear in the bytes.
///
/// libxml2 2.9.14 takes time quadratic in the attributes of a tag (50,000: 4.3 s), so this runs before it.
func tagWithTooManyAttributes(in bytes: [UInt8], limit: Int) -> Range<Int>? {
  var index = 0
  while let open = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
    index = open + 1
    if let end = endOfSection(in: bytes[...], at: open) {
      index = end
      continue
    }
    var count = 0
    var quote: UInt8?
    while index < bytes.count {
      let byte = bytes[index]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: ">") {
        break
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
        count += 1
        if count > limit { return open..<(index + 1) }
      }
      index += 1
    }
  }
  return nil
}

/// Where a comment, a character data section or a processing instruction that begins here ends; nil for a tag.
func endOfSection(in bytes: ArraySlice<UInt8>, at open: Int) -> Int? {
  for (start, end) in [("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>")]
  where bytes[open...].starts(with: start.utf8) {
    var index = open + start.utf8.count
    while index < bytes.endIndex {
      if bytes[index...].starts(with: end.utf8) { return index + end.utf8.count }
      index += 1
    }
    return bytes.endIndex
  }
  return nil
}
