internal import Bilingual
internal import Diagnostics
internal import Markup

extension MarkupFault {
  /// What is broken, in a phrase.
  var wellFormednessSummary: Wording {
    switch kind {
    case .mismatchedTag(let open, _, let closed):
      Wording(
        en: "\(en("</\(closed)>")) closes nothing: \(en(open)) is open",
        fr: "\(fr("</\(closed)>")) ne ferme rien\u{A0}: \(fr(open)) est ouvert")
    case .forgottenEnd(let name, _, _, _):
      Wording(en: "\(en(name)) is not closed", fr: "\(fr(name)) n’est pas fermé")
    case .unclosed(let name, _):
      Wording(en: "\(en(name)) is never closed", fr: "\(fr(name)) n’est jamais fermé")
    case .afterEnd:
      Wording(en: "something follows the end of the document", fr: "quelque chose suit la fin du document")
    case .unknownEntity(let name):
      Wording(en: "\(en("&\(name);")) is not known in XML", fr: "\(fr("&\(name);")) n’est pas connu en XML")
    case .bareAmpersand:
      Wording(en: "an ampersand is written ‘&amp;’", fr: "une esperluette s’écrit «\u{A0}&amp;\u{A0}»")
    case .bareLessThan:
      Wording(
        en: "a ‘<’ that begins no tag is written ‘&lt;’",
        fr: "un «\u{A0}<\u{A0}» qui ne commence pas une balise s’écrit «\u{A0}&lt;\u{A0}»")
    case .lessThanInValue:
      Wording(en: "‘<’ in a value is written ‘&lt;’", fr: "«\u{A0}<\u{A0}» dans une valeur s’écrit «\u{A0}&lt;\u{A0}»")
    case .duplicateAttribute(let name):
      Wording(en: "the attribute \(en(name)) is given twice", fr: "l’attribut \(fr(name)) est donné deux fois")
    case .unquotedValue:
      Wording(
        en: "a value stands between straight quotation marks", fr: "une valeur se place entre guillemets droits")
    case .closedByOtherMark(let quote, let mark):
      Wording(
        en: "the value begins with \(quote) and ends with \(mark)",
        fr: "la valeur commence par \(quote) et finit par \(mark)")
    case .unclosedValue(let name, let quote, _):
      Wording(
        en: "the \(quote) that closes the value of \(en(name)) is missing",
        fr: "il manque le \(quote) qui ferme la valeur de \(fr(name))")
    case .quoteInValue(let name, _, _):
      Wording(
        en: "the value of \(en(name)) holds the mark that it stands between",
        fr: "la valeur de \(fr(name)) contient le guillemet qui l’entoure")
    case .missingSpace(let name):
      Wording(en: "a space is missing before \(en(name))", fr: "il manque une espace avant \(fr(name))")
    case .attributeWithoutValue(let name, let isQuoted):
      isQuoted
        ? Wording(en: "the = behind \(en(name)) is missing", fr: "il manque le signe = après \(fr(name))")
        : Wording(en: "the attribute \(en(name)) has no value", fr: "l’attribut \(fr(name)) n’a pas de valeur")
    case .unknownPrefix:
      Wording(en: "a prefix of this tag is not declared", fr: "un préfixe de cette balise n’est pas déclaré")
    case .forbiddenCharacter:
      Wording(en: "this character is not allowed in XML", fr: "ce caractère n’est pas permis en XML")
    default:
      Wording(en: "the markup is broken here", fr: "le balisage est rompu ici")
    }
  }

  /// What XML wants, where the phrase does not say so already.
  var wellFormednessExplanation: Wording {
    switch kind {
    case .mismatchedTag, .forgottenEnd, .unclosed:
      Wording(
        en: "Each element is closed by its own name, the last one opened first.",
        fr: "Chaque élément est fermé par son propre nom, le dernier ouvert en premier.")
    case .afterEnd:
      Wording(
        en: "A document has one root element, and nothing but comments after it.",
        fr: "Un document a un seul élément racine, et rien que des commentaires après lui.")
    case .unknownEntity:
      Wording(
        en: "XML knows &amp;, &lt;, &gt;, &quot; and &apos;; type every other character as it is, é or ’.",
        fr: "XML connaît &amp;, &lt;, &gt;, &quot; et &apos;\u{202F}; taper tout autre caractère tel quel, é ou ’.")
    case .unclosedValue, .attributeWithoutValue:
      Wording(
        en: "An attribute is a name, an equals sign and a value between straight quotation marks.",
        fr: "Un attribut est un nom, un signe égal et une valeur entre guillemets droits.")
    case .quoteInValue:
      Wording(
        en: "The value ends at the first such mark; curly quotation marks may stand within it.",
        fr: "La valeur finit au premier guillemet de ce genre\u{202F}; les guillemets « » peuvent y figurer.")
    case .unquotedValue, .closedByOtherMark:
      Wording(
        en: "XML knows \" and ' alone; word processors put others in their place.",
        fr: "XML ne connaît que \" et '\u{202F}; les traitements de texte en mettent d’autres à leur place.")
    case .other(let message):
      Wording(
        en: "The XML parser says: \(message)", fr: "L’analyseur XML dit, en anglais\u{A0}: \(message)")
    default: Wording(same: "")
    }
  }

