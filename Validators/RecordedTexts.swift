package import CurriculumModel

/// In which texts modules were passed, as the ledger's events say; handed to `validate` by whoever may read them.
package struct RecordedTexts: Sendable {
  /// The digests of the documents that were recorded, by module and version.
  package let digests: [Identifier<Module>: [SemanticVersion: Set<String>]]
  /// The digest of a document, by the same rule as the recorded ones.
  package let digest: @Sendable ([UInt8]) -> String

  /// Recorded digests, and the rule by which they were made.
  package init(
    _ digests: [Identifier<Module>: [SemanticVersion: Set<String>]], digest: @escaping @Sendable ([UInt8]) -> String
  ) {
    self.digests = digests
    self.digest = digest
  }

  /// The modules whose version is recorded, but with other texts than these; O(n) for n bytes of recorded modules.
  func unraised(among modules: [(id: Identifier<Module>, version: SemanticVersion, bytes: [UInt8])])
    -> Set<Identifier<Module>>
  {
    Set(
      modules.compactMap { module in
        guard let recorded = digests[module.id]?[module.version], !recorded.contains(digest(module.bytes)) else {
          return nil
        }
        return module.id
      })
  }
}
