internal import Bilingual
internal import Diagnostics
internal import Markup
internal import RelaxNG

/// The vocabulary's grammar, compiled once for the whole program.
let vocabulary = Vocabulary()

/// The grammar `Schemas/passerelle.rng`, which the binary carries within itself.
struct Vocabulary: Sendable {
  /// The grammar as libxml2 runs it.
  let grammar: Grammar

  init() {
    do {
      grammar = try Grammar(relaxNG: PackageResources.passerelle_rng)
    } catch {
      preconditionFailure("the embedded grammar does not compile: \(error.message)")
    }
  }

  /// Why libxml2 refuses a document, in findings with exact places.
  func explain(_ root: Element, in source: Source, line: Int, message: String) -> [Diagnostic] {
    [
      Diagnostic(
        "NotAccordingToGrammar", at: root.nameSpan,
        summary: Wording(
          en: "the document is not as the grammar wants it, about line \(line)",
          fr: "le document n’est pas comme la grammaire le veut, vers la ligne \(line)"),
        explanation: Wording(same: message))
    ]
  }
}

/// The bytes of the grammar that documents are held against, as published under `Validators/Schemas`.
package var publishedGrammar: [UInt8] { PackageResources.passerelle_rng }
