import Bilingual
import CurriculumModel
import DomainWords
import Stationery

/// What of a framework the library teaches, and what is missing.
struct CoverageReport {
  let workspace: OpenWorkspace
  let coverage: FrameworkCoverage

  private var framework: Framework { coverage.framework }

  /// The report for a terminal, area by area.
  var text: String {
    let count = coverage.lines.count
    let taught = coverage.taught
    var lines = TextLayout.heading(
      workspace.words(framework.title)
        + said(
          en: ": \(taught) of \(count) competences \(taught == 1 ? "is" : "are") taught",
          fr: taught < 2
            ? "\u{A0}: \(taught) compétence sur \(count) est enseignée"
            : "\u{A0}: \(taught) compétences sur \(count) sont enseignées"))
    for area in areas {
      if let name = area.name { lines += ["", "\(area.code ?? "")  \(name)"] }
      for line in area.lines { lines += self.lines(for: line) }
    }
    if !coverage.missing.isEmpty {
      lines += ["", said(en: "No module teaches:", fr: "Aucun module n’enseigne\u{A0}:")]
      lines += coverage.missing.flatMap { TextLayout.wrap("\($0.code) \(name($0))", first: "  • ") }
    }
    return lines.joined(separator: "\n")
  }

  /// The members of `--format json`.
  var record: CoverageRecord {
    CoverageRecord(
      framework: framework.id.rawValue, title: workspace.words(framework.title), levels: framework.levels,
      taught: coverage.taught, missing: coverage.missing.map(\.code),
      competences: coverage.lines.map(record(of:)))
  }

  /// One competence's members of `--format json`.
  func record(of line: FrameworkCoverage.Line) -> CoverageRecord.Competence {
    .init(
      code: line.competence.code, area: line.competence.area, name: name(line.competence),
      highestLevel: framework.levels == 0 ? nil : line.highestLevel,
      modules: line.teaching.map {
        .init(
          module: $0.module.rawValue, level: framework.levels == 0 ? nil : $0.level, for: $0.audience.rawValue,
          through: $0.through?.description)
      })
  }

  /// The areas that have competences, in the framework's order; then what belongs to none.
  private var areas: [(code: String?, name: String?, lines: [FrameworkCoverage.Line])] {
    let known = framework.areas.map { area in
      (
        code: Optional(area.code), name: area.name.best(workspace.languages)?.content.text,
        lines: coverage.lines.filter { $0.competence.area == area.code }
      )
    }
    let codes = Set(framework.areas.map(\.code))
    let rest = coverage.lines.filter { line in !(line.competence.area.map(codes.contains) ?? false) }
    return (known + [(nil, nil, rest)]).filter { !$0.lines.isEmpty }
  }

  private func lines(for line: FrameworkCoverage.Line) -> [String] {
    let title = "\(line.competence.code)  \(name(line.competence))"
    guard !line.teaching.isEmpty else { return TextLayout.wrap("\(title) –", first: "  ", rest: "      ") }
    let modules = line.teaching.map { teaching in
      var notes = [TokenWords.partners(teaching.audience)[spokenLanguage]]
      if teaching.level > 0 {
        notes.append(said(en: "to level \(teaching.level)", fr: "niveau\u{A0}\(teaching.level)"))
      }
      if let other = teaching.through { notes.append(said(en: "as \(other)", fr: "par \(other)")) }
      return "\(teaching.module) (\(notes.joined(separator: ", ")))"
    }
    return TextLayout.wrap(title, first: "  ", rest: "      ")
      + TextLayout.wrap(modules.joined(separator: said(en: "; ", fr: "\u{202F}; ")), first: "      ", rest: "      ")
  }

  private func name(_ competence: Framework.Competence) -> String {
    competence.name.best(workspace.languages)?.content.text ?? competence.code
  }
}

/// The members of `coverage FRAMEWORK --format json`.
struct CoverageRecord: Encodable {
  struct Competence: Encodable {
    let code: String
    @OrNull var area: String?
    let name: String
    /// Null where no module teaches it, and in a framework without levels.
    @OrNull var highestLevel: Int?
    let modules: [Teaching]
  }

  struct Teaching: Encodable {
    let module: String
    /// Null in a framework without levels.
    @OrNull var level: Int?
    let `for`: String
    /// The same competence of another framework, where the module names that one.
    @OrNull var through: String?
  }

  let framework: String
  let title: String
  let levels: Int
  let taught: Int
  let missing: [String]
  let competences: [Competence]
}
