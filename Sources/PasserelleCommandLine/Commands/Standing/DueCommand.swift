import ArgumentParser
import Bilingual
import CompletionLedger
import CurriculumModel
import PathPlanning
import ProgrammeModel
import SessionCalendars

/// A number of days, as `--within` takes it: `14d`, `2w`, `14`.
struct DayCount: ExpressibleByArgument {
  /// The days.
  let days: Int

  init(days: Int) { self.days = days }

  init?(argument: String) {
    let number = argument.prefix { $0.isASCII && $0.isNumber }
    let unit = argument.dropFirst(number.count)
    guard let count = Int(number), let factor = ["": 1, "d": 1, "w": 7][String(unit)],
      (0...3660).contains(count), count * factor <= 3660
    else { return nil }
    days = count * factor
  }

  var defaultValueDescription: String { "\(days)d" }
}

/// `due`: what to send to whom.
struct DueCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    about(
      "due", en: "List what to send to whom: sessions, missed ones, reviews, certificates that end.",
      fr: "Lister quoi envoyer à qui\u{A0}: séances, séances manquées, relectures, attestations qui expirent.")
  }

  @Option(
    help: help(
      en: "How far to look ahead: such as 14d or 2w.",
      fr: "Jusqu’où regarder\u{A0}: par exemple 14d (jours) ou 2w (semaines).",
      value: .days))
  var within = DayCount(days: 14)

  @Option(
    help: help(
      en: "An iCalendar file (.ics) of absences and holidays; may be repeated.",
      fr: "Un fichier iCalendar (.ics) d’absences et de jours fériés\u{202F}; peut être répété.", value: .file))
  var absences: [String] = []

  @Option(
    help: help(
      en: "The time zone in which days begin, such as Europe/Paris; UTC otherwise.",
      fr: "Le fuseau horaire où commencent les jours, par exemple Europe/Paris\u{202F}; UTC sinon.", value: .name))
  var zone: TimeZoneName = .utc

  @OptionGroup var workspace: LedgerOptions
  @OptionGroup var clock: ClockOptions
  @OptionGroup var printing: PrintingOptions

  func run() throws {
    let open = try OpenWorkspace(workspace)
    let ledger = try open.ledger(.existing)
    let now = clock.moment
    let today = zone.day(of: now)
    let list = DueList(workspace: open, ledger: ledger, now: now, today: today, last: today.adding(days: within.days))
    var items = list.reviews
    for pair in try ledger.pairs() {
      items += try list.items(of: pair, ScheduleRequest(absences: absences, zone: zone))
    }
    items += list.expiries(try CertificateOffice(workspace: open, ledger: ledger).issued())
    items.sort()
    switch printing.format {
    case .json:
      let people = Dictionary(uniqueKeysWithValues: try ledger.people().map { ($0.key, $0) })
      try JSONOutput.print(items.map { DueRecord($0, people, list) })
    case .text:
      let names = Dictionary(uniqueKeysWithValues: try ledger.people().map { ($0.key, $0.name) })
      for item in items {
        let people = item.people.map { names[$0] ?? "—" }
        let recipients = spokenLanguage.list(people.isEmpty ? [said(en: "trainers", fr: "formateurs")] : people)
        TextLayout.wrap(
          "\(recipients)\(spokenLanguage.colon)\(list.text(of: item))", first: "\(item.day.columns[spokenLanguage])  "
        ).forEach(Conversation.print)
      }
      if items.isEmpty { Conversation.hint(said(en: "Nothing is due.", fr: "Rien à envoyer.")) }
    }
  }
}
