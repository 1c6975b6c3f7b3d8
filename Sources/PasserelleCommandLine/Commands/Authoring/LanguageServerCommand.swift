import ArgumentParser
import Bilingual
import FoundationEssentials
import Glibc
import LanguageServer
import Validators

/// `language-server`: what editors start, to check and help while an author writes.
struct LanguageServerCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    about(
      "language-server", en: "Help in an editor: findings, fixes and completion while writing (LSP).",
      fr: "Aider dans un éditeur\u{A0}: constats, corrections et complétion à la frappe (LSP).")
  }

  @Flag(
    help: help(
      en: "Speak over standard streams; there is no other way, and editors often say so.",
      fr: "Parler par les flux standard\u{202F}; il n’y a pas d’autre voie, et les éditeurs le précisent souvent."))
  var stdio = false

  @OptionGroup var clock: ClockOptions

  @Option(
    help: help(
      en: "The language of every word; otherwise the editor’s.",
      fr: "Langue des mots\u{202F}; sinon celle de l’éditeur.", value: .language))
  var lang: Language?

  func run() throws {
    var session = EditorSession(
      language: lang ?? LanguageOption.language(in: CommandLine.arguments), fallback: spokenLanguage,
      today: clock.moment.day, workspace: EditorWorkspace.around)
    var stream = MessageStream()
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while session.ending == nil {
      let count = read(STDIN_FILENO, &buffer, buffer.count)
      if count < 0 && errno == EINTR { continue }
      // An editor that is gone without a word leaves nothing to do.
      guard count > 0 else { break }
      Conversation.write(session.answer(stream.take(buffer[..<count])))
      var ready = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
      if poll(&ready, 1, 0) == 0 { Conversation.write(session.settle()) }
    }
    if let ending = session.ending, ending != 0 { throw ExitCode(ending) }
  }
}

extension EditorWorkspace {
  /// The workspace in which a path lies, as it is kept now; nil where it lies in none that can be read.
  fileprivate static func around(_ path: String) -> EditorWorkspace? {
    var folder = WorkspaceFolder.parent(of: path)
    // By names alone: an editor knows a document by the path that it was opened by.
    while WorkspaceFolder.at(folder) == nil {
      guard path.hasPrefix("/"), folder != "/" else { return nil }
      folder = WorkspaceFolder.parent(of: folder)
    }
    guard let survey = try? WorkspaceSurvey(WorkspaceFolder(path: folder)) else { return nil }
    let files = survey.documents.compactMap { entry in
      let path = folder + "/" + entry.path
      return try? readDocumentFile(at: path, shownAs: path)
    }
    let listing = WorkspaceListing(
      folder: folder, files: Set((survey.documents + survey.others).map(\.path)),
      sizes: Dictionary(survey.others.map { ($0.path, $0.signature.size) }, uniquingKeysWith: { first, _ in first }))
    return EditorWorkspace(folder: folder, files: files, listing: listing)
  }
}
