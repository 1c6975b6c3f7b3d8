package import Bilingual
package import CurriculumModel
internal import ProgrammeModel

/// A module that is no longer what a pair passed, or that should be looked at before the pair meets it.
package struct StaleContent: Equatable, Sendable {
  /// What is the matter.
  package enum Change: Equatable, Sendable {
    /// It was passed in an older version.
    case revised(from: SemanticVersion, to: SemanticVersion)
    /// It was passed in another text of the same version.
    case rewritten(SemanticVersion)
    /// It was withdrawn, or is not there any more.
    case withdrawn
    /// It is planned, and was to be reviewed by this day.
    case reviewPassed(CalendarDay)
  }

  /// The module.
  package let module: Identifier<Module>
  /// What is the matter.
  package let change: Change

  /// Whether what was passed has to be looked at again: a breaking change.
  package var isBreaking: Bool {
    if case .revised(let old, let new) = change { old.major != new.major } else { false }
  }

  /// Everything of a pair that is stale, in order of module.
  static func all(
    passedBy pair: Pair, _ progress: Progress, planned: [Identifier<Module>], in library: Library,
    digest: (Identifier<Module>) -> String
  ) -> [StaleContent] {
    let passed = progress.pair(pair.id).together.map(\.module)
    var found = passed.compactMap { module -> StaleContent? in
      guard let now = library.modules[module], now.lifecycle.status != .withdrawn else {
        return StaleContent(module: module, change: .withdrawn)
      }
      let runs = Partner.allCases.flatMap { partner in
        progress.person(pair[partner]).modules[module]?.passes.filter { $0.pair == pair.id } ?? []
      }
      guard let run = runs.max(by: { $0.run.version < $1.run.version })?.run else { return nil }
      if run.version != now.version {
        return StaleContent(module: module, change: .revised(from: run.version, to: now.version))
      }
      let isOther = !run.digest.isEmpty && runs.allSatisfy { $0.run.digest != digest(module) }
      return isOther ? StaleContent(module: module, change: .rewritten(now.version)) : nil
    }
    found += Set(planned).compactMap { module in
      guard let day = library.modules[module]?.lifecycle.reviewBy, day < progress.moment.day else { return nil }
      return StaleContent(module: module, change: .reviewPassed(day))
    }
    return found.sorted { $0.module < $1.module }
  }
}
