/// Whether a text is a URI reference (RFC 3986) as libxml2 reads it for `anyURI`.
///
/// Characters that no URI may hold, such as spaces and letters with accents, are escaped before the syntax is judged
/// (XML Schema 1.0, 3.2.17), so they do no harm. O(n) for n characters.
func isAddress(_ text: String) -> Bool {
  var rest = text.unicodeScalars.map { isEscapedFirst($0) ? UInt8(ascii: "_") : UInt8($0.value) }[...]
  guard percentSignsAreEscapes(rest) else { return false }
  if let hash = rest.firstIndex(of: UInt8(ascii: "#")) {
    guard isPlain(rest[(hash + 1)...], and: "/?:@") else { return false }
    rest = rest[..<hash]
  }
  if let mark = rest.firstIndex(of: UInt8(ascii: "?")) {
    guard isPlain(rest[(mark + 1)...], and: "/?:@") else { return false }
    rest = rest[..<mark]
  }
  if let scheme = schemeEnd(of: rest) {
    rest = rest[(scheme + 1)...]
  } else if rest.prefix(while: { $0 != UInt8(ascii: "/") }).contains(UInt8(ascii: ":")) {
    // A colon before the first slash would be read as the end of a scheme.
    return false
  }
  guard rest.starts(with: "//".utf8) else { return isPlain(rest, and: "/:@") }
  let authority = rest.dropFirst(2).prefix { $0 != UInt8(ascii: "/") }
  return isAuthority(authority) && isPlain(rest[authority.endIndex...], and: "/:@")
}

private func isEscapedFirst(_ scalar: Unicode.Scalar) -> Bool {
  scalar.value <= 32 || scalar.value >= 127 || "<>\"{}|\\^`'".unicodeScalars.contains(scalar)
}

private func percentSignsAreEscapes(_ text: ArraySlice<UInt8>) -> Bool {
  text.indices.allSatisfy { index in
    text[index] != UInt8(ascii: "%")
      || (index + 2 < text.endIndex && isHexDigit(text[index + 1]) && isHexDigit(text[index + 2]))
  }
}

private func isHexDigit(_ byte: UInt8) -> Bool {
  isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte | 0x20)
}

private func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

private func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) }

/// Whether each character is unreserved, a sub-delimiter, part of an escape or among those given.
private func isPlain(_ text: ArraySlice<UInt8>, and further: String) -> Bool {
  text.allSatisfy {
    isLetter($0) || isDigit($0) || "-._~!$&'()*+,;=%".utf8.contains($0) || further.utf8.contains($0)
  }
}

private func schemeEnd(of text: ArraySlice<UInt8>) -> Int? {
  guard let first = text.first, isLetter(first), let colon = text.firstIndex(of: UInt8(ascii: ":")) else { return nil }
  let isScheme = text[..<colon].allSatisfy { isLetter($0) || isDigit($0) || "+-.".utf8.contains($0) }
  return isScheme ? colon : nil
}

/// `user@host:port`, the host a name or something between square brackets.
private func isAuthority(_ text: ArraySlice<UInt8>) -> Bool {
  var host = text
  if let at = text.firstIndex(of: UInt8(ascii: "@")) {
    guard isPlain(text[..<at], and: ":") else { return false }
    host = text[(at + 1)...]
  }
  if host.first == UInt8(ascii: "[") {
    guard let close = host.firstIndex(of: UInt8(ascii: "]")) else { return false }
    let after = host[(close + 1)...]
    return after.isEmpty || (after.first == UInt8(ascii: ":") && after.dropFirst().allSatisfy(isDigit))
  }
  let name = host.prefix { $0 != UInt8(ascii: ":") }
  return isPlain(name, and: "") && host[name.endIndex...].dropFirst().allSatisfy(isDigit)
}
