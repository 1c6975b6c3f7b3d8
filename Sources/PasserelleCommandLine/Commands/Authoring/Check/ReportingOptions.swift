import ArgumentParser
import Bilingual
import Diagnostics
import Validators

/// How `check` prints what it found.
enum ReportFormat: String, CaseIterable, ExpressibleByArgument {
  /// For people.
  case text
  /// For programs.
  case json
  /// SARIF 2.1.0, for code hosts and editors.
  case sarif
  /// Annotations in a job of GitHub Actions.
  case github
  /// JUnit's XML, for whatever shows the results of tests.
  case junit
}

/// The options that decide what of the findings is reported, and how.
struct ReportingOptions: ParsableArguments {
  @Option(help: help(en: "How to print.", fr: "Forme de la sortie.", value: .form))
  var format: ReportFormat = .text

  @Option(
    name: .customLong("severity"),
    help: help(
      en: "What becomes of a finding: ID=error, ID=warning or ID=off; may be repeated.",
      fr: "Ce que devient un constat\u{A0}: ID=error, ID=warning ou ID=off\u{202F}; peut être répété.", value: .choice))
  var choices: [SeverityArgument] = []

  @Option(
    help: help(
      en: "A file of findings that are known: only others count.",
      fr: "Un fichier de constats connus\u{A0}: seuls les autres comptent.", value: .file))
  var baseline: String?

  @Option(
    help: help(
      en: "Write what is found now into a file for --baseline, and report nothing.",
      fr: "Écrire les constats d’aujourd’hui dans un fichier pour --baseline, sans rien signaler.", value: .file))
  var writeBaseline: String?

  @Option(
    help: help(
      en: "The language of every word and date.", fr: "Langue des mots et des dates.", value: .language))
  var lang: Language = spokenLanguage

  /// The choices given; an id that neither our rules nor the organisation's own have is refused.
  func severities(among houseIDs: [String]) throws -> SeverityChoices {
    var severities = SeverityChoices()
    // Asking every rule for its name takes longer than reading a document.
    guard !choices.isEmpty else { return severities }
    let known = findingIDs + houseIDs
    for choice in choices {
      guard known.contains(choice.id) else {
        throw unknown(Wording(en: "finding", fr: "de constat"), choice.id, among: known)
      }
      severities[Diagnostic.ID(choice.id)] = choice.choice
    }
    return severities
  }
}

/// `ID=warning` and the like.
struct SeverityArgument: ExpressibleByArgument {
  /// What is found.
  let id: String
  /// What becomes of it.
  let choice: SeverityChoices.Choice

  init?(argument: String) {
    let parts = argument.split(separator: "=", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, let choice = SeverityChoices.Choice(rawValue: String(parts[1])) else {
      return nil
    }
    id = String(parts[0])
    self.choice = choice
  }
}
