import ArgumentParser
import Bilingual
import CompletionLedger
import CurriculumModel
import FoundationEssentials
import PathPlanning
import ProgrammeModel

/// `plan`: the shortest way to a goal, from nothing or for a pair.
struct PlanCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    about(
      "plan", en: "Plan the shortest way to a goal, with its proof and its reasons.",
      fr: "Planifier le plus court chemin vers un but, avec sa preuve et ses raisons.")
  }

  @Option(help: help(en: "The pair to plan for.", fr: "Le binôme pour qui planifier.", value: .pair))
  var pair: String?

  @Option(
    help: help(
      en: "The curriculum, where several exist.", fr: "Le parcours, s’il y en a plusieurs.", value: .curriculum))
  var curriculum: String?

  @Option(
    help: help(
      en: "A certificate, group or module to reach; may be repeated.",
      fr: "Une attestation, un groupe ou un module à atteindre\u{202F}; peut être répété.", value: .goal))
  var goal: [String] = []

  @Option(
    help: help(
      en: "A JSON file saying what the two have: {\"junior\": […], \"senior\": […], \"pair\": […]}.",
      fr: "Un fichier JSON disant ce que les deux ont acquis\u{A0}: {\"junior\": […], \"senior\": […], \"pair\": […]}.",
      value: .file)
  )
  var have: String?

  @Option(
    help: help(
      en: "The least share in percent of the time in which the senior gives back.",
      fr: "La part minimale, en pourcentage, du temps où le senior donne en retour.", value: .percent))
  var minReturnPercent: Int?

  @Option(
    help: help(
      en: "What there is to be least of, first.", fr: "Ce dont il doit d’abord y avoir le moins.", value: .choice))
  var least: Plan.Priority = .minutes

  @Option(
    help: help(
      en: "The most valuable part of the goal that fits into so many sessions.",
      fr: "La partie la plus précieuse du but qui tient en tant de séances.", value: .count))
  var sessions: Int?

  @Option(
    help: help(
      en: "The most valuable part of the goal that fits into so many minutes.",
      fr: "La partie la plus précieuse du but qui tient en tant de minutes.", value: .minutes))
  var minutes: Int?

  @Option(
    help: help(
      en: "Stop after so many seconds, such as 10s.", fr: "S’arrêter après tant de secondes, par exemple 10s.",
      value: .time)
  )
  var timeLimit: TimeLimit?

  @Option(
    help: help(
      en: "A problem of its own, JSON of the format curriculum-1, outside any workspace.",
      fr: "Un problème à part, en JSON au format curriculum-1, hors de tout espace de travail.", value: .file))
  var problem: String?

  @Option(
    help: help(
      en: "Write a proof into this file: of the least minutes, or that no more fits.",
      fr: "Écrire dans ce fichier une preuve\u{A0}: du minimum de minutes, ou que rien de plus ne tient.", value: .file)
  )
  var proof: String?

  @Option(
    help: help(
      en: "Plan nothing: check a proof of this question, in whole numbers and without a search.",
      fr: "Ne rien planifier\u{A0}: vérifier une preuve de cette question, en nombres entiers et sans recherche.",
      value: .file))
  var verifyProof: String?

  @Flag(
    help: help(
      en: "Say on standard error how long it took, as JSON.", fr: "Dire sur la sortie d’erreur le temps passé, en JSON."
    ))
  var timings = false

  @Flag(
    help: help(
      en: "Plan every pair that meets, a line each.", fr: "Planifier chaque binôme en cours, une ligne chacun."))
  var all = false

  @Flag(
    help: help(
      en: "With --all and --output: go on where an earlier run was stopped.",
      fr: "Avec --all et --output\u{A0}: reprendre où une exécution précédente s’est arrêtée."))
  var resume = false

  @OptionGroup var progress: ProgressOption
  @OptionGroup var calendar: CalendarOptions
  @OptionGroup var workspace: LedgerOptions
  @OptionGroup var clock: ClockOptions
  @OptionGroup var printing: PlanPrintingOptions

  func validate() throws {
    try validateAll()
    if !all { try validateCalendar() }
    if pair != nil, curriculum != nil || have != nil {
      throw ValidationError(
        said(
          en: "--pair brings its curriculum and what it has: leave --curriculum and --have out",
          fr: "--pair apporte son parcours et ses acquis\u{A0}: ne pas donner --curriculum ni --have"))
    }
    if problem != nil, pair ?? curriculum ?? have ?? goal.first != nil || minReturnPercent != nil {
      throw ValidationError(
        said(
          en: "--problem stands alone: leave --pair, --curriculum, --goal, --have and --min-return-percent out",
          fr:
            "--problem se suffit\u{A0}: ne pas donner --pair, --curriculum, --goal, --have ni --min-return-percent"))
    }
    if proof != nil, verifyProof != nil {
      throw ValidationError(
        said(
          en: "--proof and --verify-proof do not go together", fr: "--proof et --verify-proof ne vont pas ensemble"))
    }
    if proof ?? verifyProof != nil, least != .minutes {
      throw ValidationError(
        said(
          en: "proofs are of minutes: leave --least out",
          fr: "une preuve porte sur des minutes\u{A0}: ne pas donner --least"))
    }
    for (name, value) in [("--sessions", sessions), ("--minutes", minutes)] {
      guard let value, !(1...100_000).contains(value) else { continue }
      throw ValidationError(
        said(en: "\(name) is a whole number from 1 to 100000", fr: "\(name) est un nombre entier de 1 à 100000"))
    }
    if sessions != nil, minutes != nil || least != .minutes {
      throw ValidationError(
        said(
          en: "--sessions stands alone: leave --minutes and --least out",
          fr: "--sessions se suffit\u{A0}: ne pas donner --minutes ni --least"))
    }
    if minutes != nil, least != .minutes {
      throw ValidationError(
        said(en: "--minutes and --least do not go together", fr: "--minutes et --least ne vont pas ensemble"))
    }
    if let minReturnPercent, !(0...100).contains(minReturnPercent) {
      throw ValidationError(
        said(
          en: "--min-return-percent is a whole number from 0 to 100",
          fr: "--min-return-percent est un nombre entier de 0 à 100"))
    }
  }

  func run() throws {
    if all { return try printAll() }
    if asksForDays, let pair { return try printCalendar(of: pair) }
    let watch = ContinuousClock()
    let start = watch.now
    let asked = try question()
    let budget = minutes.map { Budget.minutes(Minutes($0)) } ?? sessions.map { .sessions($0) }
    if let verifyProof { return try verify(verifyProof, of: asked.problem, within: budget) }
    let loaded = watch.now
    Interruption.listen()
    let deadline = timeLimit.map { loaded + $0.duration }
    let isOutOfTime = { Interruption.isAsked || deadline.map { watch.now >= $0 } ?? false }
    let budgeted = budget.map { asked.problem.mostValuable(within: $0, isOutOfTime: isOutOfTime) }
    let selection = budgeted == nil ? asked.problem.leastSelection(isOutOfTime: isOutOfTime) : nil
    let selected = watch.now
    let planOfAll = selection.map {
      asked.problem.plan(of: $0, least: least, known: asked.known, isOutOfTime: isOutOfTime)
    }
    let planned = watch.now
    guard let plan = planOfAll ?? budgeted?.plan else { return }
    try asked.print(plan, budgeted, printing.plain)
    if timings {
      let times = ["loading": loaded - start, "selection": selected - loaded, "packing": planned - selected]
      Conversation.say(try JSONOutput.text(times.mapValues(seconds), pretty: false))
    }
    if Interruption.isAsked { throw ExitCode(Interruption.status) }
    if let proof {
      if let budget, let budgeted {
        try write(proofOf: budgeted, within: budget, asked.problem, to: proof)
      } else {
        try write(proofOf: plan, asked.problem, to: proof)
      }
    }
    if plan.outcome == .infeasible {
      if problem == nil { sayWhatIsWithinReach(plan) }
      throw ExitCode(CommandFailure.Status.noPlan.rawValue)
    }
  }

  /// Where only the share of giving back is out of reach, how to see the plan that gives back most.
  private func sayWhatIsWithinReach(_ plan: Plan) {
    guard case .share(_, let reachable)? = plan.obstacles.first else { return }
    Conversation.hint(
      said(
        en: "The plan that gives back most: add --min-return-percent \(reachable)",
        fr: "Le plan qui donne le plus en retour\u{A0}: ajouter --min-return-percent \(reachable)"))
  }

  private func question() throws -> Question {
    if let problem { return Question(problem: try ProblemFile.problem(at: problem), workspace: nil) }
    let open = try OpenWorkspace(workspace)
    if let pair {
      let ledger = try open.ledger(.existing)
      let pair = try ledger.knownPair(pair)
      let progress = try ledger.history(of: pair).progress(asOf: clock.moment, under: ModuleTerms(of: open.library))
      let problem = try open.problem(
        for: pair, progress: progress, goals: goal, changing: PlanChange(minReturnPercent: minReturnPercent))
      return Question(problem: problem, workspace: open, known: progress.pair(pair.id).knownModules)
    }
    return Question(problem: try workspaceProblem(in: open), workspace: open)
  }

  private func workspaceProblem(in open: OpenWorkspace) throws -> PlanningProblem {
    let curriculum = try open.curriculum(curriculum, for: goal)
    return PlanningProblem(
      library: open.library, curriculum: curriculum, goals: try goal.map { try open.goal($0) },
      attainments: try have.map { try AttainmentsFile(path: $0).attainments(in: open) } ?? Attainments(),
      reciprocity: minReturnPercent.map {
        PlanningProblem.Reciprocity(of: curriculum, .binding, atLeastPercent: $0)
      })
  }

  private func seconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
  }
}

