/// Writes numbers, texts and bytes one after another.
struct MemoryWriter {
  /// What was written.
  private(set) var bytes: [UInt8]

  /// Begins with these bytes.
  init(_ opening: [UInt8]) {
    bytes = opening
  }

  /// Writes a number in eight bytes, least significant first.
  mutating func write(_ number: Int64) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }

  /// Writes a text after its length.
  mutating func write(_ text: String) {
    write(Int64(text.utf8.count))
    bytes.append(contentsOf: text.utf8)
  }

  /// Writes numbers in four bytes each, least significant first, without their count.
  mutating func append(_ numbers: [Int32]) {
    numbers.map(\.littleEndian).withUnsafeBytes { bytes.append(contentsOf: $0) }
  }

  /// Writes bytes after their number.
  mutating func writeSized(_ bytes: [UInt8]) {
    write(Int64(bytes.count))
    append(bytes)
  }

  /// Writes bytes as they are.
  mutating func append(_ more: [UInt8]) {
    bytes += more
  }
}

/// Reads what a `MemoryWriter` wrote; nil where there is too little.
struct MemoryReader {
  /// What was not read yet.
  private(set) var rest: ArraySlice<UInt8>

  /// Reads from these bytes.
  init(_ bytes: ArraySlice<UInt8>) {
    rest = bytes
  }

  /// The next number.
  mutating func number() -> Int64? {
    guard rest.count >= 8 else { return nil }
    let number = rest.withUnsafeBytes { Int64(littleEndian: $0.loadUnaligned(as: Int64.self)) }
    rest = rest.dropFirst(8)
    return number
  }

  /// All that is left, as numbers of four bytes.
  var restAsNumbers: [Int32] {
    rest.withUnsafeBytes { bytes in
      (0..<(bytes.count / 4)).map { Int32(littleEndian: bytes.loadUnaligned(fromByteOffset: 4 * $0, as: Int32.self)) }
    }
  }

  /// The next text.
  mutating func text() -> String? {
    guard let bytes = sizedBytes() else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The next bytes after their number.
  mutating func sizedBytes() -> ArraySlice<UInt8>? {
    guard let count = number(), count >= 0 else { return nil }
    return bytes(Int(clamping: count))
  }

  /// The next bytes, as many as that.
  mutating func bytes(_ count: Int) -> ArraySlice<UInt8>? {
    guard rest.count >= count else { return nil }
    defer { rest = rest.dropFirst(count) }
    return rest.prefix(count)
  }
}
