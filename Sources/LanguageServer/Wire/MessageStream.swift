/// Takes the messages out of a stream of bytes: `Content-Length: n`, an empty line, n bytes (LSP 3.17, base protocol).
///
/// What is no message is passed over up to where the next one begins, so that a slip of a client's never ends the talk.
package struct MessageStream: Sendable {
  /// More than a message may have: eight times what a document may have.
  private static let limit = 64 << 20
  private static let lengthName = Array("content-length:".utf8)

  private var pending: [UInt8] = []

  /// A stream of which nothing came yet.
  package init() {}

  /// Takes in bytes and gives the messages that are whole.
  ///
  /// O(n) for n bytes, those that are pending included.
  package mutating func take(_ bytes: some Sequence<UInt8>) -> [[UInt8]] {
    pending += bytes
    var messages: [[UInt8]] = []
    var start = 0
    while let (header, length) = header(from: start) {
      guard pending.count - header.upperBound >= length else {
        start = header.lowerBound
        break
      }
      messages.append(Array(pending[header.upperBound..<(header.upperBound + length)]))
      start = header.upperBound + length
    }
    pending.removeFirst(min(start, pending.count))
    // Without a header, no more is kept than could be the beginning of one.
    if pending.count > 4096, self.header(from: 0) == nil { pending.removeFirst(pending.count - 4096) }
    return messages
  }

  /// The next header that is whole and gives a length.
  private func header(from start: Int) -> (Range<Int>, length: Int)? {
    var place = start
    while place < pending.count {
      guard pending[place] | 0x20 == UInt8(ascii: "c"), let length = length(at: place),
        let end = endOfHeader(from: place)
      else {
        place += 1
        continue
      }
      return (place..<end, length)
    }
    return nil
  }

  private func length(at place: Int) -> Int? {
    let name = Self.lengthName
    guard place + name.count < pending.count,
      zip(pending[place...], name).allSatisfy({
        $0 | ($0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "-") ? 0 : 0x20) == $1
      })
    else { return nil }
    let digits = pending[(place + name.count)...].drop { $0 == 0x20 }.prefix { (0x30...0x39).contains($0) }
    guard let length = Int(String(decoding: digits.prefix(12), as: UTF8.self)), length <= Self.limit else { return nil }
    return length
  }

  private func endOfHeader(from place: Int) -> Int? {
    var index = place
    while index + 3 < pending.count, index - place < 4096 {
      if pending[index] == 0x0D, pending[index + 1] == 0x0A, pending[index + 2] == 0x0D, pending[index + 3] == 0x0A {
        return index + 4
      }
      index += 1
    }
    return nil
  }
}
