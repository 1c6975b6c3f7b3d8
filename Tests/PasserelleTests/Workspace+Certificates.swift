import Foundation
import Testing

extension Workspace {
  /// The identifier of the certificate that was issued, and its issuer.
  func issued(_ certificate: String) throws -> (id: String, issuer: String) {
    let list = try succeed("certificate", "list", "--format", "json")
    let all = try JSONDecoder().decode([[String: String?]].self, from: Data(list.utf8))
    let id = try #require(all.first { $0["certificate"] == certificate }?["id"] ?? nil)
    let token = try succeed("certificate", "export", id, "--format", "jwt")
    try write(token, to: "\(certificate).jwt")
    let verified = try run(["certificate", "verify", "\(certificate).jwt"]).output
    let issuer = try #require(verified.firstMatch(of: /did:key:z\w+/))
    return (id, String(issuer.0))
  }
}
