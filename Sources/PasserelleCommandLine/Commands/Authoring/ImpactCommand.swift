import ArgumentParser
import Bilingual
import CompletionLedger
import ConditionGraphs
import CurriculumModel
import PathPlanning
import ProgrammeModel

/// `impact MODULE`: what a change of a module touches.
struct ImpactCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    about(
      "impact", en: "Show what a change of a module touches: curricula, certificates, pairs under way.",
      fr: "Montrer ce que touche un changement d’un module\u{A0}: parcours, attestations, binômes en route.")
  }

  @Argument(help: help(en: "The module.", fr: "Le module.", value: .module))
  var module: String

  @OptionGroup var workspace: LedgerOptions
  @OptionGroup var clock: ClockOptions
  @OptionGroup var progress: ProgressOption
  @OptionGroup var printing: PrintingOptions

  func run() throws {
    let open = try OpenWorkspace(workspace)
    let module = try open.module(module)
    let library = LibraryImpact(of: module.id, in: open.library)
    let pairs = try self.pairs(touchedBy: module.id, in: open)
    let report = ImpactReport(workspace: open, module: module, library: library, pairs: pairs)
    switch printing.format {
    case .json: try JSONOutput.print(report.record)
    case .text: Conversation.print(report.text)
    }
  }

  /// The pairs under way that have the module or are to do it; none where nothing was ever recorded.
  private func pairs(touchedBy module: Identifier<Module>, in open: OpenWorkspace) throws -> [PairImpact] {
    guard let ledger = try open.ledgerIfAny() else { return [] }
    let pairs = try ledger.pairs()
    var line = ProgressLine(progress)
    defer { line.clear() }
    var touched: [PairImpact] = []
    for (place, pair) in pairs.enumerated() {
      line.show(place, of: pairs.count, said(en: "of pairs looked at", fr: "des binômes examinés"))
      if let impact = try PairImpact(of: module, on: pair, in: open, ledger: ledger, at: clock.moment) {
        touched.append(impact)
      }
    }
    return touched
  }
}

/// What a change of a module means for a pair that still meets.
struct PairImpact {
  /// Where the module stands for the pair.
  enum Standing {
    /// Passed together on this day.
    case passed(CalendarDay)
    /// Known from elsewhere to whoever learns in it.
    case held
    /// In its plan, in these sessions.
    case planned([Int])
  }

  /// The pair.
  let pair: Pair
  /// Where the module stands for it.
  let standing: Standing

  /// Looks at a pair at a moment; nil where it has ended, or has nothing to do with the module.
  init?(
    of module: Identifier<Module>, on pair: Pair, in open: OpenWorkspace, ledger: Ledger, at moment: Moment
  ) throws {
    let progress = try ledger.history(of: pair).progress(asOf: moment, under: ModuleTerms(of: open.library))
    let own = progress.pair(pair.id)
    guard own.ended == nil else { return nil }
    self.pair = pair
    if let pass = own.together.last(where: { $0.module == module }) {
      standing = .passed(pass.at.day)
      return
    }
    let problem = try open.problem(for: pair, progress: progress)
    if problem.held.contains(.passed(module)) {
      standing = .held
      return
    }
    let sessions = problem.shortestPlan().sessions(of: module).map { own.held + $0 }
    guard !sessions.isEmpty else { return nil }
    standing = .planned(sessions)
  }
}
