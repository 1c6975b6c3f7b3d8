import Bilingual
import CurriculumModel
import DomainWords

/// A competence as a trainer reads it: what it is, where else it stands, and which modules teach it.
struct CompetencePage {
  let workspace: OpenWorkspace
  let framework: Framework
  let line: FrameworkCoverage.Line

  private var competence: Framework.Competence { line.competence }

  /// The page for a terminal, within 80 columns.
  var text: String {
    var lines = TextLayout.heading("\(competence.code) \(name)")
    let area = framework.areas.first { $0.code == competence.area }?.name.best(workspace.languages)?.content.text
    lines += TextLayout.wrap([workspace.words(framework.title), area].compactMap(\.self).joined(separator: " – "))
    let description = workspace.words(competence.description)
    if !description.isEmpty { lines += [""] + TextLayout.wrap(description) }
    if !competence.same.isEmpty {
      lines += TextLayout.wrap(
        spokenLanguage.list(competence.same.map(\.description)), first: said(en: "Same as: ", fr: "Équivaut à\u{A0}: "))
    }
    lines.append("")
    if line.teaching.isEmpty {
      lines.append(said(en: "No module teaches it.", fr: "Aucun module ne l’enseigne."))
    }
    lines += line.teaching.flatMap { teaching in
      let who = TokenWords.partners(teaching.audience)[spokenLanguage]
      let level =
        teaching.level == 0 ? "" : said(en: ", to level \(teaching.level)", fr: ", jusqu’au niveau \(teaching.level)")
      return TextLayout.wrap("\(workspace.title(teaching.module)) (\(teaching.module)) – \(who)\(level)", first: "  • ")
    }
    return lines.joined(separator: "\n")
  }

  private var name: String {
    competence.name.best(workspace.languages)?.content.text ?? competence.code
  }
}
