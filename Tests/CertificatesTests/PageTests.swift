import Bilingual
import FoundationEssentials
import TaggedPages
import Testing

@testable import Certificates

/// The page says what the statement says, to eyes and to programs.
struct PageTests {
  private func draw(_ statement: CertificateStatement, _ format: PageFormat = .a4) throws -> [UInt8] {
    try certificatePDF(statement, carrying: carried(statement), on: format)
  }

  @Test(arguments: PageFormat.allCases, Language.allCases)
  func theSameStatementIsTheSameBytes(format: PageFormat, language: Language) throws {
    let carried = try carried(statement(language))
    let first = try certificatePDF(statement(language), carrying: carried, on: format)
    #expect(first.starts(with: "%PDF-1.7".utf8))
    #expect(first == (try certificatePDF(statement(language), carrying: carried, on: format)))
    #expect(first.count < 150_000)
  }

  @Test func typeThatStandsChangesNoByte() throws {
    let type = StandingType()
    let statements = Language.allCases.flatMap { language in
      scriptNames.map { statement(language, names: [$0]) } + [longStatement(language)]
    }
    for statement in statements + statements {
      let carried = try carried(statement)
      let reusing = try certificatePDF(statement, carrying: carried, on: .a4, reusing: type)
      #expect(reusing == (try certificatePDF(statement, carrying: carried, on: .a4)), "\(statement.language)")
    }
  }

  @Test(.enabled(if: PDFTool.qpdf.isInstalled), arguments: PageFormat.allCases)
  func qpdfFindsNothing(format: PageFormat) throws {
    for statement in [statement(), statement(.en), longStatement(.fr)] {
      let (status, output) = try PDFTool.qpdf.run(["--check", "-"], on: draw(statement, format))
      #expect(status == 0, "\(output)")
    }
  }

  @Test(.enabled(if: PDFTool.pdftotext.isInstalled))
  func theTextComesOutAsItWentIn() throws {
    let text = try text(of: statement(names: ["Éloïse Lefèvre-Ñuñez", "Őrsi Fflinšek"], role: .pair))
    for words in [
      "Attestation de fin de parcours", "Éloïse Lefèvre-Ñuñez et Őrsi Fflinšek", "Binôme de mentorat inversé",
      "Présence numérique", "Reconnaître une tentative d’hameçonnage et savoir qui prévenir.",
      "programme « Passerelle chez Acme »", "9 heures 30 minutes, en 10 séances",
      "Hameçonnage : voir le piège, réussi le 12 juillet 2026", "Délivrée le 23 novembre 2026",
      "Valable jusqu’au 23 novembre 2029", "Direction de la formation", "urn:uuid:0197a3c2-6b1e-7c3a-9f52-3b8a4e0d1c77",
      key().did.text, "Conditions d’obtention",
    ] {
      #expect(text.contains(words), "\(words)")
    }
    let english = try self.text(of: statement(.en, validUntil: nil))
    for words in ["Certificate of completion", "Issued on 23 November 2026", "No expiry date", "9 hours 30 minutes"] {
      #expect(english.contains(words), "\(words)")
    }
  }

  @Test(.enabled(if: PDFTool.pdfinfo.isInstalled))
  func theStructureHoldsTheTextForScreenReaders() throws {
    let (_, structure) = try PDFTool.pdfinfo.run(["-struct-text", "-"], on: draw(statement()))
    let lines = structure.split(separator: "\n").map { $0.drop { $0 == " " } }
    for (element, text) in [
      ("H1 (block)", "Attestation de fin de parcours"), ("P (block)", "Éloïse Lefèvre-Ñuñez"),
      ("H2 (block)", "Présence numérique"), ("H2 (block)", "Objectifs"), ("Lbl (block)", "•"),
      ("LBody (block)", "Vérifier avant de partager, réussi le 11\u{A0}juin 2026"),
      (
        "P (block)",
        "Tenir une présence professionnelle en ligne, vérifier avant de partager et transmettre son expérience."
      ),
    ] {
      #expect(zip(lines, lines.dropFirst()).contains { $0 == element && $1 == "\"\(text)\"" }, "\(text)")
    }
    #expect(lines.first == "Document")
  }

