import ArgumentParser
import Bilingual
import CompletionLedger
import CurriculumModel
import PathPlanning
import ProgrammeModel

/// `record`: says what happened.
struct RecordCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    about(
      "record", en: "Record what happened: sessions, passes, prior learning.",
      fr: "Consigner ce qui s’est passé\u{A0}: séances, validations, acquis.",
      subcommands: subcommands, default: RecordStepByStep.self)
  }

  private static var subcommands: [any ParsableCommand.Type] {
    [
      RecordStepByStep.self, RecordHeld.self, RecordMissed.self, RecordPassed.self, RecordFailed.self,
      RecordCompleted.self, RecordRecognised.self, RecordSelfAssessment.self, RecordContract.self, RecordCorrect.self,
      RecordVoid.self,
    ]
  }

  /// The names of the commands.
  static var names: [String] { subcommands.compactMap { $0.configuration.commandName } }
}

/// `record held PAIR`: a session took place.
struct RecordHeld: ParsableCommand {
  static var configuration: CommandConfiguration {
    about(
      "held", en: "A session took place, with what was passed in it.",
      fr: "Une séance a eu lieu, avec ce qui y a été validé.")
  }

  @Argument(help: help(en: "The pair.", fr: "Le binôme.", value: .pair))
  var pair: String

  @Option(
    help: help(
      en: "How many minutes it took; as planned otherwise.", fr: "Sa durée en minutes\u{202F}; comme prévu sinon.",
      value: .minutes))
  var minutes: Int?

  @Option(
    help: help(
      en: "How many minutes were planned; as \u{2018}next\u{2019} proposed otherwise.",
      fr: "Combien de minutes étaient prévues\u{202F}; sinon, ce que «\u{A0}next\u{A0}» proposait.", value: .minutes))
  var planned: Int?

  @Option(
    help: help(
      en: "A module that was passed; may be repeated.", fr: "Un module validé\u{202F}; peut être répété.",
      value: .module))
  var passed: [String] = []

  @Option(
    help: help(
      en: "A module that was not passed; may be repeated.", fr: "Un module non validé\u{202F}; peut être répété.",
      value: .module))
  var failed: [String] = []

  @Option(
    help: help(
      en: "Why a pass is true although conditions do not hold.",
      fr: "Pourquoi une validation est vraie bien que des conditions manquent.", value: .reason))
  var override: String?

  @OptionGroup var recording: RecordingOptions

  func validate() throws {
    for minutes in [minutes, planned].compactMap(\.self) where !(1...1440).contains(minutes) {
      throw ValidationError(said(en: "a session takes 1 to 1440 minutes", fr: "une séance dure de 1 à 1440 minutes"))
    }
  }

  func run() throws {
    let recorder = try recording.recorder()
    let pair = try recorder.ledger.knownPair(pair)
    let passed = try passed.map { try recorder.workspace.module($0) }
    let failed = try failed.map { try recorder.workspace.module($0) }
    let occurred = try recording.occurred(recorder)
    let planned = try planned.map { Minutes($0) } ?? plannedMinutes(of: pair, at: occurred, recorder)
    let minutes = try minutes.map { Minutes($0) } ?? saidBefore(recorder) ?? planned
    let recorded = try recorder.record(about: [pair.junior, pair.senior]) { history in
      let sessions = history.progress(asOf: occurred, under: ModuleTerms(of: recorder.workspace.library)).pair(pair.id)
      var draft = SessionDraft(recorder: recorder, pair: pair, occurred: occurred, history: history)
      draft.held(number: sessions.held + 1, minutes: minutes, planned: planned)
      for module in passed { draft.passed(module, override: override) }
      for module in failed { draft.failed(module) }
      return draft.events
    }
    try recording.report(recorded, by: recorder)
  }
}

extension RecordHeld {
  private func saidBefore(_ recorder: Recorder) throws -> Minutes? {
    guard case .sessionHeld(_, let minutes, _) = try recorder.standing?.kind else { return nil }
    return minutes
  }

