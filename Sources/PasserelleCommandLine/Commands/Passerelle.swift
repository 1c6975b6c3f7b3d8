package import ArgumentParser
import Bilingual
import CompletionLedger
import FoundationEssentials
import Glibc

/// The program's commands.
package struct Passerelle: ParsableCommand {
  package static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "passerelle",
      abstract: said(
        en: "Curricula and learning paths for reverse mentoring: validate, plan, record, certify.",
        fr: "Parcours de mentorat inversé\u{A0}: valider, planifier, consigner, attester."),
      version: "0.1.0",
      subcommands: [
        CheckCommand.self, PlanCommand.self, PersonCommand.self, PairCommand.self, NextCommand.self, WhyCommand.self,
        WhyNotCommand.self, RecordCommand.self, ProgressCommand.self, CertificateCommand.self, DemoCommand.self,
      ])
  }

  package init() {}

  /// Runs the program with these arguments (without its name) and says how it ended.
  ///
  /// - Returns: The exit status, one of `CommandFailure.Status` or 0.
  package static func run(_ arguments: [String]) -> Int32 {
    do {
      var command = try parseAsRoot(arguments)
      try command.run()
      return 0
    } catch let failure as CommandFailure {
      Conversation.say(failure.text(in: spokenLanguage))
      return failure.status.rawValue
    } catch let failure as LedgerFailure {
      let failure = CommandFailure(failure)
      Conversation.say(failure.text(in: spokenLanguage))
      return failure.status.rawValue
    } catch {
      let code = exitCode(for: error).rawValue
      let words = ParserWords(spokenLanguage).translated(fullMessage(for: error))
      if !words.isEmpty { code == 0 ? Conversation.print(words) : Conversation.say(words) }
      return code
    }
  }
}
