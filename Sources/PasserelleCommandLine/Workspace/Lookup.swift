import Bilingual
import CompletionLedger
import CurriculumModel
import Diagnostics
import PathPlanning
import ProgrammeModel

/// An identifier that names nothing, with what may have been meant; the French kind stands after "il n’y a pas".
///
/// A title in the place of the identifier comes before what is merely spelt alike.
func unknown(
  _ kind: Wording, _ id: String, among candidates: some Sequence<String>, called titles: [Titled] = []
) -> CommandFailure {
  var near = Titled.ids(of: id, among: titles)
  if near.isEmpty { near = nearest(to: id, among: candidates) }
  if near.isEmpty, id.count > 2 {
    let word = id.lowercased()
    near = Array(Set(candidates.filter { $0.lowercased().hasPrefix(word) }).sorted().prefix(3))
  }
  if near.isEmpty { near = sharingParts(with: id, among: candidates) }
  return CommandFailure(
    .noInput,
    Wording(
      en: "there is no \(kind.en) \(Language.en.quote(id))",
      fr: "il n’y a pas \(kind.fr) \(Language.fr.quote(id))"),
    remedies: near.isEmpty ? listing(candidates) : [didYouMean(near)])
}

/// The candidates of which a part between hyphens or dots is one of the word's, or nearly so: the parts that count are of
/// six letters and more, because shorter ones are alike by chance.
private func sharingParts(with id: String, among candidates: some Sequence<String>) -> [String] {
  func parts(_ text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init).filter { $0.count >= 6 }
  }
  let wanted = parts(id)
  let found = Set(candidates).compactMap { candidate -> (count: Int, candidate: String)? in
    let own = parts(candidate)
    let count = wanted.count { own.contains($0) || !nearest(to: $0, among: own).isEmpty }
    return count > 0 ? (count, candidate) : nil
  }
  return found.sorted { ($1.count, $0.candidate) < ($0.count, $1.candidate) }.prefix(3).map(\.candidate)
}

/// All that there is, where it is little.
private func listing(_ candidates: some Sequence<String>) -> [Wording] {
  let all = Set(candidates).sorted()
  guard !all.isEmpty, all.count <= mostListed else { return [] }
  return [
    Wording { language in
      let names = language.list(all.map { language.quote($0) })
      return language == .en ? "there is \(names)" : "il y a \(names)"
    }
  ]
}

/// How many names are listed at most where none is near.
private let mostListed = 8

/// What bears an identifier, by one of its titles.
struct Titled {
  /// The identifier.
  let id: String
  /// The title in one language.
  let title: String

  /// Every title of what bears an identifier.
  static func all(_ id: String, _ titles: LocalizedPhrase) -> [Titled] {
    titles.versions.map { Titled(id: id, title: $0.content.plainText) }
  }

  /// The identifiers of what is called so, or begins so, whatever the case and the accents; at most three.
  fileprivate static func ids(of title: String, among all: [Titled]) -> [String] {
    let words = plainWords(of: title)
    guard !words.isEmpty else { return [] }
    let exact = all.filter { plainWords(of: $0.title) == words }
    let found = exact.isEmpty ? all.filter { plainWords(of: $0.title).hasPrefix(words + " ") } : exact
    return Array(Set(found.map(\.id)).sorted().prefix(3))
  }
}

extension OpenWorkspace {
  /// The titles of the modules.
  var moduleTitles: [Titled] { library.modules.values.flatMap { Titled.all($0.id.rawValue, $0.title) } }

  /// The titles of the curricula.
  var curriculumTitles: [Titled] { library.curricula.values.flatMap { Titled.all($0.id.rawValue, $0.title) } }

  /// The titles of the certificates.
  var certificateTitles: [Titled] {
    library.curricula.values.flatMap(\.certificates).flatMap { Titled.all($0.id.rawValue, $0.title) }
  }

  /// A module by identifier.
  func module(_ id: String) throws -> Module {
    if let module = library.modules[Identifier(id)] { return module }
    throw unknown(
      Wording(en: "module", fr: "de module"), id, among: library.modules.keys.map(\.rawValue), called: moduleTitles)
  }

  /// A framework by identifier.
  func framework(_ id: String) throws -> Framework {
    if let framework = library.frameworks[Identifier(id)] { return framework }
    throw unknown(Wording(en: "framework", fr: "de référentiel"), id, among: library.frameworks.keys.map(\.rawValue))
  }

