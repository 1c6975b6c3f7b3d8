import ArgumentParser
import Bilingual
import FoundationEssentials
import Validators

/// `manual-page`: the program's manual for `man`, in the language of this run; made when it is installed.
struct ManualPageCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "manual-page",
      abstract: said(en: "Write the manual page for man.", fr: "Écrire la page de manuel pour man."),
      shouldDisplay: false)
  }

  @OptionGroup var clock: ClockOptions

  func run() throws {
    let described = try JSONDecoder().decode(DescribedTool.self, from: Data(Passerelle._dumpHelp().utf8))
    Conversation.print(ManualPage(tool: described.command, day: clock.moment.day).text)
  }
}

/// `grammar`: the grammar of documents, as editors and other tools read it.
struct GrammarCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    about(
      "grammar", en: "Print the grammar of documents (RELAX NG), for editors and other tools.",
      fr: "Écrire la grammaire des documents (RELAX NG), pour éditeurs et autres outils.")
  }

  @Flag(
    help: help(
      en: "In compact syntax, which Emacs reads.", fr: "En syntaxe compacte, celle que lit Emacs."))
  var compact = false

  func run() {
    Conversation.write(compact ? Array(makeCompactGrammar().utf8) : publishedGrammar)
  }
}
