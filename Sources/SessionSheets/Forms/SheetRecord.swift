internal import Bilingual
internal import CurriculumModel
internal import DomainWords
internal import PathPlanning
internal import ProgrammeModel
package import Stationery

/// The sheet as other programs read it: the members of `next --format json`.
package struct SheetRecord: Encodable, Sendable {
  /// What was done last time.
  package struct Before: Encodable, Sendable {
    @OrNull var number: Int?
    let on: String
    let held: Bool
    @OrNull var minutes: Int?
    let missedInARow: Int
    let passed: [String]
    let open: [String]
    let text: String
  }

  /// What is done of one module.
  package struct Part: Encodable, Sendable {
    let module: String
    let title: String
    let version: String
    let summary: String
    let minutes: Int
    let minutesBefore: Int
    let minutesAfter: Int
    let direction: String
    let continued: Bool
    let goesOn: Bool
    let why: String
    let activities: [Agenda]
    let checks: [ModuleMembers.Observation]
    let checksNeeded: Int
    let preparation: [ModuleMembers.Addressed]
    let accessibility: [ModuleMembers.Need]
    let variants: [ModuleMembers.Need]
    let privacy: String
  }

  /// An activity with its times.
  package struct Agenda: Encodable, Sendable {
    let id: String
    let title: String
    let starts: String
    let ends: String
    let minutes: Int
    let lead: String
    let mode: String
    @OrNull var junior: String?
    @OrNull var senior: String?
    let prompts: [ModuleMembers.Question]
    let cards: [String]
    let accessibility: [ModuleMembers.Need]
  }

  /// A card to bring.
  package struct Brought: Encodable, Sendable {
    let id: String
    let title: String
  }

  let pair: String
  @OrNull var `for`: String?
  @OrNull var junior: String?
  @OrNull var senior: String?
  let outcome: String
  /// The session's number; null where there is nothing left to do.
  @OrNull var number: Int?
  let sessions: Int
  @OrNull var on: String?
  @OrNull var starts: String?
  let minutes: Int
  @OrNull var lastTime: Before?
  let parts: [Part]
  let cards: [Brought]
  /// The modules of the session after it.
  let after: [String]
  let obstacles: [String]
  let commands: [String]

  /// The members of a sheet as somebody reads it, with what to type afterwards.
  package init(_ sheet: SessionSheet, _ reading: SheetReading, afterwards: [ShellCommand]) {
    pair = sheet.pair.id.rawValue
    self.for = reading.reader?.rawValue
    (junior, senior) = (sheet.names[.junior], sheet.names[.senior])
    outcome = sheet.outcome.rawValue
    number = sheet.parts.isEmpty ? nil : sheet.number
    sessions = sheet.total
    on = sheet.parts.isEmpty ? nil : sheet.day?.iso
    starts = reading.start?.iso
    minutes = sheet.minutes.count
    lastTime = sheet.lastTime.map { Before($0, text: reading.lastTime($0)) }
    parts = sheet.parts.map { Part($0, reading) }
    cards = sheet.cards.map { Brought(id: $0.id.rawValue, title: reading.facts.text($0.title)) }
    after = sheet.after.map(\.rawValue)
    obstacles = sheet.obstacles.map(reading.facts.obstacle)
    commands = afterwards.map(\.line)
  }
}

extension SheetRecord.Before {
  init(_ last: LastTime, text: String) {
    switch last {
    case .held(let held):
      self.init(
        number: held.number, on: held.day.iso, held: true, minutes: held.minutes.count, missedInARow: 0,
        passed: held.passed.map(\.rawValue), open: held.open.map(\.rawValue), text: text)
    case .missed(let day, let count):
      self.init(
        number: nil, on: day.iso, held: false, minutes: nil, missedInARow: count, passed: [], open: [], text: text)
    }
  }
}

extension SheetRecord.Part {
  init(_ part: SessionSheet.Part, _ reading: SheetReading) {
    let module = part.module
    let record = ModuleMembers(module, reading)
    self.init(
      module: module.id.rawValue, title: record.title, version: module.version.description,
      summary: reading.facts.text(module.summary), minutes: part.minutes.count,
      minutesBefore: part.isContinued ? 0 : module.time.before.count,
      minutesAfter: part.goesOn ? 0 : module.time.after.count, direction: module.direction.rawValue,
      continued: part.isContinued, goesOn: part.goesOn, why: reading.facts.rationale(part.rationale),
      activities: part.timeline.map { SheetRecord.Agenda($0.activity, at: $0.start, reading) },
      checks: part.goesOn ? [] : record.checks, checksNeeded: part.goesOn ? 0 : module.checks.needed,
      preparation: part.isContinued ? [] : record.preparation, accessibility: record.accessibility,
      variants: record.variants, privacy: record.privacy)
  }
}

extension SheetRecord.Agenda {
  init(_ activity: Activity, at start: Minutes, _ reading: SheetReading) {
    let record = ModuleMembers.Agenda(activity, reading)
    func clock(_ offset: Minutes) -> String { reading.start?.adding(offset).iso ?? ClockTime.offset(offset) }
    self.init(
      id: record.id, title: record.title, starts: clock(start), ends: clock(start + activity.minutes),
      minutes: record.minutes, lead: record.lead, mode: record.mode,
      junior: reading.readers.contains(.junior) ? record.junior : nil,
      senior: reading.readers.contains(.senior) ? record.senior : nil, prompts: record.prompts, cards: record.cards,
      accessibility: record.accessibility)
  }
}
