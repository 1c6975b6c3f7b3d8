package import Bilingual

/// A workspace to begin with: a programme, one curriculum and two modules in French and English, sound and plannable, and
/// what editors need to help with them.
package struct StarterWorkspace: Sendable {
  /// The programme's identifier.
  let id: String
  /// What the organisation is called, for certificates and rights.
  let name: String
  /// The language of originals.
  let language: Language
  /// The day on which the documents are published.
  let today: CalendarDay

  /// A workspace from its names.
  ///
  /// - Parameter id: An identifier by the grammar.
  package init(id: String, name: String, language: Language, today: CalendarDay) {
    self.id = id
    self.name = name
    self.language = language
    self.today = today
  }

  /// The file of the grammar in XML syntax, from the workspace.
  package static let grammar = "schemas/passerelle.rng"
  /// The file of the grammar in compact syntax, from the workspace.
  package static let compactGrammar = "schemas/passerelle.rnc"

  /// The folders of documents, in alphabetical order.
  package static let folders = ["cards", "curricula", "frameworks", "modules"]

  /// Every file but the grammar itself; the vocabulary's documents still want canonical layout.
  package var files: [StarterFile] {
    [
      programme, curriculum, firstMeeting, sharedScreen, houseRules,
      StarterFile(path: ".gitignore", text: "ledger.sqlite\nledger.sqlite-shm\nledger.sqlite-wal\nkeys/\n"),
    ] + editorFiles
  }

  var markup: BilingualMarkup { BilingualMarkup(language: language) }

  /// Attributes that every root has.
  func root(_ name: String, _ attributes: String) -> String {
    heading(grammar: name == "programme" ? Self.grammar : "../" + Self.grammar)
      + "<\(name) xmlns=\"urn:passerelle:1\" \(attributes) xml:lang=\"\(language.rawValue)\">\n"
  }

  private var programme: StarterFile {
    StarterFile(
      path: "programme.xml",
      text: root("programme", "id=\"\(id)\"")
        + markup.text(
          "title", en: "Reverse mentoring: \(escaped(name))", fr: "Mentorat inversé\u{A0}: \(escaped(name))")
        + markup.text(
          "summary",
          en: "Juniors mentor seniors in digital tools. Seniors give back their experience; each of the two learns.",
          fr: """
            Des juniors accompagnent des seniors dans les outils numériques. Les seniors donnent en retour leur
            expérience\u{202F}; chacun apprend.
            """)
        + "<languages default=\"\(language.rawValue)\" fallback=\"\(language.rawValue) \(markup.other.rawValue)\"/>\n"
        + "<issuer name=\"\(escaped(name))\" url=\"https://programme.example\"/>\n"
        + "<theme id=\"digital-tools\">"
        + markup.text("name", en: "Digital tools", fr: "Outils numériques") + "</theme>\n"
        + "<theme id=\"leadership\">" + markup.text("name", en: "Leadership", fr: "Leadership") + "</theme>\n"
        + "<house-rules href=\"rules/house.sch\"/>\n<store url=\"sqlite:ledger.sqlite\"/>\n</programme>\n")
  }

  private var curriculum: StarterFile {
    StarterFile(
      path: "curricula/first-exchange.xml",
      text: root("curriculum", "id=\"first-exchange\" version=\"\(today.year).1\"")
        + markup.text("title", en: "A first exchange", fr: "Un premier échange")
        + "<translation xml:lang=\"\(markup.other.rawValue)\" of=\"\(today.year).1\"/>\n"
        + markup.text(
          "summary",
          en: "Two sessions to begin with: the two agree on how they work together, then one shows the other a tool.",
          fr: """
            Deux séances pour commencer\u{A0}: les deux s’accordent sur leur façon de travailler, puis l’un fait
            découvrir un outil à l’autre.
            """)
        + rights
          + """
          <rhythm minutes="60" every-weeks="2" sessions="4" missed-in-a-row="2"/>
          <reciprocity at-least-percent="20" mutual-percent="50"/>
          <milestone module="first-meeting" by-session="1"/>
          <group id="beginning">

          """
        + markup.text("title", en: "To begin with", fr: "Pour commencer")
        + "<module ref=\"first-meeting\"/><module ref=\"shared-screen\"/></group>\n"
        + "<certificate id=\"first-steps\" for=\"pair\">"
        + markup.text("title", en: "Certificate: first steps together", fr: "Attestation\u{A0}: premiers pas ensemble")
        + markup.text(
          "description",
          en: "Certifies that the two agreed on how they work together and that each taught the other something.",
          fr: "Atteste que les deux se sont accordés sur leur façon de travailler et que chacun a appris de l’autre.")
        + "<earned-when><passed group=\"beginning\"/></earned-when></certificate>\n</curriculum>\n")
  }

  /// The rights of every document.
  var rights: String { "<rights licence=\"CC-BY-4.0\" holder=\"\(escaped(name))\"/>\n" }

  /// A sentence in lines of its own, moved in.
  private func folded(_ sentence: String, indentation: Int) -> String {
    let space = String(repeating: " ", count: indentation)
    return "\n" + sentence.broken(first: space, rest: space, width: 110).joined(separator: "\n")
  }

  private var houseRules: StarterFile {
    let diagnostic = Wording(
      en: "The published module ‘<value-of select=\"@id\"/>’ does not say what must stay between the two (privacy).",
      fr: """
        Le module publié «\u{A0}<value-of select="@id"/>\u{A0}» ne dit pas ce qui doit rester entre les deux (privacy).
        """)
    let comment = Wording(
      en: "Rules of your own, in ISO Schematron: check runs them with the others. This one is an example.",
      fr: "Vos propres règles, en ISO Schematron\u{A0}: check les applique avec les autres. Celle-ci est un exemple.")
    let other = markup.other
    return StarterFile(
      path: "rules/house.sch",
      text: """
        <?xml version="1.0" encoding="UTF-8"?>
        <schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt" xml:lang="\(language.rawValue)">
          <ns prefix="p" uri="urn:passerelle:1"/>

          <!-- \(comment[language]) -->
          <pattern id="privacy-unsaid">
            <rule context="/p:module[p:lifecycle/@status = 'published']">
              <assert test="p:privacy" role="warning" diagnostics="privacy-unsaid-\(other.rawValue)">\
        \(folded(diagnostic[language], indentation: 8))</assert>
            </rule>
          </pattern>

          <diagnostics>
            <diagnostic id="privacy-unsaid-\(other.rawValue)" xml:lang="\(other.rawValue)">\
        \(folded(diagnostic[other], indentation: 6))</diagnostic>
          </diagnostics>
        </schema>

        """)
  }
}
