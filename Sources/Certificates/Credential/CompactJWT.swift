/// A compact JWT taken apart: its parts decoded and its JSON read, nothing believed yet.
struct CompactJWT {
  /// The first part.
  let header: JSONValue
  /// The second part.
  let payload: JSONValue
  /// The third part, of any length.
  let signature: [UInt8]
  /// The bytes that the signature is over: the first two parts as they are spelled.
  let signedBytes: [UInt8]

  /// Takes a JWT apart (RFC 7515, section 3.1).
  init(_ bytes: [UInt8]) throws(FormProblem) {
    let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count == 3, !parts[0].isEmpty, !parts[1].isEmpty else { throw .malformedJWT }
    header = try Self.object(parts[0], .header)
    payload = try Self.object(parts[1], .payload)
    guard let signature = Base64URL.decode(parts[2]) else { throw .nonCanonicalBase64URL(.signature) }
    self.signature = signature
    signedBytes = Array(bytes[..<parts[1].endIndex])
  }

  /// A JWT of a payload, signed with a key that its header names and, where asked, carries.
  ///
  /// - Throws: what the cryptographic library throws; with a sound key it does not.
  static func sign(_ payload: JSONValue, with key: IssuerKey, named method: String, carryingKey: Bool) throws -> String
  {
    let header: JSONValue = [
      "alg": .string(key.publicKey.algorithm ?? "EdDSA"),
      "kid": .string(method),
      "jwk": carryingKey ? key.publicKey.jwk : nil,
      "typ": "JWT",
    ]
    let signed = Base64URL.encode(header.bytes) + "." + Base64URL.encode(payload.bytes)
    return try signed + "." + Base64URL.encode(key.signature(of: Array(signed.utf8)))
  }

  private static func object(_ spelling: ArraySlice<UInt8>, _ part: JWTPart) throws(FormProblem) -> JSONValue {
    guard let bytes = Base64URL.decode(spelling) else { throw .nonCanonicalBase64URL(part) }
    let value: JSONValue
    do {
      value = try JSONReader.read(bytes)
    } catch .duplicateMember(let name) {
      throw .duplicateMember(name)
    } catch {
      throw .malformedJSON(part)
    }
    guard case .object = value else { throw .malformedJSON(part) }
    return value
  }
}
