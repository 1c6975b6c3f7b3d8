package import Bilingual

/// A document of which only the parts are there: each empty text is a gap that `check` names, with what belongs there.
package struct DocumentSkeleton: Sendable {
  /// What the document is.
  package enum Kind: Sendable {
    /// A module, filed under this theme.
    case module(theme: String)
    /// A curriculum.
    case curriculum
    /// A card.
    case card
  }

  /// What the document is.
  let kind: Kind
  /// The identifier.
  let id: String
  /// The languages of its texts, that of originals first.
  let languages: [String]
  /// Whose the text is.
  let holder: String
  /// The address of the grammar from the document; nil where nobody knows.
  let grammar: String?
  /// The language of remarks to the author.
  let remarks: Language
  /// The day on which the document begins.
  let today: CalendarDay

  /// A skeleton.
  ///
  /// - Parameter languages: At least one.
  package init(
    _ kind: Kind, id: String, languages: [String], holder: String, grammar: String?, remarks: Language,
    today: CalendarDay
  ) {
    self.kind = kind
    self.id = id
    self.languages = languages
    self.holder = holder
    self.grammar = grammar
    self.remarks = remarks
    self.today = today
  }

  /// The document, which still wants canonical layout.
  package var text: String {
    heading(grammar: grammar) + content
  }

  private var content: String {
    switch kind {
    case .module(let theme): module(theme: theme)
    case .curriculum: curriculum
    case .card: card
    }
  }

  private func root(_ name: String, _ attributes: String, _ parts: [String]) -> String {
    "<\(name) xmlns=\"urn:passerelle:1\" id=\"\(id)\" \(attributes) xml:lang=\"\(languages[0])\">\n"
      + parts.joined(separator: "\n") + "\n</\(name)>\n"
  }

  /// An empty text in every language.
  private func gap(_ name: String, _ attributes: String = "", around content: String = "") -> String {
    languages.enumerated().map { place, language in
      let tag = [name, place == 0 ? "" : "xml:lang=\"\(language)\"", attributes].filter { !$0.isEmpty }
      return "<\(tag.joined(separator: " "))>\(content)</\(name)>"
    }.joined(separator: "\n")
  }

  private func remark(en: String, fr: String) -> String { "<!-- \(Wording(en: en, fr: fr)[remarks]) -->" }

  private func translations(of version: String) -> String {
    languages.dropFirst().map { "<translation xml:lang=\"\($0)\" of=\"\(version)\"/>" }.joined(separator: "\n")
  }

  private var rights: String { "<rights licence=\"\" holder=\"\(escaped(holder))\"/>" }

  private func module(theme: String) -> String {
    root(
      "module", "version=\"0.1.0\" theme=\"\(theme)\" direction=\"junior-to-senior\"",
      [
        remark(
          en:
            "direction: junior-to-senior, senior-to-junior or mutual. Set status to published when it has been tried.",
          fr:
            "direction\u{A0}: junior-to-senior, senior-to-junior ou mutual. Passer status à published après l’avoir essayé."
        ),
        gap("title"), translations(of: "0.1.0"), gap("summary"), "<lifecycle status=\"draft\"/>", rights,
        "<time minutes=\"45\"/>", "<objectives>", objective("o1", for: "senior"), objective("o2", for: "junior"),
        "</objectives>", "<session>",
        remark(
          en: "The minutes of the activities add up to the module’s.",
          fr: "Les minutes des activités font celles du module."),
        activity("a1", minutes: 10, lead: "senior", mode: "talk"),
        activity("a2", minutes: 25, lead: "junior", mode: "practice"),
        activity(
          "a3", minutes: 10, lead: "both", mode: "reflect",
          more: [gap("ask", "from=\"junior\""), gap("ask", "from=\"senior\"")]),
        "</session>", "<checks>", check("c1", for: "o1", by: "junior"), check("c2", for: "o2", by: "senior"),
        "</checks>",
        gap("privacy"),
      ])
  }

  private func objective(_ id: String, for partner: String) -> String {
    "<objective id=\"\(id)\" for=\"\(partner)\" verb=\"apply\">\(gap("statement"))</objective>"
  }

  private func activity(_ id: String, minutes: Int, lead: String, mode: String, more: [String] = []) -> String {
    "<activity id=\"\(id)\" minutes=\"\(minutes)\" lead=\"\(lead)\" mode=\"\(mode)\">"
      + ([gap("title"), gap("junior"), gap("senior")] + more).joined() + "</activity>"
  }

  private func check(_ id: String, for objective: String, by partner: String) -> String {
    "<check id=\"\(id)\" for=\"\(objective)\" kind=\"observation\" attested-by=\"\(partner)\">\(gap("criterion"))</check>"
  }

  private var curriculum: String {
    let edition = "\(today.year).1"
    return root(
      "curriculum", "version=\"\(edition)\"",
      [
        gap("title"), translations(of: edition), gap("summary"), rights,
        "<rhythm minutes=\"60\" every-weeks=\"2\" sessions=\"8\" missed-in-a-row=\"2\"/>",
        "<reciprocity at-least-percent=\"25\" mutual-percent=\"50\"/>", "<group id=\"core\">",
        remark(
          en:
            "Name the modules after the title: <module ref=\"…\"/>. Without any, the group is every published module.",
          fr:
            "Nommer les modules après le titre\u{A0}: <module ref=\"…\"/>. Sans eux, le groupe comprend tous les modules publiés."
        ),
        gap("title"), "</group>", "<certificate id=\"\(id)-certificate\" for=\"pair\">", gap("title"),
        gap("description"), "<earned-when><passed group=\"core\"/></earned-when></certificate>",
      ])
  }

  private var card: String {
    root(
      "card", "version=\"0.1.0\"",
      [gap("title"), translations(of: "0.1.0"), rights, gap("body", around: "<p></p>")])
  }
}
