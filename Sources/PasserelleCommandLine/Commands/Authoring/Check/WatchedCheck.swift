import Bilingual
import Diagnostics
import Validators

/// `check --watch`: a library kept in memory, and a report after each save.
struct WatchedCheck {
  private var printer: CheckPrinter
  private var workspace: FollowedWorkspace

  /// Reads the workspace that the printer's request is about.
  init(_ printer: CheckPrinter, today: CalendarDay) throws {
    guard let workspace = try FollowedWorkspace(printer.request, today: today) else {
      throw CommandFailure(
        .usage,
        Wording(
          en: "--watch follows a workspace, and there is none here",
          fr: "--watch suit un espace de travail, et il n’y en a pas ici"),
        remedies: [Wording(en: "name one with --workspace", fr: "en nommer un avec --workspace")])
    }
    self.printer = printer
    self.workspace = workspace
  }

  /// Reports now and after each save, until the program is interrupted.
  mutating func run() throws -> Never {
    try report()
    Conversation.note(
      said(
        en: "waiting for the next save; Ctrl-C ends",
        fr: "en attente du prochain enregistrement\u{202F}; Ctrl-C pour finir"))
    while true {
      do {
        if try workspace.takeNextSave() { try report() }
      } catch let failure as CommandFailure {
        Conversation.say(failure.text(in: spokenLanguage))
      }
    }
  }

  private mutating func report() throws {
    printer.request = workspace.request
    _ = try printer.print(WorkspaceCheck(workspace.verdict, printer.request))
  }
}
