import ArgumentParser

/// The arguments of every command that asks about one module of a pair.
struct ModuleQuestion: ParsableArguments {
  @Argument(help: help(en: "The pair.", fr: "Le binôme.", value: .pair))
  var pair: String

  @Argument(help: help(en: "The module.", fr: "Le module.", value: .module))
  var module: String

  @OptionGroup var workspace: LedgerOptions
  @OptionGroup var clock: ClockOptions
  @OptionGroup var printing: PrintingOptions

  /// Prints the answer.
  func answer(_ question: StandingReport.Question) throws {
    let standing = try PlannedStanding(module, for: pair, in: OpenWorkspace(workspace), clock: clock)
    try StandingReport(standing: standing, question: question).print(printing.format)
  }
}
