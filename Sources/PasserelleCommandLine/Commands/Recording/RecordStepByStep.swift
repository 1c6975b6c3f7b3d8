import ArgumentParser
import Bilingual
import CompletionLedger
import CurriculumModel
import Diagnostics
import ProgrammeModel

/// `record PAIR`: asks step by step how a session went.
struct RecordStepByStep: ParsableCommand {
  static var configuration: CommandConfiguration {
    about("session", en: "Say step by step how a session went.", fr: "Dire pas à pas comment s’est passée une séance.")
  }

  @Argument(help: help(en: "The pair.", fr: "Le binôme.", value: .pair))
  var pair: String?

  // A command that is misspelt lands here with its arguments.
  @Argument(help: .hidden)
  var further: [String] = []

  @OptionGroup var workspace: LedgerOptions
  @OptionGroup var clock: ClockOptions

  func run() throws {
    guard let pair else { throw CleanExit.helpRequest(RecordCommand.self) }
    let near = nearest(to: pair, among: RecordCommand.names)
    guard further.isEmpty else {
      throw CommandFailure(
        .usage,
        Wording(
          en: "there is no command \(Language.en.quote(pair))",
          fr: "il n’y a pas de commande \(Language.fr.quote(pair))"),
        remedies: near.isEmpty ? [] : [didYouMean(near)])
    }
    let open = try OpenWorkspace(workspace)
    let ledger = try open.ledger(.existing)
    guard let known = try ledger.pair(Identifier(pair)) else {
      if let name = near.first {
        throw CommandFailure(
          .noInput,
          Wording(
            en: "there is no pair and no command \(Language.en.quote(pair))",
            fr: "il n’y a ni binôme ni commande \(Language.fr.quote(pair))"), remedies: [didYouMean([name])])
      }
      _ = try ledger.knownPair(pair)
      return
    }
    let recorder = Recorder(workspace: open, ledger: ledger, now: clock.moment, baseID: nil)
    let asking = Asking()
    let events = try confirmed(recorder, known, asking)
    asking.end()
    let recorded = try recorder.record(about: [known.junior, known.senior]) { _ in events }
    let replanned = recorder.replan(after: recorded.map(\.event))
    Conversation.print(try RecordingReport(recorded: recorded, recorder: recorder, replanned: replanned).text)
    Conversation.hint(said(en: "Next: passerelle next \(known.id)", fr: "Ensuite\u{A0}: passerelle next \(known.id)"))
  }

  /// Asks until what was understood is right, or nobody wants to go on.
  private func confirmed(_ recorder: Recorder, _ pair: Pair, _ asking: Asking) throws -> [Event] {
    while true {
      var interview = SessionInterview(recorder: recorder, pair: pair, asking: asking)
      try interview.ask()
      let events = try interview.events()
      Conversation.say("")
      Conversation.say(said(en: "Understood:", fr: "Compris\u{A0}:"))
      let understood = RecordingReport(recorded: events.map { ($0, .recorded) }, recorder: recorder)
      Conversation.say(try understood.summary)
      if try asking.confirm(said(en: "Record this?", fr: "Consigner ceci\u{202F}?")) { return events }
      guard try asking.confirm(said(en: "Begin again?", fr: "Recommencer\u{202F}?")) else {
        throw Asking.nothingRecorded
      }
    }
  }
}
