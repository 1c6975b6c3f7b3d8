import ArgumentParser
import Bilingual
import CompletionLedger
import CurriculumModel
import ProgrammeModel

/// `record void EVENT`: an event never happened as it was told.
struct RecordVoid: ParsableCommand {
  static var configuration: CommandConfiguration {
    about(
      "void", en: "Strike out an event that was recorded by mistake.", fr: "Annuler un événement consigné par erreur.")
  }

  @Argument(help: help(en: "The event.", fr: "L’événement.", value: .id))
  var target: String

  @Option(help: help(en: "Why.", fr: "Pourquoi.", value: .reason))
  var reason: String

  @OptionGroup var recording: RecordingOptions

  func run() throws {
    let recorder = try recording.recorder()
    guard let id = Event.ID(target) else {
      throw CommandFailure(
        .usage,
        Wording(
          en: "\(Language.en.quote(target)) is no identifier of an event",
          fr: "\(Language.fr.quote(target)) n’est pas l’identifiant d’un événement"),
        remedies: [
          Wording(
            en: "write the UUID that ‘record’ printed in brackets",
            fr: "écrire l’UUID que «\u{A0}record\u{A0}» a affiché entre crochets")
        ])
    }
    guard let event = try recorder.ledger.event(id) else {
      throw CommandFailure(.noInput, Wording(en: "there is no event \(id)", fr: "il n’y a pas d’événement \(id)"))
    }
    let recorded = try recorder.record(about: event.subject.people) { _ in
      [
        recorder.event(
          0, at: recorder.now, event.subject, Event.Attestation(role: .lead),
          .voided(target: id, reason: reason, replacement: nil))
      ]
    }
    try recording.report(recorded, by: recorder)
  }
}
