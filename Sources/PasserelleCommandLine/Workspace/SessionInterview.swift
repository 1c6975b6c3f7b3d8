import Bilingual
import CompletionLedger
import CurriculumModel
import Diagnostics
import PathPlanning
import ProgrammeModel

/// What a mentor says of a session, asked step by step, with what `next` proposed as the default.
struct SessionInterview {
  /// What became of a module.
  private enum Became {
    case passed, failed, notDone
  }

  let recorder: Recorder
  let pair: Pair
  let asking: Asking
  private let terms: ModuleTerms
  private var occurred: Moment
  private var minutes: Minutes?
  private var planned: Minutes?
  private var modules: [(module: Module, became: Became, override: String?)] = []
  private var contract: Contract?

  init(recorder: Recorder, pair: Pair, asking: Asking) {
    self.recorder = recorder
    self.pair = pair
    self.asking = asking
    terms = ModuleTerms(of: recorder.workspace.library)
    occurred = recorder.now
  }

  /// Asks everything but the last question.
  mutating func ask() throws {
    let names = try [pair.junior, pair.senior].map { try recorder.ledger.person(key: $0)?.name ?? "—" }
    let number = try progress(at: recorder.now).pair(pair.id).held + 1
    let title = said(en: "Session \(number): ", fr: "Séance \(number)\u{A0}: ")
    TextLayout.wrap(title + spokenLanguage.list(names)).forEach(Conversation.say)
    Conversation.say(
      said(
        en: "Return takes the answer in brackets; Ctrl-C gives up.",
        fr: "Entrée garde la réponse entre crochets\u{202F}; Ctrl-C abandonne."))
    try askDay()
    guard try asking.confirm(said(en: "Did you meet?", fr: "Vous êtes-vous vus\u{202F}?")) else { return }
    let plan = try recorder.workspace.plan(for: pair, ledger: recorder.ledger, at: occurred)
    let usual =
      plan.sessions.first?.minutes ?? recorder.workspace.library.curricula[pair.curriculum]?.rhythm.session ?? 60
    planned = usual
    minutes = try asking.ask(
      said(en: "How many minutes?", fr: "Combien de minutes\u{202F}?"), default: String(usual.count)
    ) { answer in
      guard let count = Int(answer.prefix { $0.isNumber }), (1...1440).contains(count) else {
        throw NotUnderstood(
          Wording(en: "A session takes 1 to 1440 minutes.", fr: "Une séance dure de 1 à 1440 minutes."))
      }
      return Minutes(count)
    }
    for part in plan.sessions.first?.parts ?? [] { try askPart(part, of: plan) }
    try askFurther()
    if try progress(at: occurred).pair(pair.id).contract == nil { try askContract() }
  }

  /// What was understood, as events; asks why where a pass goes against its conditions.
  mutating func events() throws -> [Event] {
    while true {
      let draft = try draft()
      do throws(RecordingRefusal) {
        let history: History
        do { history = try recorder.ledger.history(of: pair) } catch { return draft }
        _ = try history.admitting(draft, in: recorder.workspace.library)
        return draft
      } catch {
        guard case .conditionsUnmet(let module, _) = error,
          let index = modules.firstIndex(where: { $0.module.id == module && $0.override == nil && $0.became == .passed }
          )
        else { throw CommandFailure(error, in: recorder.workspace) { name(of: $0) } }
        // The last remedy is an option; here we ask.
        let refusal = CommandFailure(error, in: recorder.workspace) { name(of: $0) }
        let lacking = CommandFailure(refusal.status, refusal.summary, remedies: refusal.remedies.dropLast())
        Conversation.say(lacking.text(in: spokenLanguage))
        let reason = try asking.ask(
          said(
            en: "Why is it true all the same? (nothing: leave it out)",
            fr: "Pourquoi est-ce vrai malgré tout\u{202F}? (rien\u{A0}: ne pas le consigner)"), default: ""
        ) { $0 }
        if reason.isEmpty { modules.remove(at: index) } else { modules[index].override = reason }
      }
    }
  }

  private func draft() throws -> [Event] {
    let history = try recorder.ledger.history(of: pair)
    var draft = SessionDraft(recorder: recorder, pair: pair, occurred: occurred, history: history)
    guard let minutes else {
      draft.missed()
      return draft.events
    }
    draft.held(number: try progress(at: occurred).pair(pair.id).held + 1, minutes: minutes, planned: planned)
    for (module, became, override) in modules where became == .passed { draft.passed(module, override: override) }
    for (module, became, _) in modules where became == .failed { draft.failed(module) }
    if let contract { draft.agreed(contract) }
    return draft.events
  }

  private func progress(at moment: Moment) throws -> Progress {
    try recorder.ledger.history(of: pair).progress(asOf: moment, under: terms)
  }

