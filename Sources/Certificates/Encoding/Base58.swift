/// Base58 with Bitcoin's alphabet, without a checksum, as multibase's `z` wants it.
///
/// Source: draft-msporny-base58-03. O(n²) in the length, so input is bounded by the callers (48 characters for
/// a did:key of P-256).
enum Base58 {
  private static let alphabet = Array("123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz".utf8)

  /// The characters that write the bytes; each leading zero byte is one "1".
  static func encode(_ bytes: [UInt8]) -> String {
    let zeros = bytes.prefix { $0 == 0 }.count
    var digits: [UInt8] = []  // least significant first
    for byte in bytes.dropFirst(zeros) {
      var carry = Int(byte)
      for index in digits.indices {
        carry += Int(digits[index]) << 8
        digits[index] = UInt8(carry % 58)
        carry /= 58
      }
      while carry > 0 {
        digits.append(UInt8(carry % 58))
        carry /= 58
      }
    }
    let characters = Array(repeating: alphabet[0], count: zeros) + digits.reversed().map { alphabet[Int($0)] }
    return String(decoding: characters, as: UTF8.self)
  }

  /// The bytes that the characters write, or nil where one is not of the alphabet.
  static func decode(_ text: some StringProtocol) -> [UInt8]? {
    let zeros = text.utf8.prefix { $0 == alphabet[0] }.count
    var bytes: [UInt8] = []  // least significant first
    for character in text.utf8.dropFirst(zeros) {
      guard var carry = alphabet.firstIndex(of: character) else { return nil }
      for index in bytes.indices {
        carry += Int(bytes[index]) * 58
        bytes[index] = UInt8(carry & 0xFF)
        carry >>= 8
      }
      while carry > 0 {
        bytes.append(UInt8(carry & 0xFF))
        carry >>= 8
      }
    }
    return Array(repeating: 0, count: zeros) + bytes.reversed()
  }
}
