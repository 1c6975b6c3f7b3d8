import Crypto
import FoundationEssentials

/// The function that canonicalization tells blank nodes apart with.
package enum DatasetHash: Sendable, CaseIterable {
  /// The one that is meant where nothing is said.
  case sha256
  /// The other one that the recommendation names.
  case sha384

  /// The hash of some bytes in lower-case hexadecimal digits.
  func hexadecimal(_ bytes: [UInt8]) -> [UInt8] {
    switch self {
    case .sha256: Self.digits(SHA256.hash(data: bytes))
    case .sha384: Self.digits(SHA384.hash(data: bytes))
    }
  }

  private static let alphabet = Array("0123456789abcdef".utf8)

  private static func digits(_ digest: some Sequence<UInt8>) -> [UInt8] {
    digest.flatMap { [alphabet[Int($0 >> 4)], alphabet[Int($0 & 0xF)]] }
  }
}
