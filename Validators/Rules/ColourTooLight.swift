internal import Bilingual
internal import CurriculumModel
internal import CurriculumReading
internal import Diagnostics
internal import Markup

/// A colour of certificates that cannot be read on white paper.
///
/// The measure is the contrast ratio of WCAG 2.2, criterion 1.4.3: at least 4.5 to 1.
enum ColourTooLight: DocumentRule {
  /// The least contrast with white, in hundredths.
  private static let least = 450

  static func findings(in document: DocumentContext) -> [Diagnostic] {
    guard let page = document.draft.programmes.first?.element.first("certificate-page") else { return [] }
    return ["accent", "ink"].compactMap { name in
      guard let written = page[attribute: name], let colour = PageColour(trimmed(written.value)),
        colour.contrastWithWhite < least
      else { return nil }
      return finding(colour, written)
    }
  }

  private static func finding(_ colour: PageColour, _ written: Located<String>) -> Diagnostic {
    let darker = darkened(colour)
    let contrast = colour.contrastWithWhite
    let ratio = Wording { language in
      let (whole, tenth) = (contrast / 100, contrast % 100 / 10)
      return "\(whole)\(language == .en ? "." : ",")\(tenth)"
    }
    return Diagnostic(
      id, at: written.span,
      summary: Wording(
        en: "the colour \(en(colour)) is too light for white paper",
        fr: "la couleur \(fr(colour)) est trop claire pour du papier blanc"),
      explanation: Wording(
        en: "Its contrast with white is \(ratio.en) to 1; text needs 4.5 to 1 to be read by everybody.",
        fr: "Son contraste avec le blanc est de \(ratio.fr) pour 1\u{A0}; il en faut 4,5 pour que chacun puisse lire."),
      solutions: [
        .init(
          Wording(
            en: "write \(en(darker)), the same hue, darker", fr: "écrire \(fr(darker)), la même teinte en plus foncé"),
          [.init(written.span, with: darker.description)])
      ])
  }

  /// The colour with all parts lessened in steps of a hundredth, until it can be read.
  private static func darkened(_ colour: PageColour) -> PageColour {
    for percent in stride(from: 99, through: 1, by: -1) {
      let darker = colour.scaled(byPercent: percent)
      if darker.contrastWithWhite >= least { return darker }
    }
    return PageColour(red: 0, green: 0, blue: 0)
  }
}