  /// The minutes that a session was planned for: as said before, as planned, or as the rhythm has it.
  private func plannedMinutes(of pair: Pair, at moment: Moment, _ recorder: Recorder) throws -> Minutes {
    if case .sessionHeld(_, let minutes, let planned) = try recorder.standing?.kind { return planned ?? minutes }
    let plan = try recorder.workspace.plan(for: pair, ledger: recorder.ledger, at: moment)
    return plan.sessions.first?.minutes ?? recorder.workspace.library.curricula[pair.curriculum]?.rhythm.session ?? 60
  }
}

extension RecordingOptions {
  /// Records what is told of a pair and of modules named by identifier, and says what was recorded.
  fileprivate func record(
    _ modules: [String], of pair: String, _ tell: (inout SessionDraft, [Module]) -> Void
  ) throws {
    let recorder = try recorder()
    let pair = try recorder.ledger.knownPair(pair)
    let modules = try modules.map { try recorder.workspace.module($0) }
    let occurred = try occurred(recorder)
    let recorded = try recorder.record(about: [pair.junior, pair.senior]) { history in
      var draft = SessionDraft(recorder: recorder, pair: pair, occurred: occurred, history: history)
      tell(&draft, modules)
      return draft.events
    }
    try report(recorded, by: recorder)
  }
}

/// `record missed PAIR`: a session did not take place.
struct RecordMissed: ParsableCommand {
  static var configuration: CommandConfiguration {
    about("missed", en: "A session did not take place.", fr: "Une séance n’a pas eu lieu.")
  }

  @Argument(help: help(en: "The pair.", fr: "Le binôme.", value: .pair))
  var pair: String

  @OptionGroup var recording: RecordingOptions

  func run() throws {
    try recording.record([], of: pair) { draft, _ in draft.missed() }
  }
}

/// The arguments of every command that tells the same of several modules of a pair.
struct ToldModules: ParsableArguments {
  @Argument(help: help(en: "The pair.", fr: "Le binôme.", value: .pair))
  var pair: String

  @Argument(help: help(en: "The modules.", fr: "Les modules.", value: .module))
  var modules: [String]
}

/// `record passed PAIR MODULE…`: modules were passed outside a recorded session.
struct RecordPassed: ParsableCommand {
  static var configuration: CommandConfiguration {
    about("passed", en: "Modules were passed.", fr: "Des modules ont été validés.")
  }

  @OptionGroup var told: ToldModules

  @Option(
    help: help(
      en: "Why it is true although conditions do not hold.",
      fr: "Pourquoi c’est vrai bien que des conditions manquent.", value: .reason
    ))
  var override: String?

  @OptionGroup var recording: RecordingOptions

  func run() throws {
    try recording.record(told.modules, of: told.pair) { draft, modules in
      for module in modules { draft.passed(module, override: override) }
    }
  }
}

/// `record failed PAIR MODULE…`: checks did not hold.
struct RecordFailed: ParsableCommand {
  static var configuration: CommandConfiguration {
    about("failed", en: "Modules were not passed.", fr: "Des modules n’ont pas été validés.")
  }

  @OptionGroup var told: ToldModules
  @OptionGroup var recording: RecordingOptions

  func run() throws {
    try recording.record(told.modules, of: told.pair) { draft, modules in
      for module in modules { draft.failed(module) }
    }
  }
}

/// `record completed PAIR MODULE…`: modules were worked through to the end, whatever the checks showed.
struct RecordCompleted: ParsableCommand {
  static var configuration: CommandConfiguration {
    about(
      "completed", en: "Modules were worked through to the end, checks aside.",
      fr: "Des modules ont été suivis jusqu’au bout, sans parler des critères.")
  }

  @OptionGroup var told: ToldModules
  @OptionGroup var recording: RecordingOptions

  func run() throws {
    try recording.record(told.modules, of: told.pair) { draft, modules in
      for module in modules { draft.completed(module) }
    }
  }
}
