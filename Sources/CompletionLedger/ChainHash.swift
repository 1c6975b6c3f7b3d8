import Bilingual
import Crypto
import FoundationEssentials
import ProgrammeModel

/// A link of a person's chain: a digest of the link before it and of all that a row holds.
struct ChainHash: Equatable {
  /// The thirty-two bytes.
  let bytes: [UInt8]

  /// Before the first event.
  static let genesis = ChainHash(bytes: [UInt8](repeating: 0, count: 32))

  /// The link after `previous` for the row.
  init(after previous: ChainHash, _ row: EventRow) {
    var message: [UInt8] = []
    message.reserveCapacity(192 + row.payload.utf8.count)
    func add(number: Int64) {
      withUnsafeBytes(of: number.bigEndian) { message.append(contentsOf: $0) }
    }
    func add(_ bytes: some Collection<UInt8>) {
      add(number: Int64(bytes.count))
      message.append(contentsOf: bytes)
    }
    func add<Entity>(_ id: UniversalID<Entity>) {
      add(number: 16)
      id.appendBytes(to: &message)
    }
    add(previous.bytes)
    add(row.person)
    add(row.id)
    add(number: row.position)
    add(number: row.occurredAt.milliseconds)
    add(number: row.recordedAt.milliseconds)
    add(row.kind.utf8)
    add(row.pair?.bytes ?? [])
    add(row.payload.utf8)
    bytes = Array(SHA256.hash(data: message))
  }

  /// A link from stored bytes.
  init(bytes: [UInt8]) {
    self.bytes = bytes
  }
}

/// A person's secret, by which the digest of a remark tells nothing once the person is erased.
struct Secret {
  /// The thirty-two bytes.
  let bytes: [UInt8]

  /// A new secret.
  init(using generator: inout some RandomNumberGenerator) {
    bytes = (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
  }

  /// A secret from stored bytes.
  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The keyed digest of a text, in hexadecimal digits.
  func digest(of text: String) -> String {
    hexadecimal(HMAC<SHA256>.authenticationCode(for: Data(text.utf8), using: SymmetricKey(data: bytes)))
  }
}

extension Credential {
  /// The digest of a token's bytes, as an award states it: `sha256:` and 64 hexadecimal digits.
  package static func digest(of token: String) -> String {
    "sha256:" + hexadecimal(SHA256.hash(data: Data(token.utf8)))
  }
}

private func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
  let digits = Array("0123456789abcdef".utf8)
  return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 0xF)]] }, as: UTF8.self)
}
