import ArgumentParser

/// `why PAIR MODULE`: what a module does in a pair’s plan.
struct WhyCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    about(
      "why", en: "Say why a module is in a pair's plan.", fr: "Dire pourquoi un module est dans le plan d’un binôme.")
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
    try StandingReport(standing: standing, question: .why).print(printing.format)
  }
}
