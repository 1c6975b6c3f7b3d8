import ArgumentParser
import Bilingual
import CompletionLedger
import CurriculumModel
import ProgrammeModel

/// Options of every command that records.
struct RecordingOptions: ParsableArguments {
  @Option(
    help: help(
      en: "The day it happened, such as 2026-11-23; today otherwise.",
      fr: "Le jour où c’est arrivé, par exemple 2026-11-23\u{202F}; aujourd’hui sinon.", value: .day))
  var on: CalendarDay?

  @Option(
    help: help(
      en: "An identifier (UUID) of your own: recording twice under it is recording once.",
      fr: "Un identifiant (UUID) choisi par vous\u{A0}: consigner deux fois sous lui, c’est consigner une fois.",
      value: .id))
  var event: Event.ID?

  @OptionGroup var workspace: LedgerOptions
  @OptionGroup var clock: ClockOptions
  @OptionGroup var printing: PrintingOptions

  /// When it happened: now for today, the start of the day for another; as said before, where it was said before.
  func occurred(_ recorder: Recorder) throws -> Moment {
    if let standing = try recorder.standing, on == nil || on == standing.occurredAt.day { return standing.occurredAt }
    guard let on, on != recorder.now.day else { return recorder.now }
    return Moment(startOf: on)
  }

  /// What records, in the workspace.
  func recorder() throws -> Recorder {
    let open = try OpenWorkspace(workspace)
    return Recorder(workspace: open, ledger: try open.ledger(.existing), now: clock.moment, baseID: event)
  }

  /// Says what was recorded.
  func report(_ recorded: [(event: Event, outcome: Ledger.Outcome)], by recorder: Recorder) throws {
    let replanned = recorder.replan(after: recorded.map(\.event))
    let report = RecordingReport(recorded: recorded, recorder: recorder, replanned: replanned)
    switch printing.format {
    case .json: try JSONOutput.print(try report.records)
    case .text: Conversation.print(try report.text)
    }
  }
}

extension UniversalID: ExpressibleByArgument {
  package init?(argument: String) {
    self.init(argument)
  }
}
