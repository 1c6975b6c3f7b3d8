import Bilingual
import CurriculumModel
import Diagnostics
import FoundationEssentials
import Validators

/// What two people have, as `--have FILE` writes it: modules and competences by identifier.
struct AttainmentsFile {
  private static let places = ["junior", "senior", "pair"]

  private let contents: [String: [String]]

  /// Reads the file.
  init(path: String) throws {
    let bytes = try readDocumentFile(at: path, shownAs: path).bytes
    guard let read = try? JSONDecoder().decode([String: [String]].self, from: Data(bytes)) else {
      throw CommandFailure(
        .notSound,
        Wording(
          en: "\(path) is not JSON of the form {\"junior\": […], \"senior\": […], \"pair\": […]}",
          fr: "\(path) n’est pas du JSON de la forme {\"junior\": […], \"senior\": […], \"pair\": […]}"),
        remedies: [
          Wording(
            en: "each list holds identifiers of modules, or competences such as \"digcomp-3.0:2.5=2\"",
            fr: "chaque liste contient des identifiants de modules, ou des compétences telles que \"digcomp-3.0:2.5=2\""
          )
        ])
    }
    contents = read
    guard let stranger = read.keys.filter({ !Self.places.contains($0) }).min() else { return }
    let near = nearest(to: stranger, among: Self.places)
    throw CommandFailure(
      .notSound,
      Wording(
        en: "\(path): \(Language.en.quote(stranger)) is neither junior nor senior nor pair",
        fr: "\(path)\u{A0}: \(Language.fr.quote(stranger)) n’est ni junior, ni senior, ni pair"),
      remedies: near.isEmpty ? [] : [didYouMean(near)])
  }

  /// The attainments, with an error for what the library does not have.
  func attainments(in workspace: OpenWorkspace) throws -> Attainments {
    var attainments = Attainments()
    for (partner, names) in [(Partner.junior, contents["junior"]), (.senior, contents["senior"])] {
      for name in names ?? [] {
        if name.contains(":") {
          attainments.competences[partner, default: []].insert(try workspace.competence(name))
        } else {
          attainments.modules[partner, default: []].insert(try workspace.module(name).id)
        }
      }
    }
    for name in contents["pair"] ?? [] { attainments.together.insert(try workspace.module(name).id) }
    return attainments
  }
}
