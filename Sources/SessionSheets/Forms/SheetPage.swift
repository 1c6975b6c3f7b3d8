internal import Bilingual
internal import CurriculumModel
internal import DomainWords
internal import ProgrammeModel
package import Stationery

/// The sheet as a web page: one file, for a screen and for paper.
package struct SheetPage {
  /// An entry of the agenda.
  struct Entry {
    let span: String
    let anchor: String
    let minutes: String
    let runs: [RichPhrase.Run]
    let foreign: String?
  }

  /// A card to bring.
  struct Brought {
    let label: String
    let runs: [RichPhrase.Run]
    let foreign: String?
  }

  /// That there is no session to hold, and what to type then.
  struct Nothing {
    let message: String
    let obstacles: [String]
    let commands: [String]
  }

  /// What follows the session.
  struct Afterwards {
    let heading: String
    let after: String
    let commands: [String]
  }

  let language: String
  let documentTitle: String
  let title: String
  let people: String
  let occasion: String?
  let lastTime: String?
  let overview: Bool
  let agendaHeading: String
  let agenda: [Entry]
  let hasCards: Bool
  let cardsHeading: String
  let cards: [Brought]
  let nothing: Nothing?
  let parts: [ModulePart]
  let afterwards: Afterwards?
  let colophon: String

  /// The page of a sheet as somebody reads it, with what to type afterwards.
  package init(_ sheet: SessionSheet, _ reading: SheetReading, afterwards commands: [ShellCommand]) {
    let isEmpty = sheet.parts.isEmpty
    language = reading.language.rawValue
    title = reading.title(sheet)
    documentTitle = "\(title) – \(sheet.pair.id)"
    people = reading.people(of: sheet)
    occasion = isEmpty ? nil : reading.occasion(sheet)
    lastTime = isEmpty ? nil : reading.lastTime(sheet.lastTime)
    overview = !isEmpty
    agendaHeading = reading.agendaHeading
    agenda = sheet.parts.enumerated().flatMap { index, part in
      part.timeline.map { entry in
        let title = reading.rich(entry.activity)
        return Entry(
          span: reading.span(entry.start, entry.activity.minutes), anchor: Self.anchor(index, entry.activity.id),
          minutes: "\(entry.activity.minutes.count)\u{A0}min", runs: title.runs, foreign: title.foreign)
      }
    }
    hasCards = !sheet.cards.isEmpty
    cardsHeading = reading.cardsHeading
    cards = sheet.cards.map { card in
      let title = reading.rich(card.title)
      return Brought(label: "", runs: title.runs, foreign: title.foreign)
    }
    nothing = isEmpty ? Nothing(sheet, reading, commands) : nil
    parts = sheet.parts.enumerated().map { ModulePart($1, number: $0, reading) }
    afterwards =
      isEmpty
      ? nil
      : Afterwards(
        heading: reading.afterwardsHeading, after: reading.after(sheet), commands: commands.map(\.line))
    colophon = reading.colophon(sheet)
  }

  /// The page.
  package var html: String { Self.templates.page("sheet", self) }

  /// The name of a place in the page: of a module's part, or of something in it.
  static func anchor(_ part: Int, _ name: some CustomStringConvertible) -> String { "m\(part + 1)-\(name)" }

  private static let templates = PageTemplates([
    "sheet": PackageResources.sheet_mustache, "phrase": PackageResources.phrase_mustache,
    "run": PackageResources.run_mustache, "blocks": PackageResources.blocks_mustache,
    "sheetLook": PackageResources.sheet_css,
  ])
}

extension SheetPage.Nothing {
  init(_ sheet: SessionSheet, _ reading: SheetReading, _ commands: [ShellCommand]) {
    self.init(
      message: reading.nothingToDo(sheet), obstacles: sheet.obstacles.map(reading.facts.obstacle),
      commands: commands.map(\.line))
  }
}

extension SheetReading {
  /// An activity's title for a template, or its identifier where it has none.
  func rich(_ activity: Activity) -> RichPhrase {
    let title = rich(activity.title)
    return title.runs.allSatisfy(\.characters.isEmpty) ? RichPhrase(activity.id.rawValue) : title
  }
}
