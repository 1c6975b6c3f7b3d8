import ArgumentParser

/// `why PAIR MODULE`: what a module does in a pair’s plan.
struct WhyCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    about(
      "why", en: "Say why a module is in a pair's plan.", fr: "Dire pourquoi un module est dans le plan d’un binôme.")
  }

  @OptionGroup var asked: ModuleQuestion

  func run() throws {
    try asked.answer(.why)
  }
}
