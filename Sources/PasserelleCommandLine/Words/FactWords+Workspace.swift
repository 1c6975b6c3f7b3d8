import DomainWords

extension FactWords {
  /// Words for facts of a workspace's library, in the language of this run.
  init(workspace: OpenWorkspace) {
    self.init(library: workspace.library, language: spokenLanguage)
  }
}
