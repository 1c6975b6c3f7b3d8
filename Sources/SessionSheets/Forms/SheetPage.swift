internal import Bilingual
internal import CurriculumModel
internal import DomainWords
internal import ProgrammeModel
package import Stationery

/// The sheet as a web page: one file, for a screen and for paper.
package struct SheetPage {
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
  let body: SheetBody?
  let nothing: Nothing?
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
    body = isEmpty ? nil : SheetBody(sheet.parts, cards: sheet.cards, reading)
    nothing = isEmpty ? Nothing(sheet, reading, commands) : nil
    afterwards =
      isEmpty
      ? nil
      : Afterwards(
        heading: reading.afterwardsHeading, after: reading.after(sheet), commands: commands.map(\.line))
    colophon = reading.colophon(sheet)
  }

  /// The page.
  package var html: String { Self.templates.page("sheet", self) }

  private static let templates = PageTemplates(
    SheetBody.templates.merging(["sheet": PackageResources.sheet_mustache]) { own, _ in own })
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
    return title.isEmpty ? RichPhrase(activity.id.rawValue) : title
  }
}
