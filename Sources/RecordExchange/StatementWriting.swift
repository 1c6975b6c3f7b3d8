import Bilingual
import CurriculumModel
import FoundationEssentials
package import ProgrammeModel

/// Events as xAPI statements, one on a line: with ADL's and cmi5's verbs for whoever reads them, and all that we know in
/// an extension for ourselves.
package enum StatementFile {
  /// The statement of an event, without a line ending; people stand under their keys, never under their names.
  ///
  /// - Parameter homePage: The page of the organisation under which its keys mean something, as xAPI wants it of
  ///   accounts; without one, a name of ours stands there.
  package static func line(_ event: Event, homePage: String? = nil) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let statement = Statement(event, homePage: homePage ?? Vocabulary.homePage)
    return String(decoding: try encoder.encode(statement), as: UTF8.self)
  }
}

extension Statement {
  /// The statement of an event, with people's keys under this page.
  init(_ event: Event, homePage: String) {
    let verb = Vocabulary.verb(event.kind)
    let fields = EventFields(event) { $0.description }
    self.init(
      id: event.id.description, actor: Actor(event.subject, homePage),
      verb: Verb(id: verb.id, display: ["en": verb.en, "fr": verb.fr]),
      object: Object(event), result: Result(event.kind), context: Context(event, fields: fields, homePage),
      timestamp: event.occurredAt.iso, stored: event.recordedAt.iso, version: "1.0.3")
  }
}

extension Statement.Actor {
  fileprivate init(_ person: PersonKey, _ homePage: String) {
    self.init(objectType: "Agent", account: .init(homePage: homePage, name: person.description), member: nil)
  }

  fileprivate init(_ subject: Event.Subject, _ homePage: String) {
    switch subject {
    case .person(let person, _): self.init(person, homePage)
    case .pair(_, let junior, let senior):
      self.init(objectType: "Group", account: nil, member: [.init(junior, homePage), .init(senior, homePage)])
    }
  }
}

extension Statement.Object {
  fileprivate init(_ kind: String, _ id: String, type: String) {
    self.init(objectType: "Activity", id: Vocabulary.activity(kind, id), definition: .init(type: type, name: nil))
  }

  fileprivate init(_ event: Event) {
    switch event.kind {
    case .voided(let target, _, _): self.init(objectType: "StatementRef", id: target.description, definition: nil)
    case .enrolled(let curriculum, _): self.init("curriculum", curriculum.rawValue, type: Vocabulary.courseType)
    case .recognised(.competence(let held), _):
      self.init("competence", held.description, type: "http://adlnet.gov/expapi/activities/objective")
    case .certificateIssued(let award):
      self.init("certificate", award.certificate.rawValue, type: Vocabulary.activity("type", "certificate"))
    case .revoked(let credential, _), .superseded(let credential, _):
      self.init("credential", credential.description, type: Vocabulary.activity("type", "credential"))
    case let kind:
      if let module = kind.module {
        self.init("module", module.rawValue, type: Vocabulary.moduleType)
      } else if let pair = event.subject.pair {
        self.init("pair", pair.rawValue, type: Vocabulary.meetingType)
      } else {
        self.init("profile", "wants-and-haves", type: Vocabulary.activity("type", "profile"))
      }
    }
  }
}

extension Statement.Result {
  fileprivate init?(_ kind: Event.Kind) {
    self.init()
    switch kind {
    case .sessionHeld(_, let minutes, _): duration = "PT\(minutes.count)M"
    case .completed: completion = true
    case .passed: success = true
    case .failed: success = false
    case .recognised(_, let why):
      extensions = Vocabulary.waivers.first { $0.reason == why }.map { [Vocabulary.reason: $0.name] }
    default: return nil
    }
  }
}

extension Statement.Context {
  fileprivate init(_ event: Event, fields: EventFields, _ homePage: String) {
    let texts = Dictionary(uniqueKeysWithValues: fields.values.map { ($0.key.rawValue, $0.value) })
    let pair = event.subject.pair.map { Statement.Object("pair", $0.rawValue, type: Vocabulary.meetingType) }
    // xAPI keeps platform and revision from statements about other statements.
    let isAboutStatement = if case .voided = event.kind { true } else { false }
    self.init(
      registration: event.kind.run?.registration.description,
      instructor: event.attestation.person.map { Statement.Actor($0, homePage) },
      contextActivities: pair.map { .init(parent: nil, grouping: [$0]) },
      platform: isAboutStatement ? nil : "Passerelle",
      revision: event.kind.run?.version.description, extensions: .init(event: texts))
  }
}