  /// What can be done about the fault.
  func solutions(at span: SourceSpan) -> [Diagnostic.Solution] {
    switch kind {
    case .mismatchedTag(let open, let openAt, let closed):
      renamings(open, openAt, closed, at: span)
        + [
          .init(
            Wording(
              en: "close \(en(open)) before \(en("</\(closed)>"))", fr: "fermer \(fr(open)) avant \(fr("</\(closed)>"))"
            ))
        ]
    case .bareAmpersand:
      [
        .init(
          Wording(en: "write ‘&amp;’", fr: "écrire «\u{A0}&amp;\u{A0}»"),
          [.init(SourceSpan(span.source, span.utf8.lowerBound..<(span.utf8.lowerBound + 1)), with: "&amp;")],
          certainty: .certain)
      ]
    case .forgottenEnd(let name, let textEnd?, _, _):
      [
        .init(
          Wording(
            en: "write \(en("</\(name)>")) at the end of its line",
            fr: "écrire \(fr("</\(name)>")) à la fin de sa ligne"),
          [.init(SourceSpan(span.source, textEnd..<textEnd), with: "</\(name)>")])
      ]
    case .forgottenEnd(let name, nil, _, _):
      [.init(Wording(en: "write \(en("</\(name)>")) where it ends", fr: "écrire \(fr("</\(name)>")) là où il finit"))]
    case .unclosed(let name, _):
      [.init(Wording(en: "write \(en("</\(name)>")) where it ends", fr: "écrire \(fr("</\(name)>")) là où il finit"))]
    case .unquotedValue(let value) where !value.isEmpty && !value.contains(where: "\"&<".contains):
      [
        .init(
          Wording(en: "write \"\(value)\"", fr: "écrire \"\(value)\""), [.init(span, with: "\"\(value)\"")],
          certainty: .certain)
      ]
    case .closedByOtherMark, .unclosedValue, .quoteInValue, .missingSpace, .attributeWithoutValue:
      solutionsInTag(at: span)
    case .unknownEntity(let name):
      htmlCharacters[name].map { character in
        [
          .init(
            Wording(
              en: "write \(name == "nbsp" ? "the no-break space itself" : en(character))",
              fr: "écrire \(name == "nbsp" ? "l’espace insécable elle-même" : fr(character))"),
            [.init(span, with: character)], certainty: .certain)
        ]
      } ?? []
    case .bareLessThan, .lessThanInValue:
      [
        .init(
          Wording(en: "write ‘&lt;’", fr: "écrire «\u{A0}&lt;\u{A0}»"), [.init(span, with: "&lt;")],
          certainty: .certain)
      ]
    case .doctype:
      [.init(Wording(en: "delete the declaration", fr: "supprimer la déclaration"))]
    default: []
    }
  }
}

/// One of two names that are near each other put in the place of the other; the one that the vocabulary has first.
private func renamings(
  _ open: String, _ openAt: Range<Int>, _ closed: String, at closing: SourceSpan
) -> [Diagnostic.Solution] {
  guard !nearest(to: closed, among: [open]).isEmpty else { return [] }
  let closingName = (closing.utf8.lowerBound + 2)..<(closing.utf8.lowerBound + 2 + closed.utf8.count)
  let openingName = (openAt.lowerBound + 1)..<(openAt.lowerBound + 1 + open.utf8.count)
  let closeByOpen = Diagnostic.Solution(
    Wording(en: "write \(en("</\(open)>"))", fr: "écrire \(fr("</\(open)>"))"),
    [.init(SourceSpan(closing.source, closingName), with: open)])
  let openByClosed = Diagnostic.Solution(
    Wording(en: "open it as \(en("<\(closed)>"))", fr: "l’ouvrir par \(fr("<\(closed)>"))"),
    [.init(SourceSpan(closing.source, openingName), with: closed)])
  guard vocabulary.hasElement(named: closed) else { return [closeByOpen] }
  return vocabulary.hasElement(named: open) ? [closeByOpen, openByClosed] : [openByClosed]
}

/// The characters that people who have written HTML call by name.
private let htmlCharacters = [
  "nbsp": "\u{A0}", "agrave": "à", "acirc": "â", "ccedil": "ç", "egrave": "è", "eacute": "é", "ecirc": "ê", "euml": "ë",
  "icirc": "î", "iuml": "ï", "ocirc": "ô", "ugrave": "ù", "ucirc": "û", "uuml": "ü", "oelig": "œ", "Agrave": "À",
  "Ccedil": "Ç", "Egrave": "È", "Eacute": "É", "Ecirc": "Ê", "OElig": "Œ", "laquo": "«", "raquo": "»", "lsquo": "‘",
  "rsquo": "’", "ldquo": "“", "rdquo": "”", "hellip": "…", "ndash": "–", "mdash": "—", "euro": "€", "deg": "°",
  "copy": "©", "times": "×",
]
