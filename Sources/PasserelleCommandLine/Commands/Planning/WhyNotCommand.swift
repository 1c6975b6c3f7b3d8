import ArgumentParser

/// `why-not PAIR MODULE`: what keeps a module out of a pair's plan or from being begun, and what it would cost.
struct WhyNotCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    about(
      "why-not", en: "Say what a pair lacks for a module, or what having it would cost.",
      fr: "Dire ce qui manque à un binôme pour un module, ou ce qu’il coûterait de l’avoir.")
  }

  @OptionGroup var asked: ModuleQuestion

  func run() throws {
    try asked.answer(.whyNot)
  }
}
