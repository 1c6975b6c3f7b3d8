import Bilingual
import CurriculumModel
import DomainWords
import PathPlanning
import ProgrammeModel
import Stationery

/// A pair's wishes and what they cost, as people and programs read them.
struct WishReport {
  let workspace: OpenWorkspace
  let wishes: [Event.Wish]
  /// The plan without wishes.
  let free: Plan
  /// The plan with them.
  let bound: Plan

  /// Prints them.
  func print(_ format: OutputFormat) throws {
    switch format {
    case .json: try JSONOutput.print(Record(self))
    case .text: lines.forEach(Conversation.print)
    }
  }

  /// The wishes and their price, for a terminal.
  var lines: [String] {
    let words = FactWords(workspace: workspace)
    var lines = wishes.flatMap { wish in
      let title = spokenLanguage.quote(workspace.title(wish.module))
      return TextLayout.wrap(
        wish.stance == .next
          ? said(en: "\(title) (\(wish.module)): next", fr: "\(title) (\(wish.module))\u{A0}: dès que possible")
          : said(en: "\(title) (\(wish.module)): never", fr: "\(title) (\(wish.module))\u{A0}: jamais"), first: "• ",
        rest: "  ")
    }
    if wishes.isEmpty {
      lines.append(said(en: "Nothing is wished.", fr: "Aucun souhait."))
    }
    if bound.outcome == .infeasible, free.outcome != .infeasible {
      lines += TextLayout.wrap(
        said(
          en: "With these wishes no plan reaches the goal; nothing was recorded.",
          fr: "Avec ces souhaits, aucun plan ne mène au but\u{202F}; rien n’a été consigné."))
      lines += bound.obstacles.flatMap { TextLayout.wrap(words.obstacle($0), first: "  • ") }
    } else if !wishes.isEmpty, bound.outcome != .infeasible {
      lines += DifferenceWords.price(from: free, to: bound)
    }
    return lines
  }

  /// The members of `pair wish --format json`.
  private struct Record: Encodable {
    struct Wish: Encodable {
      let module: String
      /// `next` or `never`.
      let stance: String
    }

    let wishes: [Wish]
    /// What comes of planning with them, as in `plan`.
    let outcome: String
    let minutes: Int
    let sessions: Int
    /// The minutes that they add; absent where there is no plan.
    @OrNull var priceMinutes: Int?
    /// The sessions that they add; absent where there is no plan.
    @OrNull var priceSessions: Int?
    let obstacles: [String]

    init(_ report: WishReport) {
      wishes = report.wishes.map { Wish(module: $0.module.rawValue, stance: $0.stance.rawValue) }
      outcome = report.bound.outcome.rawValue
      minutes = report.bound.minutes.count
      sessions = report.bound.sessions.count
      let isPlanned = report.bound.outcome != .infeasible && report.free.outcome != .infeasible
      priceMinutes = isPlanned ? report.bound.minutes.count - report.free.minutes.count : nil
      priceSessions = isPlanned ? report.bound.sessions.count - report.free.sessions.count : nil
      obstacles = report.bound.obstacles.map(FactWords(workspace: report.workspace).obstacle)
    }
  }
}