  @Test(
    .enabled(if: PDFTool.pdftotext.isInstalled),
    arguments: scriptNames)
  func namesInOtherScriptsStand(name: String) throws {
    #expect(try text(of: statement(names: [name])).contains(name))
  }

  /// Poppler tells the letters of such scripts one by one, each where it stands.
  @Test(.enabled(if: PDFTool.pdftotext.isInstalled), arguments: [("שרה", "ש"), ("سعاد", "س")])
  func aSentenceRunsFromLeftToRightWhateverNameItBeginsWith(name: String, letter: String) throws {
    let pair = statement(names: [name, "Łukasz"], role: .pair)
    let (_, page) = try PDFTool.pdftotext.run(["-bbox", "-", "-"], on: draw(pair))
    func left(of word: String) throws -> Double {
      let line = try #require(page.split(separator: "\n").first { $0.contains(">\(word)</word>") }, "\(word)")
      return try #require(line.split(separator: "\"").dropFirst().first.flatMap { Double($0) })
    }
    #expect(try left(of: letter) < left(of: "et"))
    #expect(try left(of: "et") < left(of: "Łukasz"))
  }

  @Test(.enabled(if: PDFTool.pdftotext.isInstalled), arguments: PageFormat.allCases)
  func nothingIsLostOrCutOff(format: PageFormat) throws {
    let statements =
      [
        longStatement(.fr), statement(names: [String(repeating: "Ab", count: 400)]),
        statement(objectives: [String(repeating: "Savoir faire une chose précise. ", count: 400)]),
        statement(title: String(repeating: "Un titre long ", count: 60)),
      ] + (4..<45).map { count in statement(objectives: (1...count).map { "Objectif numéro \($0)" }) }
    for statement in statements {
      let (_, page) = try PDFTool.pdftotext.run(["-bbox", "-", "-"], on: draw(statement, format))
      let edges = Edges(ofWordsIn: page)
      #expect(edges.left >= 60 && edges.right <= format.width - 60)
      #expect(edges.top >= 40 && edges.bottom <= format.height - 20)
      let text = try text(of: statement, format)
      #expect(text.filter { !$0.isWhitespace }.contains(statement.holder.names[0].filter { !$0.isWhitespace }))
      // A long text goes on over the foot of a page, so its words are counted.
      let found = Self.counts(ofWordsIn: [text])
      for (word, count) in Self.counts(ofWordsIn: statement.achievement.objectives + statement.results.map(\.title)) {
        #expect(found[word, default: 0] >= count, "\(word)")
      }
    }
  }

  private static func counts(ofWordsIn texts: [String]) -> [Substring: Int] {
    texts.flatMap { $0.split { $0.isWhitespace || $0 == "," } }.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }

  /// The text of a page, each run of white space as one space.
  private func text(of statement: CertificateStatement, _ format: PageFormat = .a4) throws -> String {
    let (_, text) = try PDFTool.pdftotext.run(["-", "-"], on: draw(statement, format))
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

/// How far the words of a document reach, in points, by `pdftotext -bbox`.
private struct Edges {
  private(set) var left = Double.infinity
  private(set) var right = 0.0
  private(set) var top = Double.infinity
  private(set) var bottom = 0.0

  init(ofWordsIn html: String) {
    for line in html.split(separator: "\n") where line.contains("<word ") {
      let numbers = line.split(separator: "\"").enumerated().compactMap { $0 % 2 == 1 ? Double($1) : nil }
      guard numbers.count == 4 else { continue }
      left = min(left, numbers[0])
      top = min(top, numbers[1])
      right = max(right, numbers[2])
      bottom = max(bottom, numbers[3])
    }
  }
}
