import ArgumentParser
import Bilingual
import CurriculumModel
import PathPlanning
import ProgrammeModel

/// What a mentor asks of every plan on the way to the next session.
struct WishingOptions: ParsableArguments {
  @Option(
    help: help(
      en: "A module to come as soon as it can, until \u{2018}pair wish --withdraw\u{2019}; may be repeated.",
      fr: "Un module à faire dès que possible, jusqu’à «\u{A0}pair wish --withdraw\u{A0}»\u{202F}; peut être répété.",
      value: .module))
  var prefer: [String] = []

  @Option(
    help: help(
      en: "A module not to be planned, until \u{2018}pair wish --withdraw\u{2019}; may be repeated.",
      fr: "Un module à ne pas planifier, jusqu’à «\u{A0}pair wish --withdraw\u{A0}»\u{202F}; peut être répété.",
      value: .module))
  var avoid: [String] = []

  /// Notes the wishes and says what they cost, as `pair wish` does.
  func note(for pair: Pair, by recorder: Recorder) throws {
    guard !prefer.isEmpty || !avoid.isEmpty else { return }
    let open = recorder.workspace
    let kinds: [Event.Kind] =
      try prefer.map { .wished(Event.Wish(.next, try open.module($0).id)) }
      + avoid.map { .wished(Event.Wish(.never, try open.module($0).id)) }
    let report = try WishNoting(recorder: recorder, pair: pair).note(kinds, at: recorder.now)
    report.lines.forEach(Conversation.hint)
    if report.bound.outcome == .infeasible { throw ExitCode(CommandFailure.Status.noPlan.rawValue) }
  }
}
