package import CurriculumModel

/// One person's run at one module; a new one begins after expiry, so that nothing is overwritten.
package enum Registration: Sendable {}

/// The identifier of one person's run at one module.
package typealias RegistrationID = UniversalID<Registration>

/// Which text of which module a person worked through, and in which run.
package struct Run: Hashable, Sendable {
  /// The module, by the identifier it had then.
  package let module: Identifier<Module>
  /// The version of the text.
  package let version: SemanticVersion
  /// The digest of the module's XML, as its maker writes it (`sha256:…`).
  package let digest: String
  /// The run.
  package let registration: RegistrationID

  /// A run from its parts.
  package init(
    module: Identifier<Module>, version: SemanticVersion, digest: String, registration: RegistrationID
  ) {
    self.module = module
    self.version = version
    self.digest = digest
    self.registration = registration
  }
}
