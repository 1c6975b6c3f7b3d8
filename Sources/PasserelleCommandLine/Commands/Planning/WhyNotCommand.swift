import ArgumentParser

/// `why-not PAIR MODULE`: what keeps a module out of a pair's plan or from being begun, and what it would cost.
struct WhyNotCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    about(
      "why-not", en: "Say what a pair lacks for a module, or what having it would cost.",
      fr: "Dire ce qui manque à un binôme pour un module, ou ce qu’il coûterait de l’avoir.")
  }

  @Argument(help: help(en: "The pair.", fr: "Le binôme.", value: .pair))
  var pair: String

  @Argument(help: help(en: "The module.", fr: "Le module.", value: .module))
  var module: String

  @OptionGroup var workspace: LedgerOptions
  @OptionGroup var clock: ClockOptions
  @OptionGroup var printing: PrintingOptions

  func run() throws {
    let standing = try PlannedStanding(module, for: pair, in: OpenWorkspace(workspace), clock: clock)
    try StandingReport(standing: standing, question: .whyNot).print(printing.format)
  }
}
