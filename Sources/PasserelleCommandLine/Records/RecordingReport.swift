import Bilingual
import CompletionLedger
import CurriculumModel
import DomainWords
import ProgrammeModel
import RecordExchange
import Stationery

/// What a `record` command says it understood.
struct RecordingReport {
  let recorded: [(event: Event, outcome: Ledger.Outcome)]
  let recorder: Recorder
  /// What moved in plans.
  var replanned: [Replanning] = []

  /// A paragraph for each event, its identifier at the end for `record void`.
  var text: String {
    get throws {
      try recorded.map { event, outcome in
        let known = outcome == .known ? said(en: " (was recorded already)", fr: " (était déjà consigné)") : ""
        return TextLayout.wrap(
          "\(try words(event))\(known) [\(event.id)]", first: "\(event.occurredAt.day.columns[spokenLanguage])  ")
      }.joined().joined(separator: "\n") + moves
    }
  }

  private var moves: String {
    replanned.flatMap(ReplanningWords(workspace: recorder.workspace).lines).map { "\n" + $0 }.joined()
  }

  /// A line for each event, without what a person need not see before it is recorded.
  var summary: String {
    get throws {
      try recorded.flatMap { event, _ in
        TextLayout.wrap(try words(event), first: "  \(event.occurredAt.day.columns[spokenLanguage])  ")
      }.joined(separator: "\n")
    }
  }

  /// A record for each event.
  var records: [EventRecord] {
    get throws {
      try recorded.enumerated().map { place, told in
        let plans = replanned.map { ReplanningRecord($0, in: recorder.workspace) }
        return EventRecord(
          told.event, people: try names(told.event), isNew: told.outcome == .recorded, text: try words(told.event),
          plans: place == recorded.count - 1 && !plans.isEmpty ? plans : nil)
      }
    }
  }

  private func names(_ event: Event) throws -> [String] {
    try event.subject.people.map { try recorder.ledger.person(key: $0)?.name ?? "—" }
  }

  private func words(_ event: Event) throws -> String {
    let workspace = recorder.workspace
    let who = spokenLanguage.list(try names(event))
    func title(_ run: Run) -> String { spokenLanguage.quote(workspace.title(run.module)) }
    switch event.kind {
    case .sessionHeld(let number, let minutes, let planned):
      let number = number.map { " \($0)" } ?? ""
      let length = spokenLanguage.count(minutes.count, .minutes)
      let plan = planned.flatMap { $0 == minutes ? nil : $0.count }
        .map { said(en: " (\($0) planned)", fr: " (\($0) prévues)") }
      return said(
        en: "\(who): session\(number) held, \(length)\(plan ?? "")",
        fr: "\(who)\u{A0}: séance\(number) tenue, \(length)\(plan ?? "")")
    case .sessionMissed: return said(en: "\(who): session missed", fr: "\(who)\u{A0}: séance manquée")
    case .passed(let run, _): return said(en: "\(who): \(title(run)) passed", fr: "\(who)\u{A0}: \(title(run)) validé")
    case .failed(let run):
      return said(en: "\(who): \(title(run)) not passed", fr: "\(who)\u{A0}: \(title(run)) non validé")
    case .recognised(.module(let run), _):
      return said(en: "\(who): \(title(run)) recognised", fr: "\(who)\u{A0}: \(title(run)) reconnu")
    case .recognised(.competence(let held), _):
      let name = FactWords(workspace: workspace).competence(held)
      return said(
        en: "\(who): competence recognised, \(name)", fr: "\(who)\u{A0}: compétence reconnue, \(name)")
    case .completed(let run):
      return said(en: "\(who): \(title(run)) completed", fr: "\(who)\u{A0}: \(title(run)) suivi jusqu’au bout")
    case .assessed(let told):
      let stage = told.stage.words
      return said(en: "\(who): self-assessment \(stage.en)", fr: "\(who)\u{A0}: auto-évaluation \(stage.fr)")
    case .agreed(let contract): return "\(who)\(spokenLanguage.colon)\(contract.words[spokenLanguage])"
    case .withdrawn: return said(en: "\(who): the pair has ended", fr: "\(who)\u{A0}: le binôme a pris fin")
    case .voided(let target, _, _):
      return said(en: "\(who): event \(target) voided", fr: "\(who)\u{A0}: événement \(target) annulé")
    case .wished(let wish):
      let title = spokenLanguage.quote(workspace.title(wish.module))
      return wish.stance == .next
        ? said(en: "\(who): \(title) next", fr: "\(who)\u{A0}: \(title) dès que possible")
        : said(en: "\(who): never \(title)", fr: "\(who)\u{A0}: jamais \(title)")
    case .wishWithdrawn(let module):
      let title = spokenLanguage.quote(workspace.title(module))
      return said(en: "\(who): no wish about \(title)", fr: "\(who)\u{A0}: plus de souhait pour \(title)")
    case .planned: return said(en: "\(who): plan told", fr: "\(who)\u{A0}: plan annoncé")
    default: return who
    }
  }
}

/// An event as programs read it.
struct EventRecord: Encodable {
  let id: String
  let occurredAt: String
  let recordedAt: String
  @OrNull var pair: String?
  /// The names of the people whom it is about.
  let people: [String]
  let kind: String
  @OrNull var module: String?
  @OrNull var version: String?
  let recorded: Bool
  let text: String
  /// What moved in plans; on the last event alone, and absent where nothing moved.
  let plans: [ReplanningRecord]?

  init(_ event: Event, people: [String], isNew: Bool, text: String, plans: [ReplanningRecord]? = nil) {
    self.plans = plans
    id = event.id.description
    occurredAt = event.occurredAt.iso
    recordedAt = event.recordedAt.iso
    pair = event.subject.pair?.rawValue
    self.people = people
    kind = event.kind.word
    module = event.kind.module?.rawValue
    version = event.kind.run?.version.description
    recorded = isNew
    self.text = text
  }
}
