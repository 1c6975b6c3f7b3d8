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
      subcommands: [
        RecordHeld.self, RecordMissed.self, RecordPassed.self, RecordFailed.self, RecordRecognised.self,
        RecordVoid.self,
      ])
  }
}

/// Options of every command that records.
struct RecordingOptions: ParsableArguments {
  @Option(
    help: help(
      en: "The day it happened, such as 2026-11-23; today otherwise.",
      fr: "Le jour où c’est arrivé, par exemple 2026-11-23\u{202F}; aujourd’hui sinon."))
  var on: CalendarDay?

  @Option(
    help: help(
      en: "An identifier (UUID) of your own: recording twice under it is recording once.",
      fr: "Un identifiant (UUID) choisi par vous\u{A0}: consigner deux fois sous lui, c’est consigner une fois."))
  var event: Event.ID?

  @OptionGroup var workspace: WorkspaceOptions
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
    let report = RecordingReport(recorded: recorded, recorder: recorder)
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

/// `record held PAIR`: a session took place.
struct RecordHeld: ParsableCommand {
  static var configuration: CommandConfiguration {
    about(
      "held", en: "A session took place, with what was passed in it.",
      fr: "Une séance a eu lieu, avec ce qui y a été validé.")
  }

  @Argument(help: help(en: "The pair.", fr: "Le binôme."))
  var pair: String

  @Option(
    help: help(
      en: "How many minutes it took; as planned otherwise.", fr: "Sa durée en minutes\u{202F}; comme prévu sinon."))
  var minutes: Int?

  @Option(
    help: help(en: "A module that was passed; may be repeated.", fr: "Un module validé\u{202F}; peut être répété."))
  var passed: [String] = []

  @Option(
    help: help(
      en: "A module that was not passed; may be repeated.", fr: "Un module non validé\u{202F}; peut être répété."))
  var failed: [String] = []

  @Option(
    help: help(
      en: "Why a pass is true although conditions do not hold.",
      fr: "Pourquoi une validation est vraie bien que des conditions manquent."))
  var override: String?

  @OptionGroup var recording: RecordingOptions

  func validate() throws {
    if let minutes, !(1...1440).contains(minutes) {
      throw ValidationError(said(en: "a session takes 1 to 1440 minutes", fr: "une séance dure de 1 à 1440 minutes"))
    }
  }

  func run() throws {
    let recorder = try recording.recorder()
    let pair = try recorder.ledger.knownPair(pair)
    let passed = try passed.map { try recorder.workspace.module($0) }
    let failed = try failed.map { try recorder.workspace.module($0) }
    let occurred = try recording.occurred(recorder)
    let minutes = try minutes.map { Minutes($0) } ?? usualMinutes(of: pair, at: occurred, recorder)
    let recorded = try recorder.record(about: [pair.junior, pair.senior]) { history in
      let sessions = history.progress(asOf: occurred, under: ModuleTerms(of: recorder.workspace.library)).pair(pair.id)
      var draft = SessionDraft(recorder: recorder, pair: pair, occurred: occurred, history: history)
      draft.held(number: sessions.held + 1, minutes: minutes)
      for module in passed { draft.passed(module, override: override) }
      for module in failed { draft.failed(module) }
      return draft.events
    }
    try recording.report(recorded, by: recorder)
  }
}

extension RecordHeld {
  /// The minutes of a session where nobody says: as said before, as planned, or as the rhythm has it.
  private func usualMinutes(of pair: Pair, at moment: Moment, _ recorder: Recorder) throws -> Minutes {
    if case .sessionHeld(_, let minutes) = try recorder.standing?.kind { return minutes }
    let plan = try recorder.workspace.problem(for: pair, ledger: recorder.ledger, at: moment).shortestPlan()
    return plan.sessions.first?.minutes ?? recorder.workspace.library.curricula[pair.curriculum]?.rhythm.session ?? 60
  }
}

/// `record missed PAIR`: a session did not take place.
struct RecordMissed: ParsableCommand {
  static var configuration: CommandConfiguration {
    about("missed", en: "A session did not take place.", fr: "Une séance n’a pas eu lieu.")
  }

  @Argument(help: help(en: "The pair.", fr: "Le binôme."))
  var pair: String

  @OptionGroup var recording: RecordingOptions

  func run() throws {
    let recorder = try recording.recorder()
    let pair = try recorder.ledger.knownPair(pair)
    let recorded = try recorder.record(about: [pair.junior, pair.senior]) { history in
      var draft = SessionDraft(
        recorder: recorder, pair: pair, occurred: try recording.occurred(recorder), history: history)
      draft.missed()
      return draft.events
    }
    try recording.report(recorded, by: recorder)
  }
}

/// `record passed PAIR MODULE…`: modules were passed outside a recorded session.
struct RecordPassed: ParsableCommand {
  static var configuration: CommandConfiguration {
    about("passed", en: "Modules were passed.", fr: "Des modules ont été validés.")
  }

