internal import Bilingual
package import CurriculumModel
internal import DomainWords
internal import Stationery

/// What a sheet and `show` say of a module to other programs.
package struct ModuleMembers: Sendable {
  /// An activity.
  package struct Agenda: Encodable, Sendable {
    let id: String
    let title: String
    let minutes: Int
    let lead: String
    let mode: String
    let junior: String
    let senior: String
    let prompts: [Question]
    let cards: [String]
    let accessibility: [Need]
  }

  /// A question that one asks the other.
  package struct Question: Encodable, Sendable {
    let from: String
    @OrNull var topic: String?
    let text: String
  }

  /// A check.
  package struct Observation: Encodable, Sendable {
    let id: String
    let kind: String
    let attestedBy: String
    let criterion: String
  }

  /// What somebody prepares.
  package struct Addressed: Encodable, Sendable {
    let `for`: String
    let text: String
  }

  /// What changes for a need or in a situation.
  package struct Need: Encodable, Sendable {
    let when: String
    let text: String
  }

  let title: String
  /// The activities, in order.
  package let activities: [Agenda]
  /// The checks, in order.
  package let checks: [Observation]
  /// What to prepare.
  package let preparation: [Addressed]
  /// Notes on accessibility.
  package let accessibility: [Need]
  /// Other ways of running it.
  package let variants: [Need]
  /// What stays in the room.
  package let privacy: String

  /// What is said of a module to whoever reads it.
  package init(_ module: Module, _ reading: SheetReading) {
    title = reading.facts.text(module.title)
    activities = module.activities.map { Agenda($0, reading) }
    checks = module.checks.all.map {
      Observation(
        id: $0.id.rawValue, kind: $0.kind.rawValue, attestedBy: $0.attestedBy.rawValue,
        criterion: reading.facts.text($0.criterion))
    }
    preparation = module.preparations.filter { reading.concerns($0.audience) }.map {
      Addressed(for: $0.audience.rawValue, text: reading.prose($0.text))
    }
    accessibility = module.accessibility.map { Need($0, reading) }
    variants = module.variants.map { Need(when: $0.when, text: reading.prose($0.text)) }
    privacy = reading.facts.text(module.privacy)
  }
}

extension ModuleMembers.Agenda {
  init(_ activity: Activity, _ reading: SheetReading) {
    self.init(
      id: activity.id.rawValue, title: reading.facts.text(activity.title), minutes: activity.minutes.count,
      lead: activity.lead.rawValue, mode: activity.mode.rawValue,
      junior: activity.instructions[.junior].map(reading.prose) ?? "",
      senior: activity.instructions[.senior].map(reading.prose) ?? "",
      prompts: activity.prompts.filter { reading.readers.contains($0.from) }.map {
        ModuleMembers.Question(from: $0.from.rawValue, topic: $0.topic, text: reading.facts.text($0.question))
      },
      cards: activity.cards.map(\.rawValue),
      accessibility: activity.accessibility.map { ModuleMembers.Need($0, reading) }
    )
  }
}

extension ModuleMembers.Need {
  init(_ note: Accessibility, _ reading: SheetReading) {
    self.init(when: note.need, text: reading.facts.text(note.text))
  }
}

extension SheetReading {
  /// The characters of blocks of text, one line for each paragraph, point and row.
  func prose(_ text: LocalizedProse) -> String {
    blocks(text).map(\.plainText).joined(separator: "\n")
  }
}