/// A problem and the workspace that it comes from; none where it stands in a file of its own.
private struct Question {
  let problem: PlanningProblem
  let workspace: OpenWorkspace?
  /// The modules of the plan that a pair knows.
  var known: [Identifier<Module>] = []

  func print(_ plan: Plan, _ budgeted: BudgetedPlan?, _ format: OutputFormat) throws {
    let problem = budgeted?.problem ?? problem
    switch (format, workspace) {
    case (.json, let workspace?):
      try JSONOutput.print(PlanReport(plan: plan, problem: problem, workspace: workspace, budgeted: budgeted).record)
    case (.text, let workspace?):
      Conversation.print(PlanReport(plan: plan, problem: problem, workspace: workspace, budgeted: budgeted).text)
    case (.json, nil): try JSONOutput.print(ProblemReport(plan: plan, problem: problem, budgeted: budgeted).record)
    case (.text, nil): Conversation.print(ProblemReport(plan: plan, problem: problem, budgeted: budgeted).text)
    }
  }
}

extension Plan.Priority: ExpressibleByArgument {}

/// A length of time on the command line: `10s`, `0.5s`, `500ms` or a bare number of seconds.
struct TimeLimit: ExpressibleByArgument {
  let duration: Duration

  init?(argument: String) {
    let (number, scale): (Substring, Double) =
      argument.hasSuffix("ms")
      ? (argument.dropLast(2), 0.001)
      : argument.hasSuffix("s") ? (argument.dropLast(), 1) : (argument[...], 1)
    guard let value = Double(number), value >= 0, value <= 1e6 else { return nil }
    duration = .seconds(value * scale)
  }
}
