import ArgumentParser
import Bilingual
import CompletionLedger
import CurriculumModel
import DomainWords
import PathPlanning
import ProgrammeModel
import Stationery

/// `what-if PAIR`: a pair’s plan beside the plan there would be if something were otherwise.
struct WhatIfCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    about(
      "what-if", en: "Compare a pair's plan with the one there would be if something were otherwise.",
      fr: "Comparer le plan d’un binôme à celui qu’il y aurait si quelque chose changeait.")
  }

  @Argument(help: help(en: "The pair.", fr: "Le binôme.", value: .pair))
  var pair: String

  @Option(
    help: help(
      en: "A module taken to be had already; may be repeated.",
      fr: "Un module supposé acquis\u{202F}; peut être répété.", value: .module))
  var having: [String] = []

  @Option(
    help: help(
      en: "A module not to be planned; may be repeated.",
      fr: "Un module à ne pas planifier\u{202F}; peut être répété.", value: .module))
  var without: [String] = []

  @Option(
    help: help(
      en: "A module to be planned; may be repeated.", fr: "Un module à planifier\u{202F}; peut être répété.",
      value: .module))
  var with: [String] = []

  @Option(
    help: help(
      en: "A goal to give up; may be repeated.", fr: "Un but à abandonner\u{202F}; peut être répété.", value: .goal))
  var dropping: [String] = []

  @Option(
    help: help(
      en: "The least share in percent of the time in which the senior gives back.",
      fr: "La part minimale, en pourcentage, du temps où le senior donne en retour.", value: .percent))
  var minReturnPercent: Int?

  @OptionGroup var workspace: LedgerOptions
  @OptionGroup var clock: ClockOptions
  @OptionGroup var printing: PrintingOptions

  func validate() throws {
    if having.isEmpty, without.isEmpty, with.isEmpty, dropping.isEmpty, minReturnPercent == nil {
      throw ValidationError(
        said(
          en: "what if what? give --having, --without, --with, --dropping or --min-return-percent",
          fr: "si quoi\u{202F}? donner --having, --without, --with, --dropping ou --min-return-percent"))
    }
    if let minReturnPercent, !(0...100).contains(minReturnPercent) {
      throw ValidationError(
        said(
          en: "--min-return-percent is a whole number from 0 to 100",
          fr: "--min-return-percent est un nombre entier de 0 à 100"))
    }
  }

  func run() throws {
    let open = try OpenWorkspace(workspace)
    let ledger = try open.ledger(.existing)
    let pair = try ledger.knownPair(pair)
    let progress = try ledger.history(of: pair).progress(asOf: clock.moment, under: ModuleTerms(of: open.library))
    for goal in dropping { _ = try open.goal(goal) }
    let change = PlanChange(
      having: try having.map { try open.module($0).id }, without: Set(try without.map { try open.module($0).id }),
      with: try with.map { try open.module($0).id }, dropping: Set(dropping), minReturnPercent: minReturnPercent)
    let now = try open.plan(for: pair, progress: progress)
    let then = try open.problem(for: pair, progress: progress, changing: change)
      .shortestPlan(known: now.steps.map(\.module))
    let held = progress.pair(pair.id).held
    let difference = PlanDifference(from: now, held: held, to: then, held: held)
    switch printing.format {
    case .json: try JSONOutput.print(Record(now: now, then: then, difference, FactWords(workspace: open)))
    case .text: lines(now, then, difference, in: open).forEach(Conversation.print)
    }
    if then.outcome == .infeasible { throw ExitCode(CommandFailure.Status.noPlan.rawValue) }
  }

  private func lines(_ now: Plan, _ then: Plan, _ difference: PlanDifference, in open: OpenWorkspace) -> [String] {
    let words = FactWords(workspace: open)
    var lines: [String] = []
    if now.outcome == .infeasible {
      lines += TextLayout.wrap(
        said(en: "Today no plan reaches the goal.", fr: "Aujourd’hui, aucun plan ne mène au but."))
    } else {
      let length = DifferenceWords.length(now)
      lines += TextLayout.wrap(said(en: "The plan today: \(length).", fr: "Le plan aujourd’hui\u{A0}: \(length)."))
    }
    guard then.outcome != .infeasible else {
      lines += TextLayout.wrap(
        said(en: "Then no plan reaches the goal:", fr: "Alors, aucun plan ne mène au but\u{A0}:"))
      return lines + then.obstacles.flatMap { TextLayout.wrap(words.obstacle($0), first: "  • ") }
    }
    return lines + DifferenceWords.price(from: now, to: then) + DifferenceWords.changes(difference, in: open)
  }

  /// The members of `what-if --format json`.
  private struct Record: Encodable {
    struct Length: Encodable {
      let outcome: String
      let minutes: Int
      let sessions: Int
      @OrNull var returnPercent: Int?
      let modules: [String]

      init(_ plan: Plan) {
        outcome = plan.outcome.rawValue
        minutes = plan.minutes.count
        sessions = plan.sessions.count
        returnPercent = plan.returnShare.percent
        modules = plan.steps.map(\.module.rawValue)
      }
    }

    let now: Length
    let then: Length
    let difference: DifferenceRecord
    let obstacles: [String]

    init(now: Plan, then: Plan, _ difference: PlanDifference, _ words: FactWords) {
      self.now = Length(now)
      self.then = Length(then)
      self.difference = DifferenceRecord(difference)
      obstacles = then.obstacles.map(words.obstacle)
    }
  }
}
