import Bilingual
import CurriculumModel
import DomainWords

/// A module as the two read it in a session: what each prepares and does, what both check, what stays between them.
struct ModuleSheet {
  let workspace: OpenWorkspace
  let module: Module
  /// The names of the two, where they are known.
  let names: [Partner: String]

  /// The module's activities that are among these, with clock times from 0:00.
  func agenda(of activities: [Identifier<Activity>]) -> [String] {
    var lines: [String] = []
    var offset = 0
    for activity in module.activities where activities.contains(activity.id) {
      lines += self.lines(for: activity, at: offset)
      offset += activity.minutes.count
    }
    return lines
  }

  private func lines(for activity: Activity, at offset: Int) -> [String] {
    let title = workspace.words(activity.title)
    let mode = TokenWords.mode(activity.mode)[spokenLanguage]
    let lead = TokenWords.partners(activity.lead)[spokenLanguage]
    let about =
      activity.lead == .both
      ? said(en: "\(mode), \(lead) lead", fr: "\(mode), \(lead) mènent")
      : said(en: "\(mode), \(lead) leads", fr: "\(mode), \(lead) mène")
    var lines = [""]
    lines += TextLayout.wrap(
      "\(title.isEmpty ? activity.id.rawValue : title) – \(about)",
      first: "[\(clock(offset))–\(clock(offset + activity.minutes.count))] ", rest: "  ")
    for partner in Partner.allCases {
      guard let instructions = activity.instructions[partner] else { continue }
      lines.append("  \(TextLayout.capitalized(partnerName(partner)))")
      lines += BlockText.lines(workspace.blocks(instructions), indent: "    ")
    }
    for prompt in activity.prompts {
      let who = TextLayout.capitalized(partnerName(prompt.from))
      let asks = said(en: "\(who) asks: ", fr: "\(who) demande\u{A0}: ")
      lines += TextLayout.wrap(workspace.words(prompt.question), first: "  ? " + asks, rest: "    ")
    }
    for card in activity.cards {
      let title = workspace.library.cards[card].map { workspace.words($0.title) } ?? card.rawValue
      lines += TextLayout.wrap("\(title) (\(card))", first: said(en: "  Card: ", fr: "  Fiche\u{A0}: "), rest: "    ")
    }
    for note in activity.accessibility {
      lines += TextLayout.wrap(workspace.words(note.text), first: "  \(label(of: note))", rest: "    ")
    }
    return lines
  }

  /// What each prepares.
  var preparations: [String] {
    module.preparations.flatMap { preparation -> [String] in
      let who = TokenWords.partners(preparation.audience)[spokenLanguage]
      return [said(en: "To prepare, \(who):", fr: "À préparer, \(who)\u{A0}:")]
        + BlockText.lines(workspace.blocks(preparation.text), indent: "  ")
    }
  }

  /// What both can see at the end, with boxes to tick.
  var checks: [String] {
    guard !module.checks.all.isEmpty else { return [] }
    let heading =
      module.checks.needed == module.checks.all.count
      ? said(en: "Checks, all of them:", fr: "Vérifications, toutes\u{A0}:")
      : said(
        en: "Checks, at least \(module.checks.needed):", fr: "Vérifications, au moins \(module.checks.needed)\u{A0}:")
    return ["", heading]
      + module.checks.all.flatMap { check in
        let who = TokenWords.partners(check.attestedBy)[spokenLanguage]
        return TextLayout.wrap(
          said(
            en: "\(workspace.words(check.criterion)) (confirmed by \(who))",
            fr: "\(workspace.words(check.criterion)) (constaté par \(who))"),
          first: "  ☐ ")
      }
  }

  /// How to run it otherwise, and what stays in the room.
  var notes: [String] {
    var lines: [String] = []
    for note in module.accessibility {
      lines += TextLayout.wrap(workspace.words(note.text), first: label(of: note), rest: "  ")
    }
    for variant in module.variants {
      lines.append(
        said(
          en: "If needed, \(TokenWords.need(variant.when)[spokenLanguage]):",
          fr: "Au besoin, \(TokenWords.need(variant.when)[spokenLanguage])\u{A0}:"))
      lines += BlockText.lines(workspace.blocks(variant.text), indent: "  ")
    }
    let privacy = workspace.words(module.privacy)
    if !privacy.isEmpty {
      lines += TextLayout.wrap(
        privacy, first: said(en: "Stays between you: ", fr: "Reste entre vous\u{A0}: "), rest: "  ")
    }
    return lines.isEmpty ? [] : [""] + lines
  }

  private func partnerName(_ partner: Partner) -> String {
    names[partner].map { "\($0) (\(partner.rawValue))" }
      ?? TokenWords.partners(partner == .junior ? .junior : .senior)[spokenLanguage]
  }

  /// The label of a note, such as "Accessibility (hearing): ".
  ///
  /// A need alone, such as "Attention:", would read as a warning.
  private func label(of note: Accessibility) -> String {
    said(en: "Accessibility", fr: "Accessibilité")
      + " (\(TokenWords.need(note.need)[spokenLanguage]))\(spokenLanguage.colon)"
  }

  /// Minutes from the start as `0:45`.
  private func clock(_ minutes: Int) -> String {
    "\(minutes / 60):\(minutes % 60 < 10 ? "0" : "")\(minutes % 60)"
  }
}