  private func name(of key: PersonKey) -> String {
    (try? recorder.ledger.person(key: key)?.name) ?? key.description
  }

  private mutating func askDay() throws {
    let now = recorder.now
    occurred = try asking.ask(
      said(
        en: "On which day? (2026-11-23, today, yesterday)", fr: "Quel jour\u{202F}? (2026-11-23, aujourd’hui, hier)"),
      default: said(en: "today", fr: "aujourd’hui")
    ) { answer in
      let yesterday = CalendarDay(daysSince1970: now.day.daysSince1970 - 1)
      switch answer.lowercased() {
      case "today", "aujourd’hui", "aujourd'hui": return now
      case "yesterday", "hier": return Moment(startOf: yesterday)
      case let text:
        guard let day = CalendarDay(iso: text), day <= now.day else {
          throw NotUnderstood(
            Wording(
              en: "Write a day that is past, such as \(yesterday.iso).",
              fr: "Écrire un jour passé, par exemple \(yesterday.iso)."))
        }
        return day == now.day ? now : Moment(startOf: day)
      }
    }
  }

  /// Asks about a module that was planned, in the session in which it ends.
  private mutating func askPart(_ part: Plan.Part, of plan: Plan) throws {
    let goesOn = plan.sessions.dropFirst().contains { $0.parts.contains { $0.module == part.module } }
    guard !goesOn, let module = recorder.workspace.library.modules[part.module] else { return }
    Conversation.say("")
    TextLayout.wrap("\(recorder.workspace.title(module.id)) (\(module.id))").forEach(Conversation.say)
    for check in module.checks.all {
      TextLayout.wrap(recorder.workspace.words(check.criterion), first: "  • ").forEach(Conversation.say)
    }
    modules.append((module, try askBecame(usual: Wording(en: "passed", fr: "validé")), nil))
  }

  private func askBecame(usual: Wording) throws -> Became {
    try asking.ask(
      said(en: "Passed, failed or not done?", fr: "Validé, échoué ou pas fait\u{202F}?"), default: usual[spokenLanguage]
    ) { answer in
      switch answer.lowercased() {
      case "p", "passed", "yes", "y", "v", "validé", "valide", "oui", "o": .passed
      case "f", "failed", "é", "e", "échoué", "echoue", "échec", "echec": .failed
      case "n", "not done", "no", "pas fait", "non", "-": .notDone
      default:
        throw NotUnderstood(
          Wording(en: "Answer passed, failed or not done.", fr: "Répondre validé, échoué ou pas fait."))
      }
    }
  }

  private mutating func askFurther() throws {
    while true {
      let workspace = recorder.workspace
      let module: Module? = try asking.ask(
        said(
          en: "Another module? (its identifier; nothing: no)",
          fr: "Un autre module\u{202F}? (son identifiant\u{202F}; rien\u{A0}: non)"),
        default: ""
      ) { answer in
        if ["", "no", "non", "n"].contains(answer.lowercased()) { return nil }
        return try workspace.module(answer.lowercased())
      }
      guard let module else { return }
      modules.removeAll { $0.module.id == module.id }
      modules.append((module, try askBecame(usual: Wording(en: "passed", fr: "validé")), nil))
    }
  }

  private mutating func askContract() throws {
    let question = said(
      en: "Did you agree how you meet?", fr: "Avez-vous convenu de la façon de vous voir\u{202F}?")
    guard try asking.confirm(question) else { return }
    let rhythm = recorder.workspace.library.curricula[pair.curriculum]?.rhythm
    let weeks = try asking.ask(
      said(en: "Every how many weeks?", fr: "Toutes les combien de semaines\u{202F}?"),
      default: String(rhythm?.everyWeeks ?? 2)
    ) { answer in
      guard let weeks = Int(answer), (1...52).contains(weeks) else {
        throw NotUnderstood(Wording(en: "Write a number from 1 to 52.", fr: "Écrire un nombre de 1 à 52."))
      }
      return weeks
    }
    let place = try asking.ask(
      said(en: "In a room, remote or mixed?", fr: "Sur place, à distance ou mixte\u{202F}?"),
      default: said(en: "room", fr: "sur place")
    ) { answer -> Contract.Place in
      switch answer.lowercased() {
      case "room", "in a room", "sur place": .room
      case "remote", "à distance", "a distance", "distance": .remote
      case "mixed", "mixte": .mixed
      default:
        throw NotUnderstood(
          Wording(en: "Answer room, remote or mixed.", fr: "Répondre sur place, à distance ou mixte."))
      }
    }
    contract = Contract(everyWeeks: weeks, minutes: rhythm?.session, place: place)
  }
}
