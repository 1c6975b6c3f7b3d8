internal import Bilingual
internal import Diagnostics

/// What keeps a file of rules, or a part of it, from being used: facts, which become words here.
enum RuleFileFault {
  /// What a name names.
  enum Kind {
    case element, pattern, phase, diagnostic, variable

    var words: Wording {
      switch self {
      case .element: Wording(en: "an element that is read here", fr: "un élément lu ici")
      case .pattern: Wording(en: "a pattern of this file", fr: "un motif de ce fichier")
      case .phase: Wording(en: "a phase of this file", fr: "une phase de ce fichier")
      case .diagnostic: Wording(en: "a diagnostic of this file", fr: "un diagnostic de ce fichier")
      case .variable: Wording(en: "defined by a ‘let’ before", fr: "défini par un «\u{A0}let\u{A0}» auparavant")
      }
    }
  }

  case notWellFormed
  case notSchematron
  case otherBinding(String)
  case missingAttribute(String, element: String)
  case unsupported(String)
  case unknown(Kind, String, among: [String])
  case wrongQuery(String, message: String)
  case notNodes(String)
  case tooSlow(String)

  /// The fault as a finding in the file of rules.
  func finding(at span: SourceSpan) -> Diagnostic {
    var solutions: [Diagnostic.Solution] = []
    if case .unknown(_, let name, let names) = self {
      solutions = Diagnostic.Solution.didYouMean(name, among: names, at: span)
    }
    if case .notSchematron = self {
      solutions = [
        .init(
          Wording(
            en: "begin the file with <schema xmlns=\"\(schematronNamespace)\">",
            fr: "commencer le fichier par <schema xmlns=\"\(schematronNamespace)\">"))
      ]
    }
    var id = Diagnostic.ID.houseRuleRefused
    if case .tooSlow = self { id = .houseRuleTooSlow }
    return Diagnostic(id, at: span, summary: Wording { summary($0) }, explanation: explanation, solutions: solutions)
  }

  private func summary(_ language: Language) -> String {
    let isEnglish = language == .en
    switch self {
    case .notWellFormed:
      return isEnglish ? "the file of rules is not well-formed here" : "le fichier de règles n’est pas bien formé ici"
    case .notSchematron:
      return isEnglish ? "the file of rules is no ISO Schematron" : "le fichier de règles n’est pas de l’ISO Schematron"
    case .otherBinding(let name):
      let name = language.quote(name)
      return isEnglish
        ? "the query language \(name) is not spoken" : "le langage de requête \(name) n’est pas parlé"
    case .missingAttribute(let name, let element):
      let (name, element) = (language.quote(name), language.quote(element))
      return isEnglish ? "\(name) is missing on \(element)" : "\(name) manque à \(element)"
    case .unsupported(let name):
      let name = language.quote(name)
      return isEnglish ? "\(name) is not read" : "\(name) n’est pas lu"
    case .unknown(let kind, let name, _):
      let name = language.quote(name)
      return isEnglish ? "\(name) is not \(kind.words.en)" : "\(name) n’est pas \(kind.words.fr)"
    case .wrongQuery(let text, _):
      let text = language.quote(text)
      return isEnglish ? "\(text) is no XPath that can be asked" : "\(text) n’est pas un XPath que l’on puisse évaluer"
    case .notNodes(let text):
      let text = language.quote(text)
      return isEnglish ? "\(text) leads to no elements" : "\(text) ne mène pas à des éléments"
    case .tooSlow(let text):
      let text = language.quote(text)
      return isEnglish ? "\(text) takes too long and was stopped" : "\(text) prend trop de temps et a été arrêté"
    }
  }

  private var explanation: Wording {
    switch self {
    case .otherBinding:
      Wording(
        en: "XPath 1.0 is: queryBinding=\"xslt\", or none.",
        fr: "XPath 1.0 l’est\u{A0}: queryBinding=\"xslt\", ou rien.")
    case .unsupported:
      Wording(
        en: "Abstract patterns and rules are left out; write the rule where it is used.",
        fr: "Les motifs et règles abstraits sont laissés de côté\u{202F}; écrire la règle là où elle sert.")
    case .wrongQuery(_, let message):
      Wording {
        message.isEmpty
          ? "" : (($0 == .en ? "The parser says" : "L’analyseur dit") + $0.colon + $0.quote(message) + ".")
      }
    case .tooSlow:
      Wording(
        en:
          "What it would have found is unknown. ‘library('module', @id)’ finds a document at once, ‘//’ looks through all.",
        fr:
          "On ignore ce qu’il aurait trouvé. «\u{A0}library('module', @id)\u{A0}» trouve un document d’emblée, «\u{A0}//\u{A0}» les parcourt tous."
      )
    default: Wording(same: "")
    }
  }
}
