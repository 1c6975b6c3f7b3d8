import ArgumentParser
import Bilingual
import CompletionLedger
import CurriculumModel
import ProgrammeModel

/// `record correct EVENT`: an event is told right; the wrong one is struck out in the same moment.
struct RecordCorrect: ParsableCommand {
  /// What an event is told as.
  enum Telling: String, CaseIterable, ExpressibleByArgument {
    case held, missed, passed, failed, completed
  }

  static var configuration: CommandConfiguration {
    about(
      "correct", en: "Tell an event right that was recorded wrong; what is not said stays as it was.",
      fr: "Rectifier un événement mal consigné\u{202F}; ce qu’on ne dit pas reste comme c’était.")
  }

  @Argument(help: help(en: "The event.", fr: "L’événement.", value: .id))
  var target: String

  @Option(help: help(en: "Why.", fr: "Pourquoi.", value: .reason))
  var reason: String

  @Option(
    help: help(
      en: "What it was: held, missed, passed, failed or completed.",
      fr: "Ce que c’était\u{A0}: held, missed, passed, failed ou completed.", value: .kind))
  var `as`: Telling?

  @Option(help: help(en: "How many minutes it took.", fr: "Sa durée en minutes.", value: .minutes))
  var minutes: Int?

  @Option(help: help(en: "The module it was about.", fr: "Le module concerné.", value: .module))
  var module: String?

  @Option(
    help: help(
      en: "Why a pass is true although conditions do not hold.",
      fr: "Pourquoi une validation est vraie bien que des conditions manquent.", value: .reason))
  var override: String?

  @OptionGroup var recording: RecordingOptions

  func run() throws {
    let recorder = try recording.recorder()
    let event = try recorder.ledger.knownEvent(target)
    let kind = try right(event.kind, recorder)
    let occurred = recording.on.map { $0 == event.occurredAt.day ? event.occurredAt : Moment(startOf: $0) }
    let recorded = try recorder.record(about: event.subject.people) { _ in
      let replacement = recorder.event(1, at: occurred ?? event.occurredAt, event.subject, event.attestation, kind)
      let void = Event.Kind.voided(target: event.id, reason: reason, replacement: replacement.id)
      return [
        recorder.event(0, at: recorder.now, event.subject, Event.Attestation(role: .lead), void), replacement,
      ]
    }
    try recording.report(recorded, by: recorder)
  }

  /// The kind as it should have been told.
  private func right(_ kind: Event.Kind, _ recorder: Recorder) throws -> Event.Kind {
    let length = minutes.map { Minutes($0) }
    let other = try module.map { try recorder.workspace.module($0) }
    func run(_ run: Run) -> Run { other.map { recorder.run(at: $0, continuing: nil, index: 1000) } ?? run }
    switch (kind, self.as) {
    case (.sessionHeld, .missed?) where length == nil: return .sessionMissed
    case (.sessionHeld(let number, let minutes, let planned), nil),
      (.sessionHeld(let number, let minutes, let planned), .held?):
      return .sessionHeld(number: number, minutes: length ?? minutes, planned: planned)
    case (.sessionMissed, .held?):
      guard let length else {
        throw CommandFailure(
          .usage, Wording(en: "say how long it took", fr: "dire combien de temps elle a duré"),
          remedies: [Wording(same: "--minutes 60")])
      }
      return .sessionHeld(number: nil, minutes: length)
    case (.sessionMissed, nil) where length == nil, (.sessionMissed, .missed?): return .sessionMissed
    case (.passed(let old, let before), nil), (.passed(let old, let before), .passed?):
      return .passed(run(old), override: override ?? before)
    case (.failed(let old), .passed?), (.completed(let old), .passed?): return .passed(run(old), override: override)
    case (.passed(let old, _), .failed?), (.completed(let old), .failed?), (.failed(let old), .failed?),
      (.failed(let old), nil):
      return .failed(run(old))
    case (.passed(let old, _), .completed?), (.failed(let old), .completed?), (.completed(let old), .completed?),
      (.completed(let old), nil):
      return .completed(run(old))
    case (.recognised(.module(let old), let why), nil): return .recognised(.module(run(old)), because: why)
    default:
      throw CommandFailure(
        .usage,
        Wording(en: "this event cannot be corrected so", fr: "cet événement ne peut être rectifié ainsi"),
        remedies: [
          Wording(
            en: "strike it out with ‘record void’, then record it anew",
            fr: "l’annuler avec «\u{A0}record void\u{A0}», puis le consigner à nouveau")
        ])
    }
  }
}

extension Ledger {
  /// An event by the identifier that commands print.
  func knownEvent(_ text: String) throws -> Event {
    guard let id = Event.ID(text) else {
      throw CommandFailure(
        .usage,
        Wording(
          en: "\(Language.en.quote(text)) is no identifier of an event",
          fr: "\(Language.fr.quote(text)) n’est pas l’identifiant d’un événement"),
        remedies: [
          Wording(
            en: "write the UUID that ‘record’ printed in brackets",
            fr: "écrire l’UUID que «\u{A0}record\u{A0}» a affiché entre crochets")
        ])
    }
    guard let event = try event(id) else {
      throw CommandFailure(.noInput, Wording(en: "there is no event \(id)", fr: "il n’y a pas d’événement \(id)"))
    }
    return event
  }
}
