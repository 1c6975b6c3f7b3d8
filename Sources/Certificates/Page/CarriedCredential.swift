/// The signed credential as the forms of a certificate carry it, byte for byte as it was signed.
package struct CarriedCredential: Hashable, Sendable {
  /// The issuer's decentralized identifier, as the page shows it.
  package let issuer: String
  /// The whole credential, as JSON or as a JWT.
  package let credential: String
  /// A smaller credential of the same issue, a JWT, for the code on the page; nil where there is none.
  package let code: String?

  /// What is carried, from its parts.
  package init(issuer: String, credential: String, code: String?) {
    self.issuer = issuer
    self.credential = credential
    self.code = code
  }

  /// Whether the whole credential is JSON, not a JWT.
  var isJSON: Bool { credential.utf8.first == UInt8(ascii: "{") }
}
