import Bilingual
import Crypto
import FoundationEssentials
import ProgrammeModel

/// Identifiers that follow from what they name, so that saying the same twice is saying it once.
enum DerivedIdentifier {
  /// RFC 9562's version 8: the moment in front, as in version 7, and a digest of the text behind it.
  static func make<Entity>(from text: String, at moment: Moment) -> UniversalID<Entity> {
    var bytes = Array(SHA256.hash(data: Data(text.utf8)).prefix(16))
    let time = UInt64(min(max(moment.milliseconds, 0), 0xFFFF_FFFF_FFFF))
    for place in 0..<6 { bytes[place] = UInt8(truncatingIfNeeded: time >> UInt64(40 - 8 * place)) }
    bytes[6] = bytes[6] & 0x0F | 0x80
    bytes[8] = bytes[8] & 0x3F | 0x80
    guard let id = UniversalID<Entity>(bytes: bytes) else { preconditionFailure("A digest has sixteen bytes.") }
    return id
  }
}
