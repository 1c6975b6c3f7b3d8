import ArgumentParser
import Bilingual
import CompletionLedger
import CurriculumModel
import PathPlanning
import ProgrammeModel

/// `pair wish PAIR`: what a pair's mentor asks of every plan until it is withdrawn, and what that costs.
struct PairWish: ParsableCommand {
  static var configuration: CommandConfiguration {
    about(
      "wish", en: "Ask for a module next, or never, in every plan of a pair; say what the wishes cost.",
      fr: "Souhaiter un module dès que possible, ou jamais, dans tout plan d’un binôme\u{202F}; dire ce que cela coûte."
    )
  }

  @Argument(help: help(en: "The pair.", fr: "Le binôme.", value: .pair))
  var pair: String

  @Option(
    help: help(
      en: "A module to come in the first session in which it can; may be repeated.",
      fr: "Un module à faire à la première séance possible\u{202F}; peut être répété.", value: .module))
  var next: [String] = []

  @Option(
    help: help(
      en: "A module never to be planned; may be repeated.",
      fr: "Un module à ne jamais planifier\u{202F}; peut être répété.", value: .module))
  var never: [String] = []

  @Option(
    help: help(
      en: "A module about which nothing is wished any more; may be repeated.",
      fr: "Un module pour lequel plus rien n’est souhaité\u{202F}; peut être répété.", value: .module))
  var withdraw: [String] = []

  @OptionGroup var recording: RecordingOptions

  func run() throws {
    let recorder = try recording.recorder()
    let open = recorder.workspace
    let pair = try recorder.ledger.knownPair(pair)
    let kinds: [Event.Kind] =
      try next.map { .wished(Event.Wish(.next, try open.module($0).id)) }
      + never.map { .wished(Event.Wish(.never, try open.module($0).id)) }
      + withdraw.map { .wishWithdrawn(try open.module($0).id) }
    let report = try WishNoting(recorder: recorder, pair: pair).note(kinds, at: try recording.occurred(recorder))
    try report.print(recording.printing.format)
    if report.bound.outcome == .infeasible { throw ExitCode(CommandFailure.Status.noPlan.rawValue) }
  }
}