  @Argument(help: help(en: "The pair.", fr: "Le binôme."))
  var pair: String

  @Argument(help: help(en: "The modules.", fr: "Les modules."))
  var modules: [String]

  @Option(
    help: help(
      en: "Why it is true although conditions do not hold.", fr: "Pourquoi c’est vrai bien que des conditions manquent."
    ))
  var override: String?

  @OptionGroup var recording: RecordingOptions

  func run() throws {
    let recorder = try recording.recorder()
    let pair = try recorder.ledger.knownPair(pair)
    let modules = try modules.map { try recorder.workspace.module($0) }
    let recorded = try recorder.record(about: [pair.junior, pair.senior]) { history in
      var draft = SessionDraft(
        recorder: recorder, pair: pair, occurred: try recording.occurred(recorder), history: history)
      for module in modules { draft.passed(module, override: override) }
      return draft.events
    }
    try recording.report(recorded, by: recorder)
  }
}

/// `record failed PAIR MODULE…`: checks did not hold.
struct RecordFailed: ParsableCommand {
  static var configuration: CommandConfiguration {
    about("failed", en: "Modules were not passed.", fr: "Des modules n’ont pas été validés.")
  }

  @Argument(help: help(en: "The pair.", fr: "Le binôme."))
  var pair: String

  @Argument(help: help(en: "The modules.", fr: "Les modules."))
  var modules: [String]

  @OptionGroup var recording: RecordingOptions

  func run() throws {
    let recorder = try recording.recorder()
    let pair = try recorder.ledger.knownPair(pair)
    let modules = try modules.map { try recorder.workspace.module($0) }
    let recorded = try recorder.record(about: [pair.junior, pair.senior]) { history in
      var draft = SessionDraft(
        recorder: recorder, pair: pair, occurred: try recording.occurred(recorder), history: history)
      for module in modules { draft.failed(module) }
      return draft.events
    }
    try recording.report(recorded, by: recorder)
  }
}

extension Event.RecognitionReason: ExpressibleByArgument {}

/// `record recognised PERSON`: prior learning was accepted.
struct RecordRecognised: ParsableCommand {
  static var configuration: CommandConfiguration {
    about("recognised", en: "Prior learning was accepted.", fr: "Un acquis a été reconnu.")
  }

  @Argument(help: help(en: "The person.", fr: "La personne."))
  var person: String

  @Option(help: help(en: "The module that need not be done.", fr: "Le module qui n’est plus à faire."))
  var module: String?

  @Option(help: help(en: "The competence: FRAMEWORK:CODE=LEVEL.", fr: "La compétence\u{A0}: RÉFÉRENTIEL:CODE=NIVEAU."))
  var competence: String?

  @Option(
    help: help(
      en: "Why: tested-out, equivalent, outside or administrative.",
      fr: "Pourquoi\u{A0}: tested-out, equivalent, outside ou administrative."))
  var reason: Event.RecognitionReason

  @OptionGroup var recording: RecordingOptions

  func validate() throws {
    if (module == nil) == (competence == nil) {
      throw ValidationError(
        said(en: "give --module or --competence, one of the two", fr: "donner --module ou --competence, l’un des deux"))
    }
  }

  func run() throws {
    let recorder = try recording.recorder()
    let person = try recorder.ledger.knownPerson(person)
    let prior: Event.Prior? =
      if let module {
        .module(try recorder.workspace.module(module).id)
      } else {
        try competence.map { .competence(try recorder.workspace.competence($0)) }
      }
    guard let prior else { return }
    let recorded = try recorder.record(about: [person.key]) { _ in
      [
        recorder.event(
          0, at: try recording.occurred(recorder), .person(person.key, in: nil),
          Event.Attestation(role: .lead, ground: .documented), .recognised(prior, because: reason))
      ]
    }
    try recording.report(recorded, by: recorder)
  }
}

/// `record void EVENT`: an event never happened as it was told.
struct RecordVoid: ParsableCommand {
  static var configuration: CommandConfiguration {
    about(
      "void", en: "Strike out an event that was recorded by mistake.", fr: "Annuler un événement consigné par erreur.")
  }

  @Argument(help: help(en: "The event.", fr: "L’événement."))
  var target: String

  @Option(help: help(en: "Why.", fr: "Pourquoi."))
  var reason: String

  @OptionGroup var recording: RecordingOptions

  func run() throws {
    let recorder = try recording.recorder()
    guard let id = Event.ID(target) else {
      throw CommandFailure(
        .usage,
        Wording(en: "\(target) is no identifier of an event", fr: "\(target) n’est pas l’identifiant d’un événement"))
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
