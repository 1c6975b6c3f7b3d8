import Bilingual
import Validators

/// The reference of findings: every page of the manual on one, in alphabetical order, after a list of them all.
func makeFindingsChapter(in language: Language) -> String {
  let pages = manualIDs.compactMap { id in manualPage(on: id).map { (id: id, page: $0) } }
  let heading = Wording(
    en: """
      # Findings

      *[En français](findings.fr.md)*

      What `passerelle check` finds, by the name that stands between brackets. `passerelle explain NAME` prints one of
      these pages. This page is made of them by `passerelle manual findings`.
      """,
    fr: """
      # Les constats

      *[In English](findings.en.md)*

      Ce que relève `passerelle check`, par le nom entre crochets. `passerelle explain NOM` écrit une de ces pages. Celle-ci
      en est faite par `passerelle manual findings`.
      """)
  let list = pages.map { id, page in
    "- [`\(id)`](#\(id.lowercased()))\(language.colon)\(manualTitle(of: page, in: language))"
  }
  let sections = pages.map { id, page in
    let title = manualTitle(of: page, in: language)
    return "## \(id)\n\n**\(title.capitalizedFirst)**\n\n" + demoted(page[language])
  }
  return ([heading[language], list.joined(separator: "\n")] + sections).joined(separator: "\n\n") + "\n"
}

/// A page without its first heading, its others one level lower; what stands between fences stays.
private func demoted(_ page: String) -> String {
  var isFenced = false
  let lines = page.split(separator: "\n", omittingEmptySubsequences: false).dropFirst().map { line in
    if line.hasPrefix("```") { isFenced.toggle() }
    return !isFenced && line.hasPrefix("#") ? "#" + line : line
  }
  return lines.drop(while: \.isEmpty).reversed().drop(while: \.isEmpty).reversed().joined(separator: "\n")
}
