import ArgumentParser
import Bilingual
import CompletionLedger
import CurriculumModel
import DomainWords
import PathPlanning
import ProgrammeModel
import SessionCalendars

/// How `plan` prints.
enum PlanFormat: String, CaseIterable, ExpressibleByArgument {
  /// For people.
  case text
  /// For programs.
  case json
  /// For calendars: iCalendar.
  case ics
}

/// Options of how `plan` prints.
struct PlanPrintingOptions: ParsableArguments {
  @Option(help: help(en: "How to print.", fr: "Forme de la sortie.", value: .form))
  var format: PlanFormat = .text

  @Option(
    help: help(
      en: "The language of every word and date.", fr: "Langue des mots et des dates.", value: .language))
  var lang: Language = spokenLanguage

  /// The form of what is no calendar.
  var plain: OutputFormat { format == .json ? .json : .text }
}

extension PlanCommand {
  /// Whether the plan is to be spread over days.
  var asksForDays: Bool { calendar.isAsked || printing.format == .ics }

  /// Refuses what days do not go with.
  func validateCalendar() throws {
    guard asksForDays else {
      if calendar.output != nil {
        throw ValidationError(
          said(
            en: "--output goes with days: give --start or --format ics",
            fr: "--output va avec des jours\u{A0}: donner --start ou --format ics"))
      }
      return
    }
    if pair == nil {
      throw ValidationError(
        said(en: "days are a pair’s: give --pair", fr: "les jours sont ceux d’un binôme\u{A0}: donner --pair"))
    }
    if proof ?? verifyProof != nil || sessions ?? minutes != nil || least != .minutes || timings || timeLimit != nil {
      throw ValidationError(
        said(
          en: "days go with --goal and --min-return-percent alone",
          fr: "les jours ne vont qu’avec --goal et --min-return-percent"))
    }
  }

  /// Prints the sessions that a pair has left, on days.
  func printCalendar(of name: String) throws {
    let open = try OpenWorkspace(workspace)
    let ledger = try open.ledger(.existing)
    let pair = try ledger.knownPair(name)
    let now = clock.moment
    let history = try ledger.history(of: pair)
    let progress = history.progress(asOf: now, under: ModuleTerms(of: open.library))
    let own = progress.pair(pair.id)
    if let ended = own.ended {
      throw CommandFailure(RecordingRefusal.pairEnded(pair.id, at: ended), in: open) { $0.description }
    }
    let problem = try open.problem(
      for: pair, progress: progress, goals: goal, changing: PlanChange(minReturnPercent: minReturnPercent))
    let plan = ReachablePlan(problem, known: own.knownModules).announced().plan
    guard plan.outcome != .infeasible else {
      let report = PlanReport(plan: plan, problem: problem, workspace: open)
      Conversation.print(printing.format == .json ? try JSONOutput.text(report.record) : report.text)
      throw ExitCode(CommandFailure.Status.noPlan.rawValue)
    }
    let schedule = try PairSchedule(pair, plan, history, own, in: open, calendar.wanted, at: now)
    let report = ScheduleReport(schedule: schedule, workspace: open)
    let text =
      switch printing.format {
      case .text: report.text + "\n"
      case .json: try JSONOutput.text(report.record) + "\n"
      case .ics: report.calendar(at: now).text
      }
    if let output = calendar.output {
      try writeAtomically(Array(text.utf8), to: output)
    } else {
      Conversation.write(Array(text.utf8))
    }
    guard schedule.unplaced > 0 else { return }
    let left = spokenLanguage.count(schedule.unplaced, .sessions)
    Conversation.note(
      said(
        en: "\(left) of \(schedule.sessions.count) without a day: give a later --until",
        fr: "\(left) sur \(schedule.sessions.count) sans jour\u{A0}: donner un --until plus tardif"))
    throw ExitCode(CommandFailure.Status.noPlan.rawValue)
  }
}
