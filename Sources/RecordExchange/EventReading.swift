package import Bilingual
package import CurriculumModel
import Diagnostics
package import ProgrammeModel

/// Makes events of named texts, and fills in what a file that people wrote leaves out.
///
/// A file of ours says everything. One that people wrote need not say an event's identifier (it then follows from what
/// is said, so that the same line is the same event), nor a module's version (today's), nor who a pair's people are.
package struct EventReading {
  /// What must be known beside the file.
  package struct Surroundings {
    /// The person of a handle or a key.
    package var person: (String) -> PersonKey?
    /// The pair of an identifier.
    package var pair: (Identifier<Pair>) -> Pair?
    /// The version and the digest of a module as it is today.
    package var text: (Identifier<Module>) -> (version: SemanticVersion, digest: String)?
    /// The identifiers of modules, for who misspelt one.
    package var modules: [String]
    /// The handles of people, for who misspelt one.
    package var handles: [String]
    /// The moment of the import.
    package var now: Moment

    /// Surroundings from their parts.
    package init(
      person: @escaping (String) -> PersonKey?, pair: @escaping (Identifier<Pair>) -> Pair?,
      text: @escaping (Identifier<Module>) -> (version: SemanticVersion, digest: String)?,
      modules: [String], handles: [String], now: Moment
    ) {
      self.person = person
      self.pair = pair
      self.text = text
      self.modules = modules
      self.handles = handles
      self.now = now
    }
  }

  private let surroundings: Surroundings
  /// The pairs that began in the file itself, before the line that is read.
  private var begun: [Identifier<Pair>: Pair] = [:]

  /// A reading in these surroundings.
  package init(_ surroundings: Surroundings) {
    self.surroundings = surroundings
  }

  /// The pair of an identifier, whether it began before or in the file itself.
  package func pair(_ id: Identifier<Pair>) -> Pair? {
    begun[id] ?? surroundings.pair(id)
  }

  /// The event that these fields tell of; what is recorded under its identifier says what they leave out.
  ///
  /// - Throws: `RecordFault` where they tell of none.
  package mutating func event(_ fields: EventFields, standing: Event?) throws(RecordFault) -> Event {
    let id = try fields.identifier()
    let maker = EventMaker(fields: fields, id: id, standing: standing, surroundings: surroundings, begun: begun)
    let event = try maker.event()
    if case .enrolled(let curriculum, let goals) = event.kind,
      case .pair(let pair, let junior, let senior) = event.subject
    {
      if let before = begun[pair], (before.junior, before.senior) != (junior, senior) {
        throw RecordFault(
          Wording(
            en: "the pair ‘\(pair)’ begins in this file already, with other people",
            fr: "le binôme «\u{A0}\(pair)\u{A0}» commence déjà dans ce fichier, avec d’autres personnes"),
          remedy: Wording(en: "choose another id", fr: "choisir un autre identifiant"))
      }
      begun[pair] = begun[pair] ?? Pair(id: pair, junior: junior, senior: senior, curriculum: curriculum, goals: goals)
    }
    return event
  }
}

extension EventFields {
  /// The identifier that is said, otherwise one that follows from all that is said.
  ///
  /// - Throws: `RecordFault` where what is said is no identifier.
  package func identifier() throws(RecordFault) -> Event.ID {
    if let text = self[.event] {
      guard let id = Event.ID(text) else { throw notA(.event, text) }
      return id
    }
    let moment = self[.occurred].flatMap { Moment(iso: $0) } ?? Moment(milliseconds: 0)
    let told = RecordField.allCases.compactMap { field in self[field].map { "\(field.rawValue)=\($0)\n" } }.joined()
    return DerivedIdentifier.make(from: "event\n" + told, at: moment)
  }
}

/// What is wrong with a text that should be such a field.
func notA(_ field: RecordField, _ text: String) -> RecordFault {
  RecordFault(
    Wording(
      en: "‘\(text)’ is not what ‘\(field.rawValue)’ holds",
      fr: "«\u{A0}\(text)\u{A0}» ne convient pas à «\u{A0}\(field.rawValue)\u{A0}»"),
    remedy: field.remedy)
}

extension RecordField {
  /// How the field is written.
  fileprivate var remedy: Wording? {
    func choices(_ words: [String]) -> Wording {
      Wording { language in
        (language == .en ? "write " : "écrire ") + language.list(words.map { language.quote($0) }, .or)
      }
    }
    switch self {
    case .event, .registration, .target, .replacement, .credential:
      return Wording(
        en: "write a UUID, such as 019cf1a2-0000-7000-8000-000000000001",
        fr: "écrire un UUID, par exemple 019cf1a2-0000-7000-8000-000000000001")
    case .occurred, .recorded, .validUntil:
      return Wording(
        en: "write such as 2026-11-23 or 2026-11-23T10:00:00Z",
        fr: "écrire par exemple 2026-11-23 ou 2026-11-23T10:00:00Z")
    case .dates: return Wording(en: "write such as 2026-11-23", fr: "écrire par exemple 2026-11-23")
    case .kind: return choices(Self.kinds)
    case .role: return choices(Event.Attestation.Role.allCases.map(\.rawValue))
    case .ground: return choices(Event.Attestation.Ground.allCases.map(\.rawValue))
    case .why: return choices(Event.RecognitionReason.allCases.map(\.rawValue))
    case .stage: return choices(SelfAssessment.Stage.allCases.map(\.rawValue))
    case .place: return choices(Contract.Place.allCases.map(\.rawValue))
    case .stance: return choices(Event.Wish.Stance.allCases.map(\.rawValue))
    case .competence, .wants, .haves:
      return Wording(en: "write such as ‘digcomp-3.0:2.2=3’", fr: "écrire par exemple «\u{A0}digcomp-3.0:2.2=3\u{A0}»")
    case .answers:
      return Wording(
        en: "write such as ‘digcomp-3.0:2.2=1 lifecomp-2020:S2=3’, with ratings from 0 to 4",
        fr: "écrire par exemple «\u{A0}digcomp-3.0:2.2=1 lifecomp-2020:S2=3\u{A0}», avec des notes de 0 à 4")
    case .steps:
      return Wording(
        en: "write such as ‘sm-profile@1.2.0=4’", fr: "écrire par exemple «\u{A0}sm-profile@1.2.0=4\u{A0}»")
    case .version: return Wording(en: "write such as 1.2.0", fr: "écrire par exemple 1.2.0")
    case .minutes, .planned, .number, .everyWeeks, .makeUpDays, .statusIndex:
      return Wording(en: "write a whole number", fr: "écrire un nombre entier")
    default: return nil
    }
  }

  /// The words for kinds of events.
  private static let kinds = [
    "enrolled", "held", "missed", "completed", "passed", "failed", "recognised", "described", "assessed", "agreed",
    "wished", "wish-withdrawn", "planned", "withdrawn", "voided", "certificate-issued", "revoked", "superseded",
  ]
}
