/// One observable outcome of a module.
package struct Objective: Equatable, Sendable {
  /// The identifier within the module.
  package let id: Identifier<Objective>
  /// Who can do it afterwards.
  package let audience: Partners
  /// The kind of doing, after Bloom's revised taxonomy.
  package let verb: Verb
  /// The outcome in one sentence.
  package let statement: LocalizedPhrase
  /// The competences it teaches, at the levels it brings the learner to.
  package let competences: [LevelledCompetence]

  /// The kind of doing, after Anderson and Krathwohl's revision of Bloom's taxonomy (2001).
  package enum Verb: String, Sendable {
    /// Recall.
    case remember
    /// Explain in one's own words.
    case understand
    /// Do it in a new case.
    case apply
    /// Take apart and compare.
    case analyse
    /// Judge by criteria.
    case evaluate
    /// Make something new.
    case create
  }

  /// An objective from its parts.
  package init(
    id: Identifier<Objective>, audience: Partners, verb: Verb, statement: LocalizedPhrase,
    competences: [LevelledCompetence]
  ) {
    self.id = id
    self.audience = audience
    self.verb = verb
    self.statement = statement
    self.competences = competences
  }
}

/// One thing that both can see at the end of a module.
package struct Check: Equatable, Sendable {
  /// The identifier within the module.
  package let id: Identifier<Check>
  /// The objectives it shows.
  package let objectives: [Identifier<Objective>]
  /// What is looked at.
  package let kind: Kind
  /// Who says that it holds.
  package let attestedBy: Partners
  /// What is kept of it.
  package let keep: Keep
  /// What is true or not.
  package let criterion: LocalizedPhrase

  /// What is looked at.
  package enum Kind: String, Sendable {
    /// Something done, watched.
    case observation
    /// Something made.
    case product
    /// Something explained.
    case explanation
    /// Something shown again.
    case demonstration
    /// Questions answered.
    case quiz
    /// One's own judgement.
    case selfAssessment = "self-assessment"
  }

  /// What is kept of a check.
  package enum Keep: String, Sendable {
    /// The result alone.
    case result
    /// The result and where the product is.
    case product
    /// Nothing.
    case nothing
  }

  /// A check from its parts.
  package init(
    id: Identifier<Check>, objectives: [Identifier<Objective>], kind: Kind, attestedBy: Partners, keep: Keep,
    criterion: LocalizedPhrase
  ) {
    self.id = id
    self.objectives = objectives
    self.kind = kind
    self.attestedBy = attestedBy
    self.keep = keep
    self.criterion = criterion
  }
}

/// The checks of a module and how many of them must hold.
package struct Checks: Equatable, Sendable {
  /// How many must hold.
  package let needed: Int
  /// The checks, in order.
  package let all: [Check]

  /// Checks, all of which must hold where `atLeast` is nil.
  package init(_ all: [Check], atLeast: Int? = nil) {
    self.all = all
    needed = min(atLeast ?? all.count, all.count)
  }
}
