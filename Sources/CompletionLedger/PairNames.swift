import Crypto
import CurriculumModel
import ProgrammeModel

/// The names of pairs and the keys under which facts about them stand, asked for once each in a transaction.
final class PairNames {
  private var keys: [Identifier<Pair>: PairKey] = [:]
  private var names: [PairKey: Identifier<Pair>] = [:]

  /// Nothing asked for yet.
  init() {}

  /// The name of a pair; its key stands in for one that is lost.
  func name(of key: PairKey, in session: any StoreSession) throws -> Identifier<Pair> {
    if let known = names[key] { return known }
    let name = Identifier<Pair>(try session.row(.pairName, [.id(key)])?.text(0) ?? key.description)
    names[key] = name
    return name
  }

  /// The key of a pair, or nil where nothing is known of it.
  func key(of name: Identifier<Pair>, in session: any StoreSession) throws -> PairKey? {
    if let known = keys[name] { return known }
    guard let row = try session.row(.pairKey, [.text(name.rawValue)]) else { return nil }
    let key: PairKey = try row.universalID(0)
    keys[name] = key
    return key
  }

  /// The key of a pair, which gets one where it has none.
  ///
  /// A new key follows from whatever first names the pair, and tells nothing of the name.
  func claim<Entity>(
    _ name: Identifier<Pair>, firstNamedBy source: UniversalID<Entity>, in session: any StoreSession
  ) throws -> PairKey {
    if let known = try key(of: name, in: session) { return known }
    var bytes = Array(SHA256.hash(data: source.bytes).prefix(16))
    // RFC 9562's version 8, custom.
    bytes[6] = bytes[6] & 0x0F | 0x80
    bytes[8] = bytes[8] & 0x3F | 0x80
    try session.run(.claimPairName, [.text(name.rawValue), .bytes(bytes)])
    guard let key = try key(of: name, in: session) else { throw UnreadableRow() }
    return key
  }
}
