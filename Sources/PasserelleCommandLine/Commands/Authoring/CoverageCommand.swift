import ArgumentParser
import Bilingual
import CurriculumModel

/// `coverage [FRAMEWORK]`: what of a framework the library teaches, or the library's figures.
struct CoverageCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    about(
      "coverage", en: "Show which competences the library teaches, at which levels, and how large it is.",
      fr: "Montrer quelles compétences la bibliothèque enseigne, à quels niveaux, et son étendue.")
  }

  @Argument(
    help: help(
      en: "A framework, such as digcomp-3.0; without one, figures on the whole library.",
      fr: "Un référentiel, par exemple digcomp-3.0\u{202F}; sans lui, les chiffres de toute la bibliothèque.",
      value: .framework))
  var framework: String?

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var printing: PrintingOptions

  func run() throws {
    let open = try OpenWorkspace(workspace)
    guard let framework else {
      let report = LibraryFiguresReport(workspace: open)
      switch printing.format {
      case .json: try JSONOutput.print(report.record)
      case .text: Conversation.print(report.text)
      }
      return
    }
    let report = CoverageReport(workspace: open, coverage: open.library.coverage(of: try open.framework(framework)))
    switch printing.format {
    case .json: try JSONOutput.print(report.record)
    case .text: Conversation.print(report.text)
    }
  }
}
