/// The path of a file that a `file:` URI names (RFC 8089); nil for any other URI.
func path(ofURI uri: String) -> String? {
  guard uri.hasPrefix("file://") else { return nil }
  let rest = uri.dropFirst(7)
  guard let slash = rest.firstIndex(of: "/"), rest[..<slash].isEmpty || rest[..<slash] == "localhost" else {
    return nil
  }
  var bytes: [UInt8] = []
  var encoded = Array(rest[slash...].utf8)[...]
  while let byte = encoded.popFirst() {
    if byte == UInt8(ascii: "%"), encoded.count >= 2,
      let code = UInt8(String(decoding: encoded.prefix(2), as: UTF8.self), radix: 16)
    {
      bytes.append(code)
      encoded = encoded.dropFirst(2)
    } else {
      bytes.append(byte)
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}

/// The `file:` URI of a path from the root of the file system.
func uri(ofPath path: String) -> String {
  var text = "file://"
  for byte in path.utf8 {
    let scalar = Unicode.Scalar(byte)
    let isPlain =
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || (0x30...0x39).contains(byte)
      || "/-._~".unicodeScalars.contains(scalar)
    if isPlain {
      text.unicodeScalars.append(scalar)
    } else {
      let digits = String(byte, radix: 16, uppercase: true)
      text += "%" + (digits.count < 2 ? "0" : "") + digits
    }
  }
  return text
}
