internal import Bilingual
internal import CurriculumModel
internal import DomainWords
package import Stationery

/// The sheet for a terminal.
package struct SheetText {
  let sheet: SessionSheet
  let reading: SheetReading
  let style: TerminalStyle
  /// What to type afterwards: one command, or one for each certificate where the goal is reached.
  let commands: [ShellCommand]

  /// A sheet's text from who reads it, how lines look and what to type afterwards.
  package init(_ sheet: SessionSheet, _ reading: SheetReading, _ style: TerminalStyle, afterwards: [ShellCommand]) {
    self.sheet = sheet
    self.reading = reading
    self.style = style
    commands = afterwards
  }

  private var bareColon: String { reading.said(en: ":", fr: "\u{A0}:") }

  /// The text, without a line feed at its end.
  package var text: String {
    guard !sheet.parts.isEmpty else { return nothingToDo }
    var lines = style.heading(reading.title(sheet))
    lines += style.lines(reading.people(of: sheet))
    lines += style.inked(style.lines(reading.occasion(sheet)), .faint)
    lines += style.lines(reading.lastTime(sheet.lastTime))
    lines += agenda + cards
    for part in sheet.parts { lines += self.lines(for: part) }
    return (lines + afterwards).joined(separator: "\n")
  }

  private var nothingToDo: String {
    var lines = style.lines(reading.nothingToDo(sheet))
    lines += sheet.obstacles.flatMap { style.lines(reading.facts.obstacle($0), first: "  • ") }
    lines += commands.flatMap { $0.lines(prompt: "  ", width: style.width) }
    return lines.joined(separator: "\n")
  }

  private var agenda: [String] {
    ["", reading.agendaHeading + bareColon]
      + sheet.parts.flatMap { part in
        part.timeline.flatMap { entry in
          style.lines(
            "\(reading.title(entry.activity)) (\(entry.activity.minutes.count)\u{A0}min)",
            first: "  \(reading.span(entry.start, entry.activity.minutes))  ")
        }
      }
  }

  private var cards: [String] {
    guard !sheet.cards.isEmpty else { return [] }
    return ["", reading.cardsHeading + bareColon]
      + sheet.cards.flatMap { style.lines("\(reading.facts.text($0.title)) (\($0.id))", first: "  • ") }
  }

  private func lines(for part: SessionSheet.Part) -> [String] {
    let module = ModuleText(part.module, reading, style)
    var lines =
      [""] + style.inked(style.lines("\(reading.facts.text(part.module.title)) (\(part.module.id))"), .heading)
    lines += style.inked(style.lines(reading.about(part)), .faint)
    lines += style.lines(reading.facts.text(part.module.summary))
    lines += style.lines(reading.why(part), rest: "  ")
    if let alone = reading.alone(part) { lines += style.lines(alone) }
    if !part.isContinued { lines += module.preparations }
    lines += module.agenda(of: part.activities, from: part.start)
    if !part.goesOn { lines += module.checks }
    return lines + module.notes
  }

  private var afterwards: [String] {
    ["", reading.afterwardsHeading + bareColon]
      + commands.flatMap { $0.lines(prompt: "  ", width: style.width) }
      + style.lines(reading.after(sheet))
  }
}
