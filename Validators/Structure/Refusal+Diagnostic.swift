internal import Bilingual
internal import Diagnostics
internal import Markup

extension WorkspaceFile.Refusal {
  /// The refusal as a finding about a file of which nothing is known but its name.
  func diagnostic(in source: SourceID) -> Diagnostic {
    if case .tooLarge(let bytes) = self {
      return MarkupFault(.tooLarge(bytes: bytes, limit: MarkupLimits.bytes), at: 0..<0).diagnostic(in: source)
    }
    return Diagnostic(
      .fileNotReadable, at: SourceSpan(source, 0..<0), summary: summary, explanation: explanation, solutions: [remedy])
  }

  private var summary: Wording {
    switch self {
    case .notAFile, .tooLarge:
      Wording(
        en: "this is a folder, a pipe or a device, and no file",
        fr: "ceci est un dossier, un tube ou un périphérique, et non un fichier")
    case .notReadable(let reason):
      Wording(en: "the file cannot be read: \(reason)", fr: "le fichier est illisible\u{A0}: \(reason)")
    case .changing:
      Wording(en: "the file changes while it is read", fr: "le fichier change pendant la lecture")
    }
  }

  private var explanation: Wording {
    switch self {
    case .notAFile, .tooLarge:
      Wording(
        en: "Names that end in .xml are documents’; nothing was read.",
        fr: "Les noms en .xml sont ceux des documents\u{202F}; rien n’a été lu.")
    case .notReadable:
      Wording(
        en: "What other documents ask of it cannot be judged.",
        fr: "Ce que d’autres documents en attendent ne peut être jugé.")
    case .changing:
      Wording(
        en: "It was written to each time; half of two versions would be judged as one.",
        fr: "Il a été modifié à chaque fois\u{202F}; deux moitiés de versions seraient jugées comme une seule.")
    }
  }

  private var remedy: Diagnostic.Solution {
    switch self {
    case .notAFile, .tooLarge: .init(Wording(en: "give it another name", fr: "lui donner un autre nom"))
    case .notReadable: .init(Wording(en: "give yourself the right to read it", fr: "s’en donner le droit de lecture"))
    case .changing:
      .init(
        Wording(
          en: "wait until the other program has finished, then check again",
          fr: "attendre que l’autre programme ait fini, puis vérifier à nouveau"))
    }
  }
}