  /// A curriculum by identifier; where none is named, the only one there is.
  ///
  /// Otherwise it is the one that states the goals, where only one does.
  func curriculum(_ id: String?, for goals: [String] = []) throws -> Curriculum {
    if let id {
      if let curriculum = library.curricula[Identifier(id)] { return curriculum }
      throw unknown(
        Wording(en: "curriculum", fr: "de parcours"), id, among: library.curricula.keys.map(\.rawValue),
        called: curriculumTitles)
    }
    if library.curricula.count == 1, let only = library.curricula.values.first { return only }
    for goal in goals { _ = try self.goal(goal) }
    let stating = library.curricula.values.filter { curriculum in
      goals.contains { goal in
        curriculum.certificates.contains { $0.id.rawValue == goal }
          || curriculum.groups.contains { $0.id.rawValue == goal }
      }
    }
    if stating.count == 1, let only = stating.first { return only }
    let names = library.curricula.keys.map(\.rawValue).sorted()
    throw CommandFailure(
      .usage, Wording(en: "which curriculum?", fr: "quel parcours\u{202F}?"),
      remedies: [
        Wording { language in
          "--curriculum " + language.list(names.map { language.quote($0) }, .or)
        }
      ])
  }

  /// A goal by identifier: a certificate, a group or a module.
  func goal(_ id: String) throws -> Goal {
    if library.certificate(Identifier(id)) != nil { return .certificate(Identifier(id)) }
    if library.curricula.values.contains(where: { $0.groups.contains { $0.id.rawValue == id } }) {
      return .group(Identifier(id))
    }
    if library.modules[Identifier(id)] != nil { return .module(Identifier(id)) }
    let known =
      library.modules.keys.map(\.rawValue)
      + library.curricula.values.flatMap { curriculum in
        curriculum.groups.map(\.id.rawValue) + curriculum.certificates.map(\.id.rawValue)
      }
    throw unknown(
      Wording(en: "certificate, group or module", fr: "d’attestation, de groupe ni de module"), id, among: known,
      called: moduleTitles + certificateTitles)
  }

  /// A competence at a level, written `FRAMEWORK:CODE=LEVEL` or, where a framework has no levels, `FRAMEWORK:CODE`.
  func competence(_ text: String) throws -> LevelledCompetence {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard let colon = parts[0].lastIndex(of: ":") else { throw malformed(text) }
    let code = String(parts[0][parts[0].index(after: colon)...])
    let known = try self.framework(String(parts[0][..<colon]))
    let framework = known.id
    guard known.competences.contains(where: { $0.code == code }) else {
      throw unknown(
        Wording(en: "competence of \(framework)", fr: "dans \(framework) de compétence"), code,
        among: known.competences.map(\.code))
    }
    let level = parts.count == 2 ? Int(parts[1]) : known.levels == 0 ? 0 : 1
    guard let level, known.levels == 0 ? level == 0 : (1...known.levels).contains(level) else {
      throw CommandFailure(
        .usage,
        known.levels == 0
          ? Wording(en: "\(framework) has no levels", fr: "\(framework) n’a pas de niveaux")
          : Wording(
            en: "\(framework) has levels 1 to \(known.levels)", fr: "\(framework) a des niveaux de 1 à \(known.levels)")
      )
    }
    return LevelledCompetence(CompetenceReference(framework: framework, code: code), level: level)
  }

  private func malformed(_ text: String) -> CommandFailure {
    CommandFailure(
      .usage,
      Wording(
        en: "\(Language.en.quote(text)) names no competence",
        fr: "\(Language.fr.quote(text)) ne nomme aucune compétence"),
      remedies: [
        Wording(
          en: "write FRAMEWORK:CODE=LEVEL, such as digcomp-3.0:2.5=2",
          fr: "écrire RÉFÉRENTIEL:CODE=NIVEAU, par exemple digcomp-3.0:2.5=2")
      ])
  }
}

extension Ledger {
  /// A person by handle.
  func knownPerson(_ handle: String) throws -> Person {
    if let person = try person(handle: Identifier(handle)) { return person }
    throw unknown(Wording(en: "person", fr: "de personne"), handle, among: try people().map(\.handle.rawValue))
  }

  /// A pair by identifier.
  func knownPair(_ id: String) throws -> Pair {
    if let pair = try pair(Identifier(id)) { return pair }
    throw unknown(Wording(en: "pair", fr: "de binôme"), id, among: try pairs().map(\.id.rawValue))
  }
}
