import ArgumentParser
import Bilingual
import CompletionLedger
import CurriculumModel
import ProgrammeModel

extension SelfAssessment.Stage: ExpressibleByArgument {}
extension Contract.Place: ExpressibleByArgument {}

/// `record self-assessment PAIR PERSON`: what somebody thinks they can do.
struct RecordSelfAssessment: ParsableCommand {
  static var configuration: CommandConfiguration {
    about(
      "self-assessment", en: "What somebody thinks they can do, at the start, in the middle or at the end.",
      fr: "Ce que quelqu’un pense savoir faire, au début, au milieu ou à la fin.")
  }

  @Argument(help: help(en: "The pair.", fr: "Le binôme.", value: .pair))
  var pair: String

  @Argument(help: help(en: "The person.", fr: "La personne.", value: .person))
  var person: String

  @Option(
    help: help(
      en: "When: start, middle or end; the next that is not recorded otherwise.",
      fr: "Quand\u{A0}: start (début), middle (milieu) ou end (fin)\u{202F}; sinon, la prochaine qui manque.",
      value: .stage))
  var stage: SelfAssessment.Stage?

  @Option(
    help: help(
      en: "FRAMEWORK:CODE=RATING, from 0 (not at all) to 4 (well enough to help others); may be repeated.",
      fr:
        "RÉFÉRENTIEL:CODE=NOTE, de 0 (pas du tout) à 4 (au point d’aider les autres)\u{202F}; peut être répété.",
      value: .rating))
  var rating: [String]

  @OptionGroup var recording: RecordingOptions

  func run() throws {
    let recorder = try recording.recorder()
    let pair = try recorder.ledger.knownPair(pair)
    let person = try recorder.ledger.knownPerson(person)
    let answers = try rating.map { try recorder.workspace.answer($0) }
    let occurred = try recording.occurred(recorder)
    let recorded = try recorder.record(about: [person.key]) { history in
      let told = history.progress(asOf: recorder.now, under: ModuleTerms(of: recorder.workspace.library))
        .person(person.key)
      let next = SelfAssessment.Stage.allCases.first { told.assessment($0, in: pair.id) == nil }
      return [
        recorder.event(
          0, at: occurred, .person(person.key, in: pair.id),
          Event.Attestation(
            role: pair.place(of: person.key) == .senior ? .senior : .junior, ground: .stated, person: person.key),
          .assessed(SelfAssessment(stage: stage ?? next ?? .end, answers: answers)))
      ]
    }
    try recording.report(recorded, by: recorder)
  }
}

/// `record contract PAIR`: how a pair agreed to meet.
struct RecordContract: ParsableCommand {
  static var configuration: CommandConfiguration {
    about(
      "contract", en: "How a pair agreed to meet, in its first session or later.",
      fr: "Comment un binôme a convenu de se voir, à la première séance ou plus tard.")
  }

  @Argument(help: help(en: "The pair.", fr: "Le binôme.", value: .pair))
  var pair: String

  @Option(
    help: help(en: "Weeks from one session to the next.", fr: "Semaines d’une séance à la suivante.", value: .weeks))
  var everyWeeks: Int?

  @Option(help: help(en: "How long a session is.", fr: "Durée d’une séance.", value: .minutes))
  var minutes: Int?

  @Option(
    help: help(
      en: "Where: room, remote or mixed.", fr: "Où\u{A0}: room (sur place), remote (à distance) ou mixed (les deux).",
      value: .place))
  var place: Contract.Place?

  @Option(
    help: help(
      en: "Within how many days a missed session is made up.",
      fr: "Sous combien de jours une séance manquée est rattrapée.", value: .days))
  var makeUpDays: Int?

  @Option(
    help: help(en: "A next date; may be repeated.", fr: "Une prochaine date\u{202F}; peut être répété.", value: .day))
  var date: [CalendarDay] = []

  @OptionGroup var recording: RecordingOptions

  func run() throws {
    let recorder = try recording.recorder()
    let pair = try recorder.ledger.knownPair(pair)
    let occurred = try recording.occurred(recorder)
    let contract = Contract(
      everyWeeks: everyWeeks, minutes: minutes.map { Minutes($0) }, place: place, makeUpDays: makeUpDays, dates: date)
    let recorded = try recorder.record(about: [pair.junior, pair.senior]) { _ in
      [recorder.event(0, at: occurred, .pair(pair), Event.Attestation(role: .both), .agreed(contract))]
    }
    try recording.report(recorded, by: recorder)
  }
}

extension OpenWorkspace {
  /// An answer of a self-assessment, written `FRAMEWORK:CODE=RATING`.
  fileprivate func answer(_ text: String) throws -> SelfAssessment.Answer {
    let parts = text.split(separator: "=", omittingEmptySubsequences: false)
    guard parts.count == 2, let rating = Int(parts[1]), let reference = CompetenceReference(parts[0]) else {
      throw CommandFailure(
        .usage,
        Wording(
          en: "\(Language.en.quote(text)) is no rating", fr: "\(Language.fr.quote(text)) n’est pas une note"),
        remedies: [
          Wording(
            en: "write such as ‘digcomp-3.0:2.2=1’, from 0 to 4",
            fr: "écrire par exemple «\u{A0}digcomp-3.0:2.2=1\u{A0}», de 0 à 4")
        ])
    }
    let levels = library.frameworks[reference.framework]?.levels ?? 0
    _ = try competence(levels > 0 ? "\(reference)=1" : reference.description)
    return .init(reference, rating: rating)
  }
}
