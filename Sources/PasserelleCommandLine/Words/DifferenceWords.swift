import Bilingual
import CurriculumModel
import DomainWords
import PathPlanning

/// What is different between two plans, in the language of this run.
enum DifferenceWords {
  /// How long a plan is.
  static func length(_ plan: Plan) -> String {
    let minutes = spokenLanguage.count(plan.minutes.count, .minutes)
    let sessions = spokenLanguage.count(plan.sessions.count, .sessions)
    return said(en: "\(minutes) in \(sessions)", fr: "\(minutes) en \(sessions)")
  }

  /// How much longer or shorter a plan is than another.
  static func price(from earlier: Plan, to later: Plan) -> [String] {
    let (minutes, sessions) = (
      later.minutes.count - earlier.minutes.count, later.sessions.count - earlier.sessions.count
    )
    func amount(_ value: Int, _ noun: CountableNoun, less: String) -> String? {
      let count = spokenLanguage.count(abs(value), noun)
      if value == 0 { return nil }
      return value > 0
        ? said(en: "\(count) more", fr: "\(count) de plus") : said(en: "\(count) \(less)", fr: "\(count) de moins")
    }
    let parts = [amount(minutes, .minutes, less: "less"), amount(sessions, .sessions, less: "fewer")].compactMap(\.self)
    let what = parts.isEmpty ? said(en: "no longer than before", fr: "pas plus long") : spokenLanguage.list(parts)
    return TextLayout.wrap(
      said(en: "The plan then: \(length(later)), \(what).", fr: "Le plan alors\u{A0}: \(length(later)), \(what)."))
  }

  /// What is new, what is gone, and what comes in another session.
  static func changes(_ difference: PlanDifference, in workspace: OpenWorkspace) -> [String] {
    func titles(_ modules: [Identifier<Module>]) -> String {
      spokenLanguage.list(modules.map { spokenLanguage.quote(workspace.title($0)) })
    }
    var lines: [String] = []
    if !difference.added.isEmpty {
      lines += TextLayout.wrap(titles(difference.added), first: said(en: "New: ", fr: "En plus\u{A0}: "), rest: "  ")
    }
    if !difference.removed.isEmpty {
      lines += TextLayout.wrap(
        titles(difference.removed), first: said(en: "No longer planned: ", fr: "Plus au plan\u{A0}: "), rest: "  ")
    }
    for move in difference.moved {
      let title = spokenLanguage.quote(workspace.title(move.module))
      lines += TextLayout.wrap(
        said(
          en: "\(title): session \(move.to) instead of \(move.from)",
          fr: "\(title)\u{A0}: séance \(move.to) au lieu de \(move.from)"), first: "  • ")
    }
    return lines
  }
}

/// The members that say how two plans differ.
struct DifferenceRecord: Encodable {
  struct Move: Encodable {
    let module: String
    let from: Int
    let to: Int
  }

  /// The minutes that the later plan takes more; negative where fewer.
  let minutes: Int
  /// The sessions that the later plan takes more; negative where fewer.
  let sessions: Int
  let added: [String]
  let removed: [String]
  /// Modules of both that begin in another session, by the sessions' numbers.
  let moved: [Move]

  init(_ difference: PlanDifference) {
    minutes = difference.minutes
    sessions = difference.sessions
    added = difference.added.map(\.rawValue)
    removed = difference.removed.map(\.rawValue)
    moved = difference.moved.map { Move(module: $0.module.rawValue, from: $0.from, to: $0.to) }
  }
}
