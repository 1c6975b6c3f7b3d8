package import Bilingual

/// What everybody may know of an issuer: its name, its public keys of now and before, where it publishes.
///
/// It is kept beside the private keys, and survives them: after a rotation the old public keys stay here, so that
/// what they signed can be verified.
package struct IssuerRecord: Hashable, Sendable {
  /// A public key and the time in which the issuer signed with it.
  package struct Key: Hashable, Sendable {
    /// The key.
    package let did: DIDKey
    /// Since when it signs.
    package let since: Moment
    /// Until when it signed; nil where it still does.
    package let until: Moment?

    /// A key from its parts.
    package init(did: DIDKey, since: Moment, until: Moment? = nil) {
      self.did = did
      self.since = since
      self.until = until
    }
  }

  /// The did:web that unites the keys; nil where each is its own name.
  package let name: DID?
  /// The address at which the list of what was revoked is published, a URI; nil for the one that is derived.
  package let statusList: String?
  /// The keys, in the order in which they came.
  package let keys: [Key]

  /// A record from its parts.
  package init(name: DID?, statusList: String?, keys: [Key]) {
    self.name = name
    self.statusList = statusList
    self.keys = keys
  }

  /// The record after a rotation: the keys that signed end, and new ones begin.
  package func rotated(to keys: IssuerKeys, at moment: Moment) -> IssuerRecord {
    IssuerRecord(
      name: name, statusList: statusList,
      keys: self.keys.map { Key(did: $0.did, since: $0.since, until: $0.until ?? moment) }
        + keys.dids.map { Key(did: $0, since: moment) })
  }

  /// The identifiers under which credentials were signed, in the order of the keys.
  package var dids: [DID] {
    name.map { [$0] } ?? keys.map(\.did.did)
  }

  /// Whether these keys are the ones that sign now.
  package func isOf(_ keys: IssuerKeys) -> Bool {
    Set(self.keys.filter { $0.until == nil }.map(\.did)) == Set(keys.dids)
  }

  /// The document to publish under the did:web, with the keys of now and before; nil where there is no such name.
  package var document: DIDDocument? {
    name.map { DIDDocument(of: $0, keys: keys.map(\.did)) }
  }

  /// The record that some bytes write, or nil where they are none.
  package init?(_ bytes: [UInt8]) {
    guard let json = try? JSONReader.read(bytes), let items = json["keys"]?.items else { return nil }
    let keys = items.compactMap { item -> Key? in
      guard let did = item["did"]?.text.flatMap({ DIDKey($0) }),
        let since = item["since"]?.text.flatMap(Moment.init(iso:))
      else { return nil }
      return Key(did: did, since: since, until: item["until"]?.text.flatMap(Moment.init(iso:)))
    }
    let name = json["name"]?.text.map { DID($0) }
    guard keys.count == items.count, !keys.isEmpty, name != .some(nil) else { return nil }
    self.init(name: name ?? nil, statusList: json["statusList"]?.text, keys: keys)
  }

  /// The record as JSON, one member and one key on a line.
  package var bytes: [UInt8] {
    let lines = keys.map { key -> String in
      let json: JSONValue = [
        "did": .string(key.did.text), "since": .string(key.since.iso), "until": key.until.map { .string($0.iso) },
      ]
      return "    " + String(decoding: json.bytes, as: UTF8.self)
    }
    func member(_ name: String, _ text: String?) -> String {
      text.map { "  \"\(name)\": " + String(decoding: JSONValue.string($0).bytes, as: UTF8.self) + ",\n" } ?? ""
    }
    let text =
      "{\n" + member("name", name?.text) + member("statusList", statusList) + "  \"keys\": [\n"
      + lines.joined(separator: ",\n") + "\n  ]\n}\n"
    return Array(text.utf8)
  }
}
