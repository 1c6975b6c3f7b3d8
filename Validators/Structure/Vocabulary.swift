internal import Bilingual
internal import Diagnostics
internal import Markup
package import RelaxNG

/// The vocabulary's grammar, compiled once for the whole program.
let vocabulary = Vocabulary()

/// The grammar `Schemas/passerelle.rng`, which the binary carries within itself.
struct Vocabulary: Sendable {
  /// The grammar as libxml2 runs it.
  let grammar: Grammar

  init() {
    do {
      grammar = try Grammar(relaxNG: quickened(PackageResources.passerelle_rng))
    } catch {
      preconditionFailure("the embedded grammar does not compile: \(error.message)")
    }
  }

  /// Why libxml2 refuses a document, in findings with exact places.
  ///
  /// libxml2 has the verdict: where our own reading of the grammar finds nothing, libxml2's words are passed on.
  func explain(_ root: Element, in source: Source, line: Int, message: String) -> [Diagnostic] {
    let findings = RelaxNG.explain(root, by: patterns, source: source)
    return findings.isEmpty
      ? [notAccordingToGrammar(line: line, message: message, source: source, id: root.nameSpan.source)] : findings
  }
}

extension Vocabulary {
  /// What elements of this name mean, by the grammar.
  func documentation(of local: String) -> Wording? {
    patterns.documentation(of: local)
  }

  /// Whether elements of this name hold neither text nor elements, wherever they stand.
  func isAlwaysEmpty(_ local: String) -> Bool {
    let named = patterns.listing.filter { $0.name == local }
    return !named.isEmpty && named.allSatisfy { $0.content.isEmpty && !$0.holdsText }
  }

  /// Whether the vocabulary has an element of this name.
  func hasElement(named local: String) -> Bool {
    patterns.hasElement(named: local)
  }
}

/// The grammar with the languages that most texts are in before the pattern of all languages: the same documents are
/// valid by it.
///
/// For each value libxml2 compiles the pattern that it must match anew, which is a sixth of a check, and two of five
/// values with a pattern are languages.
func quickened(_ grammar: [UInt8]) -> [UInt8] {
  let values = ["en", "fr", "de", "es", "it", "nl", "pt"].map {
    "<value type=\"string\" datatypeLibrary=\"\">\($0)</value>"
  }
  let text = String(decoding: grammar, as: UTF8.self)
  guard let start = text.firstRange(of: "<define name=\"language\">"),
    let end = text[start.upperBound...].firstRange(of: "</define>")
  else { return grammar }
  let pattern = text[start.upperBound..<end.lowerBound]
  return Array(
    (text[..<start.upperBound] + "<choice>" + values.joined() + pattern + "</choice>" + text[end.lowerBound...]).utf8)
}

/// The grammar as we explain it; read only when a document is refused.
private let patterns: SchemaPatterns = {
  let reading = Markup.read(PackageResources.passerelle_rng, as: SourceID(index: 0), grammar: nil)
  guard let root = reading.tree?.root else { preconditionFailure("the embedded grammar is not well-formed") }
  do {
    return try SchemaPatterns(root, otherNames: namesElsewhere)
  } catch {
    preconditionFailure("the embedded grammar has a part that is not explained: \(error)")
  }
}()

/// The bytes of the grammar that documents are held against, as published under `Validators/Schemas`.
package var publishedGrammar: [UInt8] { PackageResources.passerelle_rng }

/// What an author may write at a place of a document, by the vocabulary's grammar.
package func makeWritingAid() -> WritingAid { WritingAid(patterns) }

/// How the vocabulary's grammar lets documents be laid out.
package func makeLayoutAid() -> LayoutAid { LayoutAid(patterns) }

/// The grammar in RELAX NG's compact syntax, which Emacs reads.
package func makeCompactGrammar() -> String {
  guard let root = Markup.read(publishedGrammar, as: SourceID(index: 0), grammar: nil).tree?.root else {
    preconditionFailure("the embedded grammar is not well-formed")
  }
  return compactSyntax(of: root)
}

/// What the vocabulary's grammar says of each element, and which of them begin a document.
package func listVocabulary() -> (elements: [ListedElement], roots: [Int]) {
  (patterns.listing, patterns.listedRoots)
}
