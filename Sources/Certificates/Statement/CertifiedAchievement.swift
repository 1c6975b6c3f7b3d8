/// What a certificate says was earned.
package struct CertifiedAchievement: Hashable, Sendable {
  /// A URI of the achievement: the same for everybody who earns it in this edition.
  package let id: String
  /// Its title.
  package let title: String
  /// What it is, in a sentence or two.
  package let description: String
  /// What one has to do to earn it.
  package let criteria: String
  /// The statements of what the holder can do now.
  package let objectives: [String]
  /// The competences it stands for in published frameworks.
  package let alignments: [CompetenceAlignment]

  /// An achievement from its parts.
  package init(
    id: String, title: String, description: String, criteria: String, objectives: [String],
    alignments: [CompetenceAlignment]
  ) {
    self.id = id
    self.title = title
    self.description = description
    self.criteria = criteria
    self.objectives = objectives
    self.alignments = alignments
  }
}

/// A competence of a published framework that an achievement stands for.
package struct CompetenceAlignment: Hashable, Sendable {
  /// The framework's name with its edition, such as "DigComp 3.0".
  package let framework: String
  /// The competence's code in the framework.
  package let code: String
  /// The competence's name.
  package let name: String
  /// The level reached, or nil where the framework has none.
  package let level: Int?
  /// The page that describes the competence or its framework.
  ///
  /// Open Badges 3.0 (B.1.3, `Alignment`) wants one: without it the competence stands in the credential's
  /// narrative and on the page, and not under `alignment`.
  package let url: String?

  /// An alignment from its parts.
  package init(framework: String, code: String, name: String, level: Int?, url: String?) {
    self.framework = framework
    self.code = code
    self.name = name
    self.level = level
    self.url = url
  }
}
