internal import Bilingual
internal import CurriculumModel
internal import CurriculumReading
internal import Diagnostics
internal import Markup

/// A module that is renewed by itself, or by modules that renew each other in a circle.
enum RefreshCycle: LibraryRule {
  static func findings(in library: LibraryContext) -> [Diagnostic] {
    library.modules.compactMap { place, facts in
      guard facts.refresh != nil, let circle = circle(from: facts, in: library),
        let module = library.draft(inDocument: place), let refresh = module.refresh
      else { return nil }
      return finding(module, refresh, circle)
    }
  }

  /// The modules on the way from a module back to itself; nil where there is none.
  private static func circle(from module: ModuleFacts, in library: LibraryContext) -> [Identifier<Module>]? {
    var way: [Identifier<Module>] = []
    var next = module.refresh
    while let id = next, !way.contains(id) {
      way.append(id)
      if id == module.outline.id { return way }
      next = library.facts(of: id)?.refresh
    }
    return nil
  }

  private static func finding(
    _ module: ModuleDraft, _ refresh: Located<Identifier<Module>>, _ circle: [Identifier<Module>]
  ) -> Diagnostic {
    let between = Wording { language in
      language.list(circle.dropLast().map { language.quote($0.rawValue) })
    }
    return Diagnostic(
      id, at: refresh.span,
      summary: circle.count == 1
        ? Wording(
          en: "module \(en(module.id.value)) is renewed by itself",
          fr: "le module \(fr(module.id.value)) est renouvelé par lui-même")
        : Wording(
          en: "module \(en(module.id.value)) is renewed by itself through \(between.en)",
          fr: "le module \(fr(module.id.value)) est renouvelé par lui-même à travers \(between.fr)"),
      explanation: Wording(
        en: "A refresh is a shorter way to renew a pass; in a circle there is no shorter way, and no first step.",
        fr: "Un rappel est un chemin plus court pour renouveler\u{A0}; en cercle, il n’y a ni raccourci ni premier pas."
      ),
      solutions: [
        .init(
          Wording(
            en: "name a module outside the circle, or delete refresh: the module itself is then taken again",
            fr: "nommer un module hors du cercle, ou supprimer refresh\u{A0}: on reprend alors le module lui-même"))
      ])
  }
}
