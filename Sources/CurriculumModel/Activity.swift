package import Bilingual

/// One part of a module's agenda.
package struct Activity: Equatable, Sendable {
  /// The identifier within the module.
  package let id: Identifier<Activity>
  /// How long it takes.
  package let minutes: Minutes
  /// Who leads it.
  package let lead: Partners
  /// What kind of doing it is.
  package let mode: Mode
  /// Its title; empty where it has none.
  package let title: LocalizedPhrase
  /// What each of the two does.
  package let instructions: [Partner: LocalizedProse]
  /// Questions that one asks the other.
  package let prompts: [Prompt]
  /// Cards to bring.
  package let cards: [Identifier<Card>]
  /// How to run it with someone who has a need.
  package let accessibility: [Accessibility]

  /// What kind of doing an activity is.
  package enum Mode: String, Sendable {
    /// Telling and listening.
    case talk
    /// One shows, the other watches.
    case demonstrate
    /// The learner does it.
    case practice
    /// Both look around.
    case explore
    /// Both make something.
    case create
    /// Both settle something.
    case decide
    /// Both plan what comes.
    case plan
    /// Both look back.
    case reflect
  }

  /// An activity from its parts.
  package init(
    id: Identifier<Activity>, minutes: Minutes, lead: Partners, mode: Mode, title: LocalizedPhrase,
    instructions: [Partner: LocalizedProse], prompts: [Prompt], cards: [Identifier<Card>],
    accessibility: [Accessibility]
  ) {
    self.id = id
    self.minutes = minutes
    self.lead = lead
    self.mode = mode
    self.title = title
    self.instructions = instructions
    self.prompts = prompts
    self.cards = cards
    self.accessibility = accessibility
  }
}

/// A question that one partner asks the other, so that the exchange goes both ways.
package struct Prompt: Equatable, Sendable {
  /// Who asks.
  package let from: Partner
  /// What it is about.
  package let topic: String?
  /// The question.
  package let question: LocalizedPhrase

  /// A prompt from its parts.
  package init(from: Partner, topic: String?, question: LocalizedPhrase) {
    self.from = from
    self.topic = topic
    self.question = question
  }
}

/// How to run something with a person who has a need.
package struct Accessibility: Equatable, Sendable {
  /// The need, such as `low-vision`.
  package let need: String
  /// What to do.
  package let text: LocalizedPhrase

  /// A note from its parts.
  package init(need: String, text: LocalizedPhrase) {
    self.need = need
    self.text = text
  }
}

/// What to prepare or to bring.
package struct Preparation: Equatable, Sendable {
  /// Who prepares it.
  package let audience: Partners
  /// What it is.
  package let text: LocalizedProse

  /// A preparation from its parts.
  package init(audience: Partners, text: LocalizedProse) {
    self.audience = audience
    self.text = text
  }
}

/// What changes in a situation.
package struct Variant: Equatable, Sendable {
  /// The situation, such as `remote` or `no-account`.
  package let when: String
  /// What changes.
  package let text: LocalizedProse

  /// A variant from its parts.
  package init(when: String, text: LocalizedProse) {
    self.when = when
    self.text = text
  }
}

/// One form of prior learning that counts instead of a module.
package struct PriorLearning: Equatable, Sendable {
  /// What is shown.
  package enum Kind: String, Sendable {
    /// A certificate of a scheme.
    case certificate
    /// Doing it in front of somebody.
    case demonstration
    /// Having done it at work.
    case experience
    /// Another course.
    case equivalent
  }

  /// What is shown.
  package let kind: Kind
  /// The scheme of a certificate.
  package let scheme: String?
  /// How recent it must be, in months; nil for any age.
  package let months: Int?
  /// Who says so.
  package let attestedBy: Partners?

  /// Prior learning from its parts.
  package init(kind: Kind, scheme: String?, months: Int?, attestedBy: Partners?) {
    self.kind = kind
    self.scheme = scheme
    self.months = months
    self.attestedBy = attestedBy
  }
}

/// A page or file that helps.
package struct Resource: Equatable, Sendable {
  /// The identifier within the module.
  package let id: Identifier<Resource>
  /// Where it is: a web address, or a path in the workspace.
  package let href: String
  /// Its language.
  package let language: LanguageTag?
  /// Its licence.
  package let licence: String?
  /// When it was last looked at.
  package let checked: CalendarDay?
  /// Its title; empty where it has none.
  package let title: LocalizedPhrase

  /// A resource from its parts.
  package init(
    id: Identifier<Resource>, href: String, language: LanguageTag?, licence: String?, checked: CalendarDay?,
    title: LocalizedPhrase
  ) {
    self.id = id
    self.href = href
    self.language = language
    self.licence = licence
    self.checked = checked
    self.title = title
  }
}

/// A take-away sheet.
package struct Card: Equatable, Sendable {
  /// The identifier.
  package let id: Identifier<Card>
  /// The version; nil where it has none.
  package let version: SemanticVersion?
  /// The title.
  package let title: LocalizedPhrase
  /// The text.
  package let body: LocalizedProse

  /// A card from its parts.
  package init(id: Identifier<Card>, version: SemanticVersion?, title: LocalizedPhrase, body: LocalizedProse) {
    self.id = id
    self.version = version
    self.title = title
    self.body = body
  }
}
