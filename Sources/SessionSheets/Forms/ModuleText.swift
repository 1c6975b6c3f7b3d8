internal import Bilingual
package import CurriculumModel
internal import DomainWords

/// A module as the two read it in a session, for a terminal: what each prepares and does, what both check, what stays
/// between them.
package struct ModuleText {
  let module: Module
  let reading: SheetReading
  let style: TerminalStyle

  /// A module's text from who reads it and how lines look.
  package init(_ module: Module, _ reading: SheetReading, _ style: TerminalStyle) {
    self.module = module
    self.reading = reading
    self.style = style
  }

  private var colon: String { reading.language.colon }
  private var bareColon: String { reading.said(en: ":", fr: "\u{A0}:") }

  /// The activities, from so many minutes after the beginning of the session.
  package func agenda(of activities: [Activity], from start: Minutes = .zero) -> [String] {
    var start = start
    return activities.flatMap { activity in
      defer { start += activity.minutes }
      return lines(for: activity, at: start)
    }
  }

  private func lines(for activity: Activity, at start: Minutes) -> [String] {
    let span = reading.span(start, activity.minutes)
    let head = style.lines(
      "\(reading.title(activity)) – \(reading.about(activity))", first: "[\(span)] ", rest: "  ")
    var lines = [""] + style.inked(head, .activity)
    for partner in reading.readers {
      guard let instructions = activity.instructions[partner] else { continue }
      lines += style.inked(style.lines(reading.person(partner).capitalizedFirst, first: "  "), .name)
      lines += BlockText.lines(reading.blocks(instructions), indent: "    ", width: style.width)
    }
    for prompt in activity.prompts where reading.readers.contains(prompt.from) {
      lines += style.lines(
        reading.asks(prompt.from) + colon + reading.facts.text(prompt.question), first: "  ? ", rest: "    ")
    }
    for card in activity.cards {
      let title = reading.facts.library.cards[card].map { reading.facts.text($0.title) } ?? card.rawValue
      lines += style.lines(
        "\(title) (\(card))", first: "  " + reading.cardLabel, rest: "    ")
    }
    for note in activity.accessibility {
      lines += style.lines(reading.label(note) + colon + reading.facts.text(note.text), first: "  ", rest: "    ")
    }
    return lines
  }

  /// What each prepares.
  package var preparations: [String] {
    module.preparations.filter { reading.concerns($0.audience) }.flatMap { preparation in
      style.inked([reading.toPrepare(preparation.audience) + bareColon], .name)
        + BlockText.lines(reading.blocks(preparation.text), indent: "  ", width: style.width)
    }
  }

  /// What both can see at the end, with boxes to tick.
  package var checks: [String] {
    guard !module.checks.all.isEmpty else { return [] }
    return ["", reading.heading(module.checks) + bareColon]
      + module.checks.all.flatMap { check in
        style.lines(
          "\(reading.facts.text(check.criterion)) \(reading.confirmed(by: check.attestedBy))", first: "  ☐ ")
      }
  }

  /// How to run it otherwise, and what stays in the room.
  package var notes: [String] {
    var lines: [String] = []
    for note in module.accessibility {
      lines += style.lines(reading.label(note) + colon + reading.facts.text(note.text), rest: "  ")
    }
    for variant in module.variants {
      lines += style.lines(reading.label(variant) + bareColon)
      lines += BlockText.lines(reading.blocks(variant.text), indent: "  ", width: style.width)
    }
    let privacy = reading.facts.text(module.privacy)
    if !privacy.isEmpty { lines += style.lines(reading.privacyLabel + colon + privacy, rest: "  ") }
    return lines.isEmpty ? [] : [""] + lines
  }
}
