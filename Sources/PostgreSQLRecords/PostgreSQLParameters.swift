import CPostgreSQL
import CompletionLedger

/// The arguments of a statement in PostgreSQL's binary form, one after the other.
struct PostgreSQLParameters {
  private var bytes: [UInt8] = []
  private var ranges: [Range<Int>?] = []

  /// The arguments.
  init(_ values: [ColumnValue]) {
    for value in values { append(value) }
  }

  /// Shows libpq the arguments: where each begins (nothing for null), how long each is, and that each is binary.
  func withPointers<Result>(
    _ body: (Int32, UnsafePointer<UnsafePointer<CChar>?>?, UnsafePointer<Int32>?, UnsafePointer<Int32>?) throws ->
      Result
  ) rethrows -> Result {
    let lengths = ranges.map { Int32($0?.count ?? 0) }
    let formats = ranges.map { _ in Int32(1) }
    // An empty argument still needs an address, or it would be null.
    return try unsafe (bytes + [0]).withUnsafeBytes { buffer in
      let base = unsafe buffer.assumingMemoryBound(to: CChar.self).baseAddress
      let starts = unsafe ranges.map { range in unsafe range.flatMap { unsafe base?.advanced(by: $0.lowerBound) } }
      return try unsafe starts.withUnsafeBufferPointer { starts in
        try unsafe lengths.withUnsafeBufferPointer { lengths in
          try unsafe formats.withUnsafeBufferPointer { formats in
            try unsafe body(Int32(ranges.count), starts.baseAddress, lengths.baseAddress, formats.baseAddress)
          }
        }
      }
    }
  }

  private mutating func append(_ value: ColumnValue) {
    let start = bytes.count
    switch value {
    case .null:
      ranges.append(nil)
      return
    case .anyOf(let elements): appendArray(elements)
    default: value.appendBinary(to: &bytes)
    }
    ranges.append(start..<bytes.count)
  }

  /// An array of byte strings as `array_recv` reads it: dimensions, a flag for nulls, the elements' type, the length
  /// and the first index of the dimension, then each element after its length.
  private mutating func appendArray(_ elements: [[UInt8]]) {
    let header: [Int32] = elements.isEmpty ? [0, 0, 17] : [1, 0, 17, Int32(elements.count), 1]
    for number in header { bytes.append(bigEndian: number) }
    for element in elements {
      bytes.append(bigEndian: Int32(element.count))
      bytes += element
    }
  }
}

extension ColumnValue {
  /// Appends the value's binary form, without its length; null and lists have none.
  func appendBinary(to bytes: inout [UInt8]) {
    switch self {
    case .integer(let number): bytes.append(bigEndian: number)
    case .text(let text): bytes += text.utf8
    case .bytes(let content): bytes += content
    case .null, .anyOf: break
    }
  }
}

extension [UInt8] {
  /// Appends a number in network order.
  mutating func append<Number: FixedWidthInteger>(bigEndian number: Number) {
    unsafe Swift.withUnsafeBytes(of: number.bigEndian) { unsafe append(contentsOf: $0) }
  }
}
