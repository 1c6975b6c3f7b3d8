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
      version: version,
      subcommands: [
        InitCommand.self, NewCommand.self, CheckCommand.self, FormatCommand.self, LanguageServerCommand.self,
        ExplainCommand.self, ShowCommand.self, CoverageCommand.self,
        GraphCommand.self, ImpactCommand.self, PreviewCommand.self,
        PlanCommand.self, WhatIfCommand.self, WhyCommand.self, WhyNotCommand.self,
        PersonCommand.self, PairCommand.self, NextCommand.self, RecordCommand.self, DueCommand.self,
        ProgressCommand.self, ReportCommand.self,
        ImportCommand.self, ExportCommand.self, CertificateCommand.self, IssuerCommand.self, LedgerCommand.self,
        GrammarCommand.self, ManualCommand.self, DemoCommand.self, ManualPageCommand.self,
      ])
  }

  /// The program's version.
  static let version = "0.1.0"

  @Flag(
    help: help(
      en: "Print the product alone, without hints and progress; every command takes it.",
      fr: "N’écrire que le produit, sans conseils ni avancement\u{202F}; toute commande l’accepte."))
  var quiet = false

  package init() {}

  /// Runs the program with these arguments (without its name) and says how it ended.
  ///
  /// - Returns: The exit status, one of `CommandFailure.Status` or 0.
  package static func run(_ arguments: [String]) -> Int32 {
    do {
      var command = try parseAsRoot(QuietOption.removed(from: LanguageOption.removed(from: arguments)))
      try command.run()
      return 0
    } catch let code as ExitCode {
      return code.rawValue
    } catch {
      return tell(error)
    }
  }

  /// Says why a command stopped, or the help that was asked for.
  private static func tell(_ error: any Error) -> Int32 {
    let failure: CommandFailure
    switch error {
    case let stopped as CommandFailure: failure = stopped
    case let stopped as LedgerFailure: failure = CommandFailure(stopped)
    default:
      let text = fullMessage(for: error, columns: HelpPage.unbroken)
      switch exitCode(for: error) {
      case .success:
        if !text.isEmpty { Conversation.print(HelpPage(text).rendered) }
        return 0
      case .validationFailure: failure = ParserRefusal(message: message(for: error), text: text).failure
      default: failure = CommandFailure(.ourMistake, Wording(same: String(describing: error)))
      }
    }
    Conversation.say(failure.text(in: spokenLanguage))
    return failure.status.rawValue
  }
}
