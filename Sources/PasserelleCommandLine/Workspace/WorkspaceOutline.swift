import Bilingual
import CurriculumModel
import CurriculumReading
import Diagnostics
import FoundationEssentials
import Markup
import Validators

/// What can be told of a workspace in which an author is at work, sound or not.
struct WorkspaceOutline {
  /// The folder.
  let folder: WorkspaceFolder
  /// The programme.
  let programme: ProgrammeDraft
  /// The documents that are well-formed, by path from the workspace, in order.
  let documents: [(path: String, root: Element)]

  /// The address of the grammar as `programme.xml` gives it; nil where it gives none.
  private let grammar: String?

  /// Looks through a workspace; one whose programme cannot be read is refused.
  init(_ options: WorkspaceOptions) throws {
    folder = try WorkspaceFolder.find(options)
    let paths = try folder.documentPaths()
    let files = folder.read(paths)
    documents = zip(paths, files).enumerated().compactMap { index, document in
      guard let decoded = try? decode(document.1.bytes),
        let root = Markup.read(decoded.utf8, as: SourceID(index: index), grammar: nil).tree?.root
      else { return nil }
      return (document.0, root)
    }
    var draft = CurriculumDraft()
    if let root = documents.first(where: { $0.path == "programme.xml" })?.root { draft.add(root) }
    guard let programme = draft.programmes.first else {
      throw CommandFailure(
        .notSound,
        Wording(
          en: "\(folder.shown("programme.xml")) cannot be read", fr: "\(folder.shown("programme.xml")) est illisible"),
        remedies: [
          Wording(en: "mend what ‘passerelle check’ finds", fr: "corriger ce que trouve «\u{A0}passerelle check\u{A0}»")
        ])
    }
    self.programme = programme
    let head = folder.read("programme.xml").bytes.prefix(2000)
    grammar = String(decoding: head, as: UTF8.self).firstMatch(of: /<\?xml-model\s+href="([^"]+)"/).map { String($0.1) }
  }

  /// The languages of texts, that of originals first.
  var languages: [String] {
    let all = programme.allLanguages.map(\.rawValue)
    let original = programme.defaultLanguage.rawValue
    return [original] + all.filter { $0 != original }
  }

  /// Whose texts are: the issuer of certificates.
  var holder: String { programme.element.first("issuer")?[attribute: "name"]?.value ?? "" }

  /// The address of the grammar from a document in a folder of the workspace.
  func grammar(from folder: String) -> String? {
    grammar.map { $0.hasPrefix("/") || $0.contains(":") ? $0 : "../" + $0 }
  }

  /// The identifiers of documents of a kind, with their paths from the workspace.
  func identifiers(of kind: DocumentKind) -> [(id: String, path: String)] {
    documents.filter { DocumentKind(root: $0.root) == kind }.map { path, root in
      (trimmed(root[attribute: "id"]?.value ?? ""), path)
    }
  }
}
