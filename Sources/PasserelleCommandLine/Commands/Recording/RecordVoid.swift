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
    let event = try recorder.ledger.knownEvent(target)
    let recorded = try recorder.record(about: event.subject.people) { _ in
      [
        recorder.event(
          0, at: recorder.now, event.subject, Event.Attestation(role: .lead),
          .voided(target: event.id, reason: reason, replacement: nil))
      ]
    }
    try recording.report(recorded, by: recorder)
  }
}
