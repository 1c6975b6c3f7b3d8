internal import Bilingual
internal import Diagnostics
internal import Markup

extension MarkupFault {
  /// What is broken, in a phrase.
  var wellFormednessSummary: Wording {
    switch kind {
    case .mismatchedTag(_, _, let closed, _?) where !isMisspelt:
      Wording(
        en: "\(en("</\(closed)>")) closes nothing: \(en(closed)) was not opened",
        fr: "\(fr("</\(closed)>")) ne ferme rien\u{A0}: \(fr(closed)) n’a pas été ouvert")
    case .openedAgain(let name):
      Wording(
        en: "\(en(name)) is opened a second time where it should end",
        fr: "\(fr(name)) est ouvert une deuxième fois au lieu de finir")
    case .halfOpened:
      Wording(en: "the < of this tag is missing", fr: "il manque le < de cette balise")
    case .unfinishedTag(let name, let isEnd) where isEnd || vocabulary.hasElement(named: name):
      Wording(en: "the > of this tag is missing", fr: "il manque le > de cette balise")
    case .unfinishedTag:
      Wording(
        en: "a ‘<’ that begins no tag is written ‘&lt;’",
        fr: "un «\u{A0}<\u{A0}» qui ne commence pas une balise s’écrit «\u{A0}&lt;\u{A0}»")
    case .backslash:
      Wording(en: "an end tag is written with a slash", fr: "une balise de fin s’écrit avec une barre oblique")
    case .hyphensInComment(atEnd: true):
      Wording(en: "a comment ends with two hyphens and >", fr: "un commentaire finit par deux tirets et >")
    case .hyphensInComment:
      Wording(en: "two hyphens may not stand in a comment", fr: "deux tirets ne peuvent figurer dans un commentaire")
    case .mismatchedTag(let open, _, let closed, _):
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
    case .mismatchedTag, .forgottenEnd, .openedAgain, .unclosed:
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
    case .mismatchedTag(let open, let openAt, let closed, let text):
      mismatchSolutions(open, openAt, closed, text, at: span)
    case .bareAmpersand:
      [
        .init(
          Wording(en: "write ‘&amp;’", fr: "écrire «\u{A0}&amp;\u{A0}»"),
          [.init(SourceSpan(span.source, span.utf8.lowerBound..<(span.utf8.lowerBound + 1)), with: "&amp;")],
          certainty: .certain)
      ]
    case .forgottenEnd(let name, _, _, _) where vocabulary.isAlwaysEmpty(name):
      [closingAtOnce(name, at: span)]
    case .unclosed(let name, let openAt) where vocabulary.isAlwaysEmpty(name):
      [closingAtOnce(name, at: SourceSpan(span.source, openAt))]
    case .forgottenEnd(let name, let textEnd?, let closed, let closedAt) where textEnd == closedAt.lowerBound:
      [
        .init(
          Wording(
            en: "write \(en("</\(name)>")) before \(en("</\(closed)>"))",
            fr: "écrire \(fr("</\(name)>")) avant \(fr("</\(closed)>"))"),
          [.init(SourceSpan(span.source, textEnd..<textEnd), with: "</\(name)>")])
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
    case .openedAgain, .halfOpened, .unfinishedTag, .backslash, .hyphensInComment:
      solutionsForTag(at: span)
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

/// The characters that people who have written HTML call by name.
private let htmlCharacters = [
  "nbsp": "\u{A0}", "agrave": "à", "acirc": "â", "ccedil": "ç", "egrave": "è", "eacute": "é", "ecirc": "ê", "euml": "ë",
  "icirc": "î", "iuml": "ï", "ocirc": "ô", "ugrave": "ù", "ucirc": "û", "uuml": "ü", "oelig": "œ", "Agrave": "À",
  "Ccedil": "Ç", "Egrave": "È", "Eacute": "É", "Ecirc": "Ê", "OElig": "Œ", "laquo": "«", "raquo": "»", "lsquo": "‘",
  "rsquo": "’", "ldquo": "“", "rdquo": "”", "hellip": "…", "ndash": "–", "mdash": "—", "euro": "€", "deg": "°",
  "copy": "©", "times": "×",
]
