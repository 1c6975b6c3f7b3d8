/// Base64 with the URL-safe alphabet and without padding, as JOSE wants it (RFC 7515, section 2).
enum Base64URL {
  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
  private static let values: [UInt8?] = {
    var values = [UInt8?](repeating: nil, count: 256)
    for (value, character) in alphabet.enumerated() { values[Int(character)] = UInt8(value) }
    return values
  }()

  /// The characters that write the bytes.
  static func encode(_ bytes: some Sequence<UInt8>) -> String {
    var characters: [UInt8] = []
    var pending: UInt32 = 0
    var bits = 0
    for byte in bytes {
      pending = pending << 8 | UInt32(byte)
      bits += 8
      while bits >= 6 {
        bits -= 6
        characters.append(alphabet[Int(pending >> UInt32(bits) & 0x3F)])
      }
    }
    if bits > 0 { characters.append(alphabet[Int(pending << UInt32(6 - bits) & 0x3F)]) }
    return String(decoding: characters, as: UTF8.self)
  }

  /// The bytes that the characters write, or nil where `encode` would not write them so.
  ///
  /// Padding, characters of another alphabet, a lone last character and spare bits that are not zero (RFC 4648,
  /// section 3.5) are refused, so that one signature has one spelling.
  static func decode(_ characters: some Collection<UInt8>) -> [UInt8]? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(characters.count * 3 / 4)
    var pending: UInt32 = 0
    var bits = 0
    for character in characters {
      guard let value = values[Int(character)] else { return nil }
      pending = pending << 6 | UInt32(value)
      bits += 6
      guard bits >= 8 else { continue }
      bits -= 8
      bytes.append(UInt8(pending >> UInt32(bits) & 0xFF))
    }
    guard bits < 6, pending & ((1 << UInt32(bits)) - 1) == 0 else { return nil }
    return bytes
  }
}
