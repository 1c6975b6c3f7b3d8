/// A curriculum: which modules, in which rhythm, towards which certificates.
package struct Curriculum: Equatable, Sendable {
  /// The identifier.
  package let id: Identifier<Curriculum>
  /// The edition, such as "2026.1".
  package let edition: String
  /// The language of the original.
  package let language: LanguageTag
  /// The title.
  package let title: LocalizedPhrase
  /// What it is about.
  package let summary: LocalizedPhrase
  /// How long sessions are and how often.
  package let rhythm: Rhythm
  /// The least share of giving back; nil where none is asked for.
  package let reciprocity: Reciprocity?
  /// Modules bound to a place in the plan.
  package let milestones: [Milestone]
  /// The choices of modules.
  package let groups: [Group]
  /// The certificates.
  package let certificates: [Certificate]
  /// What is measured.
  package let indicators: [Indicator]

  /// How long a session is, how often the pair meets, and for how long.
  package struct Rhythm: Equatable, Sendable {
    /// The length of a session.
    package let session: Minutes
    /// Weeks from one session to the next.
    package let everyWeeks: Int
    /// How many sessions there are.
    package let sessions: Int
    /// How many may be missed in a row before somebody should call.
    package let missedInARow: Int

    /// A rhythm from its parts.
    package init(session: Minutes, everyWeeks: Int, sessions: Int, missedInARow: Int) {
      self.session = session
      self.everyWeeks = everyWeeks
      self.sessions = sessions
      self.missedInARow = missedInARow
    }
  }

  /// The least share of the time in which the senior gives back.
  package struct Reciprocity: Equatable, Sendable {
    /// The least return share, in percent.
    package let atLeastPercent: Int
    /// How much of a mutual module counts as given back, in percent.
    package let mutualPercent: Int

    /// A share from its parts.
    package init(atLeastPercent: Int, mutualPercent: Int) {
      self.atLeastPercent = atLeastPercent
      self.mutualPercent = mutualPercent
    }
  }

  /// A module bound to a place in the plan.
  package struct Milestone: Equatable, Sendable {
    /// Where it must stand.
    package enum Place: Equatable, Sendable {
      /// At this session at the latest, from 1.
      case bySession(Int)
      /// After everything else.
      case last
    }

    /// The module.
    package let module: Identifier<Module>
    /// Where it must stand.
    package let place: Place

    /// A milestone from its parts.
    package init(module: Identifier<Module>, place: Place) {
      self.module = module
      self.place = place
    }
  }

  /// What is measured for one of the four advantages.
  package struct Indicator: Equatable, Sendable {
    /// The advantage.
    package let advantage: Advantage
    /// The measure, such as `return-share`.
    package let kind: String
    /// What it says.
    package let description: LocalizedPhrase

    /// An indicator from its parts.
    package init(advantage: Advantage, kind: String, description: LocalizedPhrase) {
      self.advantage = advantage
      self.kind = kind
      self.description = description
    }
  }

  /// A curriculum from its parts, which `Validators` has found sound.
  package init(
    id: Identifier<Curriculum>, edition: String, language: LanguageTag, title: LocalizedPhrase,
    summary: LocalizedPhrase, rhythm: Rhythm, reciprocity: Reciprocity?, milestones: [Milestone],
    groups: [Group], certificates: [Certificate], indicators: [Indicator]
  ) {
    self.id = id
    self.edition = edition
    self.language = language
    self.title = title
    self.summary = summary
    self.rhythm = rhythm
    self.reciprocity = reciprocity
    self.milestones = milestones
    self.groups = groups
    self.certificates = certificates
    self.indicators = indicators
  }
}

/// A choice of modules within a curriculum.
package struct Group: Equatable, Sendable {
  /// How much of the group is asked for.
  package enum Choice: Equatable, Sendable {
    /// Every module of it.
    case all
    /// At least so many modules.
    case atLeast(Int)
    /// At least so many minutes, by modules of these directions and this theme (any, where nil).
    ///
    /// Where the group lists no modules, every module of the library that fits is meant.
    case minutes(Minutes)
  }

  /// The identifier, unique among modules, groups and certificates.
  package let id: Identifier<Group>
  /// The title; empty where it has none.
  package let title: LocalizedPhrase
  /// How much is asked for.
  package let choice: Choice
  /// The modules: those listed, or those of the library that fit directions and theme, in order of identifier.
  package let modules: [Identifier<Module>]
  /// How much each of its points is worth where only a part of the goal fits, from 1.
  package let weight: Int

  /// A group from its parts.
  package init(
    id: Identifier<Group>, title: LocalizedPhrase, choice: Choice, modules: [Identifier<Module>], weight: Int = 1
  ) {
    self.id = id
    self.title = title
    self.choice = choice
    self.modules = modules
    self.weight = weight
  }
}

/// A certificate and what earns it.
package struct Certificate: Equatable, Sendable {
  /// Whom a certificate is for.
  package enum Holder: String, Sendable {
    /// The junior.
    case junior
    /// The senior.
    case senior
    /// The two as a pair.
    case pair

    /// The people meant.
    package var members: [Partner] {
      switch self {
      case .junior: [.junior]
      case .senior: [.senior]
      case .pair: [.junior, .senior]
      }
    }
  }

  /// The identifier, unique among modules, groups and certificates.
  package let id: Identifier<Certificate>
  /// Whom it is for.
  package let holder: Holder
  /// For how many months it is valid; nil for ever.
  package let validMonths: Int?
  /// The title.
  package let title: LocalizedPhrase
  /// What it stands for; empty where nothing is said.
  package let description: LocalizedPhrase
  /// What earns it.
  package let earnedWhen: Condition<Earning>

  /// A certificate from its parts.
  package init(
    id: Identifier<Certificate>, holder: Holder, validMonths: Int?, title: LocalizedPhrase,
    description: LocalizedPhrase, earnedWhen: Condition<Earning>
  ) {
    self.id = id
    self.holder = holder
    self.validMonths = validMonths
    self.title = title
    self.description = description
    self.earnedWhen = earnedWhen
  }
}
