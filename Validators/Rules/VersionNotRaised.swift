internal import Bilingual
internal import CurriculumModel
internal import CurriculumReading
internal import Diagnostics
internal import Markup

/// A module whose document changed since it was recorded, under the same version.
enum VersionNotRaised: LibraryRule {
  static func findings(in library: LibraryContext) -> [Diagnostic] {
    library.modules.compactMap { place, facts in
      guard library.unraised.contains(facts.outline.id), let module = library.draft(inDocument: place),
        let version = module.element[attribute: "version"]
      else {
        return nil
      }
      return finding(module.id.value, version)
    }
  }

  private static func finding(_ module: Identifier<Module>, _ version: Located<String>) -> Diagnostic {
    let number = trimmed(version.value)
    return Diagnostic(
      id, .warning, at: version.span,
      summary: Wording(
        en: "\(en(module)) changed since its version \(number) was recorded",
        fr: "\(fr(module)) a changé depuis que sa version \(number) a été consignée"),
      explanation: Wording(
        en: "Records say in which version somebody passed; one number for two texts makes that untrue.",
        fr:
          "Les relevés disent dans quelle version on a validé\u{202F}; un numéro pour deux textes fausse ce qu’ils disent."
      ),
      solutions: [
        .init(
          Wording(
            en: "raise version: the first number where something must be redone, the last for a correction",
            fr:
              "augmenter version\u{A0}: le premier nombre si quelque chose est à refaire, le dernier pour une correction"
          ))
      ])
  }
}
