package import Bilingual

/// A learning module: what two people do together, what each gains, and how both see that it worked.
package struct Module: Equatable, Sendable {
  /// The identifier, which survives new versions.
  package let id: Identifier<Module>
  /// The version of the text.
  package let version: SemanticVersion
  /// The language of the original.
  package let language: LanguageTag
  /// The title.
  package let title: LocalizedPhrase
  /// What it is about.
  package let summary: LocalizedPhrase
  /// The theme under which it is filed.
  package let theme: Identifier<Theme>
  /// Who mentors.
  package let direction: Direction
  /// The advantages of reverse mentoring that it serves.
  package let serves: [Advantage]
  /// Whether each person's pass counts, or only this pair's.
  package let countsFor: Scope
  /// Identifiers it had before; records under them are records of it.
  package let formerly: [Identifier<Module>]
  /// Where it stands in its life.
  package let lifecycle: Lifecycle
  /// Licence and holder.
  package let rights: Rights
  /// Minutes together and alone.
  package let time: Time
  /// What each can do afterwards.
  package let objectives: [Objective]
  /// What must hold before it starts.
  package let requires: Condition<Requirement>
  /// What helps but never binds.
  package let recommends: [Recommendation]
  /// What is accepted instead.
  package let priorLearning: [PriorLearning]
  /// What to prepare.
  package let preparations: [Preparation]
  /// The agenda, in order.
  package let activities: [Activity]
  /// What is observed at the end.
  package let checks: Checks
  /// For how long a pass counts; nil where it never expires.
  package let validity: Validity?
  /// Pages and files that help.
  package let resources: [Resource]
  /// Other ways of running it.
  package let variants: [Variant]
  /// Notes on accessibility for the whole module.
  package let accessibility: [Accessibility]
  /// What must stay in the room.
  package let privacy: LocalizedPhrase

  /// A module from its parts, which `Validators` has found sound.
  package init(
    id: Identifier<Module>, version: SemanticVersion, language: LanguageTag, title: LocalizedPhrase,
    summary: LocalizedPhrase, theme: Identifier<Theme>, direction: Direction, serves: [Advantage],
    countsFor: Scope, formerly: [Identifier<Module>], lifecycle: Lifecycle, rights: Rights, time: Time,
    objectives: [Objective], requires: Condition<Requirement>, recommends: [Recommendation],
    priorLearning: [PriorLearning], preparations: [Preparation], activities: [Activity], checks: Checks,
    validity: Validity?, resources: [Resource], variants: [Variant], accessibility: [Accessibility],
    privacy: LocalizedPhrase
  ) {
    self.id = id
    self.version = version
    self.language = language
    self.title = title
    self.summary = summary
    self.theme = theme
    self.direction = direction
    self.serves = serves
    self.countsFor = countsFor
    self.formerly = formerly
    self.lifecycle = lifecycle
    self.rights = rights
    self.time = time
    self.objectives = objectives
    self.requires = requires
    self.recommends = recommends
    self.priorLearning = priorLearning
    self.preparations = preparations
    self.activities = activities
    self.checks = checks
    self.validity = validity
    self.resources = resources
    self.variants = variants
    self.accessibility = accessibility
    self.privacy = privacy
  }
}

extension Module {
  /// For whom a pass counts.
  package enum Scope: Sendable {
    /// For each person, in whichever pair.
    case person
    /// For this pair alone: the contract, the closing, a joint pilot.
    case pair
  }

  /// Where a document stands in its life.
  package struct Lifecycle: Equatable, Sendable {
    /// Whether it may be planned.
    package enum Status: String, Sendable {
      /// Being written: never planned.
      case draft
      /// In use.
      case published
      /// No longer offered: never planned anew.
      case withdrawn
    }

    /// How fast its subject changes.
    package enum Volatility: String, Sendable {
      /// Over years.
      case low
      /// Within a year or two.
      case medium
      /// Within months.
      case high
    }

    /// Whether it may be planned.
    package let status: Status
    /// When it was published.
    package let published: CalendarDay?
    /// When it must be looked at again.
    package let reviewBy: CalendarDay?
    /// How fast its subject changes.
    package let volatility: Volatility?

    /// A lifecycle from its parts.
    package init(status: Status, published: CalendarDay?, reviewBy: CalendarDay?, volatility: Volatility?) {
      self.status = status
      self.published = published
      self.reviewBy = reviewBy
      self.volatility = volatility
    }
  }

  /// A licence and its holder.
  package struct Rights: Equatable, Sendable {
    /// The licence, as an SPDX identifier where there is one.
    package let licence: String
    /// Whose the text is.
    package let holder: String

    /// Rights from their parts.
    package init(licence: String, holder: String) {
      self.licence = licence
      self.holder = holder
    }
  }

  /// Minutes that both sit through, and minutes alone.
  package struct Time: Equatable, Sendable {
    /// The minutes together, which plans count.
    package let together: Minutes
    /// Minutes alone before.
    package let before: Minutes
    /// Minutes alone after.
    package let after: Minutes

    /// Times from their parts.
    package init(together: Minutes, before: Minutes, after: Minutes) {
      self.together = together
      self.before = before
      self.after = after
    }
  }

  /// For how long a pass counts.
  package struct Validity: Equatable, Sendable {
    /// Months from the pass.
    package let months: Int
    /// The module that renews it, instead of the whole again.
    package let refresh: Identifier<Module>?

    /// A validity from its parts.
    package init(months: Int, refresh: Identifier<Module>?) {
      self.months = months
      self.refresh = refresh
    }
  }

  /// What helps but never binds.
  package struct Recommendation: Equatable, Sendable {
    /// What is recommended.
    package let condition: Condition<Requirement>
    /// Why.
    package let reason: LocalizedPhrase

    /// A recommendation from its parts.
    package init(condition: Condition<Requirement>, reason: LocalizedPhrase) {
      self.condition = condition
      self.reason = reason
    }
  }

  /// Whether it may be part of a plan.
  package var isOffered: Bool { lifecycle.status == .published }
}
