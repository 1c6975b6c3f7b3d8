import Foundation
import Glibc
import Testing

/// Documents that are no documents: a finding with its place, status 1, and every other command says so too.
@Suite(.timeLimit(.minutes(30)))
struct DocumentTests {
  private static let document = "modules/ld-listen.xml"

  struct Case: Sendable, CustomTestStringConvertible {
    let id: String
    let bytes: Data
    let en: String
    let fr: String
    var testDescription: String { id }
  }

  static let cases = [
    Case(
      id: "NotWellFormed", bytes: Data("<module><title></module>".utf8), en: "‘title’ is not closed",
      fr: "«\u{A0}title\u{A0}» n’est pas fermé"),
    Case(id: "EmptyDocument", bytes: Data(), en: "the document is empty", fr: "le document est vide"),
    Case(
      id: "EncodingNotReadable", bytes: Data("<module>".utf8 + [0x00, 0xFF, 0xD0, 0x01]), en: "is not UTF-8",
      fr: "n’est pas de l’UTF-8"),
    Case(
      id: "DoctypeRefused", bytes: Data("<!DOCTYPE module [<!ENTITY a \"b\">]>\n<module>&a;</module>".utf8),
      en: "a document type declaration is refused", fr: "une déclaration de type de document est refusée"),
  ]

  @Test(arguments: cases)
  func aBadDocumentIsFound(bad: Case) throws {
    let workspace = try Workspace()
    try bad.bytes.write(to: workspace.url(Self.document))
    for (language, words) in [("en", bad.en), ("fr", bad.fr)] {
      let ending = try workspace.run(["check", "--lang", language, "--now", Workspace.now])
      #expect(ending.status == 1)
      #expect(ending.output.hasPrefix("\(Self.document):1:"))
      #expect(ending.output.contains(words), "\(ending.output)")
      #expect(ending.output.contains("[\(bad.id)]"))
    }
    try workspace.refuses(
      "plan", 1, en: "error: the workspace is not sound", fr: "erreur\u{A0}: l’espace de travail n’est pas valide")
    try workspace.refuses("person add Awa", 1, en: bad.en, fr: bad.fr)
  }

  @Test func whatIsNoFileIsNotRead() throws {
    let workspace = try Workspace()
    try FileManager.default.removeItem(at: workspace.url(Self.document))
    #expect(mkfifo(workspace.url(Self.document).path, 0o600) == 0)
    try isFoundToBeNoFile(in: workspace)
    try workspace.refuses(
      "certificate verify \(Self.document)", 66, en: "\(Self.document) is no regular file",
      fr: "\(Self.document) n’est pas un fichier ordinaire")
    let sound = try Workspace()
    #expect(mkfifo(sound.url("attained").path, 0o600) == 0)
    try sound.refuses("plan --have attained", 66, en: "is no regular file", fr: "n’est pas un fichier")
  }

  @Test func aFolderInThePlaceOfADocumentIsNotRead() throws {
    let workspace = try Workspace()
    try FileManager.default.removeItem(at: workspace.url(Self.document))
    try FileManager.default.createDirectory(at: workspace.url(Self.document), withIntermediateDirectories: false)
    try isFoundToBeNoFile(in: workspace)
    try workspace.refuses(
      "certificate verify modules", 66, en: "is no regular file", fr: "n’est pas un fichier ordinaire")
  }

  @Test func aFileThatMayNotBeReadIsFound() throws {
    let workspace = try Workspace()
    let path = workspace.url(Self.document).path
    #expect(chmod(path, 0) == 0)
    // Whoever may read everything reads it all the same.
    guard access(path, R_OK) != 0 else { return }
    let ending = try workspace.run(["check", "--lang", "en", "--now", Workspace.now])
    #expect(ending.status == 1)
    #expect(ending.output.contains("the file cannot be read: Permission denied [FileNotReadable]"))
  }

  private func isFoundToBeNoFile(in workspace: Workspace) throws {
    for command in ["check", "check \(Self.document)"] {
      for (language, words) in [("en", "a pipe or a device, and no file"), ("fr", "et non un fichier")] {
        let ending = try workspace.run(
          command.split(separator: " ").map(String.init) + ["--lang", language, "--now", Workspace.now])
        #expect(ending.status == 1)
        #expect(ending.output.hasPrefix("\(Self.document):1:1: "))
        #expect(ending.output.contains(words) && ending.output.contains("[FileNotReadable]"), "\(ending.output)")
      }
    }
    try workspace.refuses(
      "plan", 1, en: "error: the workspace is not sound", fr: "erreur\u{A0}: l’espace de travail n’est pas valide")
  }

  @Test func whatIsMissingIsSaid() throws {
    let workspace = try Workspace()
    try workspace.refuses(
      "check none.xml", 66, en: "there is no file or folder none.xml", fr: "il n’y a ni fichier ni dossier none.xml")
    try workspace.refuses(
      "certificate verify none.jwt", 66, en: "there is no file none.jwt", fr: "il n’y a pas de fichier none.jwt")
    try workspace.refuses(
      "plan --have none.json", 66, en: "there is no file none.json", fr: "il n’y a pas de fichier none.json")
    try workspace.refuses(
      "plan --workspace modules", 66, en: "modules is no workspace", fr: "modules n’est pas un espace de travail")
    try workspace.refuses(
      "demo --curricula modules", 66, en: "modules is no workspace", fr: "modules n’est pas un espace de travail")
    try FileManager.default.removeItem(at: workspace.url("programme.xml"))
    try workspace.refuses("plan", 66, en: "no workspace here", fr: "pas d’espace de travail ici")
  }

  @Test func outsideAWorkspaceADocumentIsCheckedAlone() throws {
    let workspace = try Workspace()
    try FileManager.default.removeItem(at: workspace.url("programme.xml"))
    for (language, words) in [("en", "note: outside a workspace"), ("fr", "note\u{A0}: hors d’un espace de travail")] {
      let ending = try workspace.run(["check", Self.document, "--lang", language, "--now", Workspace.now])
      #expect(ending.status == 0, "\(ending.output)")
      #expect(ending.conversation.asWords.contains(words))
    }
  }

  @Test func attainmentsThatAreNoneAreRefused() throws {
    let workspace = try Workspace()
    let form = (en: "is not JSON of the form", fr: "n’est pas du JSON de la forme")
    for text in ["", "{", "[]", "{\"junior\": 3}", "{\"junior\": [3]}", "\u{0}\u{1}"] {
      try workspace.write(text, to: "have.json")
      try workspace.refuses("plan --have have.json", 1, en: form.en, fr: form.fr)
    }
    try workspace.write(#"{"seniors": []}"#, to: "have.json")
    try workspace.refuses(
      "plan --have have.json", 1, en: "did you mean ‘senior’?", fr: "vouliez-vous dire «\u{A0}senior\u{A0}»\u{202F}?")
    try workspace.write(#"{"senior": ["sm-netiquete"]}"#, to: "have.json")
    try workspace.refuses(
      "plan --have have.json", 66, en: "did you mean ‘sm-netiquette’?",
      fr: "vouliez-vous dire «\u{A0}sm-netiquette\u{A0}»\u{202F}?")
    try workspace.write(#"{"senior": ["digcomp-3.0:2.5=9"]}"#, to: "have.json")
    try workspace.refuses(
      "plan --have have.json", 64, en: "digcomp-3.0 has levels 1 to 8", fr: "digcomp-3.0 a des niveaux de 1 à 8")
  }
}
