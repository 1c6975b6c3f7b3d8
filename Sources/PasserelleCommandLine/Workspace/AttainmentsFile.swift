import Bilingual
import CurriculumModel
import FoundationEssentials

/// What two people have, as `--have FILE` writes it: modules and competences by identifier.
struct AttainmentsFile {
  private let contents: Contents

  private struct Contents: Decodable {
    var junior: [String]?
    var senior: [String]?
    var pair: [String]?
  }

  /// Reads the file.
  init(path: String) throws {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw CommandFailure(.noInput, Wording(en: "there is no file \(path)", fr: "il n’y a pas de fichier \(path)"))
    }
    do {
      contents = try JSONDecoder().decode(Contents.self, from: data)
    } catch {
      throw CommandFailure(
        .noInput,
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
  }

  /// The attainments, with an error for what the library does not have.
  func attainments(in workspace: OpenWorkspace) throws -> Attainments {
    var attainments = Attainments()
    for (partner, names) in [(Partner.junior, contents.junior), (.senior, contents.senior)] {
      for name in names ?? [] {
        if name.contains(":") {
          attainments.competences[partner, default: []].insert(try workspace.competence(name))
        } else {
          attainments.modules[partner, default: []].insert(try workspace.module(name).id)
        }
      }
    }
    for name in contents.pair ?? [] { attainments.together.insert(try workspace.module(name).id) }
    return attainments
  }
}
