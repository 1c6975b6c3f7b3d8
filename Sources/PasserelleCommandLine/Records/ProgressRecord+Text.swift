import Bilingual
import DomainWords

extension ProgressRecord {
  /// The pair in a line or two of a list of pairs whose names take so many columns.
  func summary(nameWidth: Int) -> [String] {
    let sessions = spokenLanguage.count(sessionsHeld, .sessions)
    let left =
      outcome == "reached"
      ? said(en: "goal reached", fr: "but atteint")
      : state == "ended"
        ? words.state
        : outcome == "infeasible"
          ? said(en: "no plan reaches the goal", fr: "aucun plan ne mène au but")
          : said(en: "\(minutesLeft) min left", fr: "reste \(minutesLeft) min")
    let flags = [
      state == "stalled" ? words.state : nil,
      stale.isEmpty ? nil : said(en: "\(stale.count) stale", fr: "\(stale.count) à revoir"),
      expiring.isEmpty ? nil : said(en: "\(expiring.count) expiring", fr: "\(expiring.count) à échéance"),
    ].compactMap(\.self)
    let flag = flags.isEmpty ? "" : " [\(flags.joined(separator: ", "))]"
    let next = nextTitles.isEmpty ? "" : said(en: "; next: ", fr: "\u{202F}; suite\u{A0}: ") + titlesOfNext
    let name = pair + String(repeating: " ", count: max(0, nameWidth - pair.count))
    return TextLayout.wrap("\(sessions), \(minutes) min, \(left)\(flag)\(next)", first: "\(name)  ", rest: "  ")
  }

  /// The whole state of a pair for a terminal.
  var detail: String {
    var lines = TextLayout.heading(said(en: "Pair \(pair)", fr: "Binôme \(pair)"))
    let names = [(junior, "junior"), (senior, "senior")].map { "\($0 ?? "—") (\($1))" }
    lines += TextLayout.wrap(spokenLanguage.list(names))
    let held = spokenLanguage.count(sessionsHeld, .sessionsHeld)
    lines.append(
      "\(held) (\(spokenLanguage.count(minutes, .minutes))), \(spokenLanguage.count(sessionsMissed, .missed))")
    if missedInARow > 1 {
      lines.append(
        said(
          en: "The last \(missedInARow) sessions were missed: call the pair.",
          fr: "Les \(missedInARow) dernières séances ont été manquées\u{A0}: appeler le binôme."))
    }
    if !passed.isEmpty { lines += TextLayout.wrap(words.balance, rest: "  ") }
    lines += section(
      said(en: "Passed together", fr: "Validés ensemble"), passed.map { ($0.on, "\($0.title) (\($0.module))") })
    lines += section(
      said(en: "Recognised", fr: "Reconnus"),
      recognised.map { ($0.on, "\($0.title) – \($0.person ?? "—")") }
        + recognisedCompetences.map { ($0.on, "\($0.title) – \($0.person ?? "—")") })
    lines += section(
      said(en: "Not passed yet", fr: "Pas encore validés"),
      failed.map { ($0.on, "\($0.title) (\($0.module)) – \($0.person ?? "—")") })
    lines += section(
      said(en: "Certificates", fr: "Attestations"), certificates.map { ($0.on, "\($0.title) [\($0.id)]") })
    lines += points(
      said(en: "Changed or due for review", fr: "Modifiés ou à revoir"),
      stale.map { "\($0.title) (\($0.module)) – \($0.text)" })
    lines += points(said(en: "Ending", fr: "Échéances"), expiring.map(\.text))
    return (lines + [""] + ending).joined(separator: "\n")
  }

  private var ending: [String] {
    switch state == "ended" ? state : outcome {
    case "ended": [TextLayout.capitalized(words.state) + "."]
    case "reached": [said(en: "The goal is reached.", fr: "Le but est atteint.")]
    case "infeasible":
      [
        said(
          en: "No plan reaches the goal any more: passerelle plan --pair \(pair)",
          fr: "Aucun plan ne mène plus au but\u{A0}: passerelle plan --pair \(pair)")
      ]
    default:
      TextLayout.wrap(
        said(
          en: "\(spokenLanguage.count(minutesLeft, .minutes)) left; next: \(titlesOfNext)",
          fr: "Reste \(spokenLanguage.count(minutesLeft, .minutes))\u{202F}; la suite\u{A0}: \(titlesOfNext)"),
        rest: "  ")
    }
  }

  private var titlesOfNext: String { spokenLanguage.list(nextTitles.map { spokenLanguage.quote($0) }) }

  private func points(_ title: String, _ items: [String]) -> [String] {
    guard !items.isEmpty else { return [] }
    return ["", title + (spokenLanguage == .en ? ":" : "\u{A0}:")]
      + items.flatMap { TextLayout.wrap($0, first: "  • ") }
  }

  private func section(_ title: String, _ rows: [(day: String, text: String)]) -> [String] {
    guard !rows.isEmpty else { return [] }
    let colon = spokenLanguage == .en ? ":" : "\u{A0}:"
    return ["", title + colon]
      + rows.flatMap { row in
        let day = CalendarDay(iso: row.day)?.columns[spokenLanguage] ?? row.day
        return TextLayout.wrap(row.text, first: "  \(day)  ")
      }
  }
}
