internal import Bilingual
internal import Diagnostics
internal import Markup

extension Diagnostic.ID {
  /// No file, or one that the system does not let us read.
  static let fileNotReadable = Self("FileNotReadable")
  /// Nothing in the file.
  static let emptyDocument = Self("EmptyDocument")
  /// Something else than XML.
  static let notXML = Self("NotXML")
  /// Bytes that are no characters.
  static let encodingNotReadable = Self("EncodingNotReadable")
  /// A document type declaration.
  static let doctypeRefused = Self("DoctypeRefused")
  /// More of something than a document may have.
  static let limitExceeded = Self("LimitExceeded")
  /// Broken markup.
  static let notWellFormed = Self("NotWellFormed")

  /// Every id of what keeps a file from being a document at all.
  static let ofMarkup: [Self] = [
    fileNotReadable, emptyDocument, notXML, encodingNotReadable, doctypeRefused, limitExceeded, notWellFormed,
  ]
}

extension MarkupFault {
  /// The fault as a finding about a document.
  func diagnostic(in source: SourceID) -> Diagnostic {
    let words = words
    let notes: [Diagnostic.Note] =
      switch kind {
      case .mismatchedTag(let open, let openAt, _, _?) where !isMisspelt:
        [
          Diagnostic.Note(
            Wording(en: "\(en(open)) is open here", fr: "\(fr(open)) est ouvert ici"), at: SourceSpan(source, openAt))
        ]
      case .mismatchedTag(_, let openAt, _, _), .unclosed(_, let openAt):
        [Diagnostic.Note(Wording(en: "opened here", fr: "ouvert ici"), at: SourceSpan(source, openAt))]
      case .forgottenEnd(_, _, let closed, let closedAt):
        [
          Diagnostic.Note(
            Wording(
              en: "\(en("</\(closed)>")) comes while it is still open",
              fr: "\(fr("</\(closed)>")) arrive alors qu’il est encore ouvert"),
            at: SourceSpan(source, closedAt))
        ]
      default: []
      }
    let span = SourceSpan(source, utf8)
    return Diagnostic(
      words.id, at: span, summary: words.summary, explanation: words.explanation, notes: notes,
      solutions: solutions(at: span))
  }

  private typealias Words = (id: Diagnostic.ID, summary: Wording, explanation: Wording)

  private var words: Words {
    switch kind {
    case .empty, .notXML, .notUTF8, .notUTF16, .encodingNotRead: fileWords
    case .doctype, .tooLarge, .tooDeep, .tooManyAttributes, .tooManyParts, .valueTooLong: refusalWords
    default: (.notWellFormed, wellFormednessSummary, wellFormednessExplanation)
    }
  }

  private var fileWords: Words {
    switch kind {
    case .empty:
      (
        .emptyDocument, Wording(en: "the document is empty", fr: "le document est vide"),
        Wording(
          en: "A document has one root element: programme, framework, curriculum, module or card.",
          fr: "Un document a un élément racine\u{A0}: programme, framework, curriculum, module ou card.")
      )
    case .notXML:
      (
        .notXML, Wording(en: "the file is not XML", fr: "le fichier n’est pas du XML"),
        Wording(
          en: "An XML document begins with ‘<’; this may be a picture, an office document or plain text.",
          fr:
            "Un document XML commence par «\u{A0}<\u{A0}»\u{202F}; ceci est peut-être une image, un document bureautique ou du texte."
        )
      )
    case .notUTF8(let byte):
      (
        .encodingNotReadable,
        Wording(
          en: "byte \(hexadecimal(byte)) is not UTF-8 here", fr: "l’octet \(hexadecimal(byte)) n’est pas de l’UTF-8 ici"
        ),
        Wording(
          en: "Save the file as UTF-8, or name its encoding in the XML declaration (ISO-8859-1, UTF-16).",
          fr: "Enregistrer le fichier en UTF-8, ou nommer son encodage dans la déclaration XML (ISO-8859-1, UTF-16).")
      )
    case .encodingNotRead(let name):
      (
        .encodingNotReadable,
        Wording(en: "the encoding \(en(name)) is not read", fr: "l’encodage \(fr(name)) n’est pas lu"),
        Wording(
          en: "UTF-8, UTF-16 and ISO-8859-1 are; save the file as UTF-8.",
          fr: "UTF-8, UTF-16 et ISO-8859-1 le sont\u{202F}; enregistrer le fichier en UTF-8.")
      )
    default:
      (
        .encodingNotReadable, Wording(en: "the file is not UTF-16", fr: "le fichier n’est pas de l’UTF-16"),
        Wording(
          en: "It begins like UTF-16 and then holds half a character; save it as UTF-8.",
          fr: "Il commence comme de l’UTF-16 puis contient une moitié de caractère\u{202F}; l’enregistrer en UTF-8.")
      )
    }
  }

  private var refusalWords: Words {
    switch kind {
    case .doctype:
      (
        .doctypeRefused,
        Wording(en: "a document type declaration is refused", fr: "une déclaration de type de document est refusée"),
        Wording(
          en: "It can name other files or expand without end; the vocabulary needs none.",
          fr: "Elle peut nommer d’autres fichiers ou se déployer sans fin\u{202F}; le vocabulaire n’en a pas besoin.")
      )
    case .tooLarge(let bytes, let limit):
      (
        .limitExceeded,
        Wording(
          en: "the document has \(bytes) bytes, more than \(limit)",
          fr: "le document a \(bytes) octets, plus que \(limit)"),
        Wording(
          en: "No module needs as much; split it into several documents.",
          fr: "Aucun module n’en demande autant\u{202F}; le partager en plusieurs documents.")
      )
    case .tooDeep(let limit):
      (
        .limitExceeded,
        Wording(
          en: "elements stand more than \(limit) deep", fr: "des éléments s’emboîtent sur plus de \(limit) niveaux"),
        Wording(en: "The vocabulary needs fewer than twenty.", fr: "Le vocabulaire en demande moins de vingt.")
      )
    case .tooManyParts(let limit):
      (
        .limitExceeded,
        Wording(
          en: "there are more than \(limit) elements and attributes",
          fr: "il y a plus de \(limit) éléments et attributs"),
        Wording(
          en: "No module needs as much; split it into several documents.",
          fr: "Aucun module n’en demande autant\u{202F}; le partager en plusieurs documents.")
      )
    case .valueTooLong(let limit):
      (
        .limitExceeded,
        Wording(
          en: "a value has more than \(limit) bytes", fr: "une valeur a plus de \(limit) octets"),
        Wording(
          en: "Values are names, numbers and addresses; texts stand between tags.",
          fr: "Les valeurs sont des noms, des nombres et des adresses\u{202F}; les textes vont entre les balises.")
      )
    default:
      (
        .limitExceeded,
        Wording(
          en: "a tag has more than \(MarkupLimits.attributes) attributes",
          fr: "une balise a plus de \(MarkupLimits.attributes) attributs"),
        Wording(en: "The vocabulary needs fewer than twenty.", fr: "Le vocabulaire en demande moins de vingt.")
      )
    }
  }
}

private func hexadecimal(_ byte: UInt8) -> String {
  let digits = String(byte, radix: 16, uppercase: true)
  return "0x" + (digits.count < 2 ? "0" : "") + digits
}
