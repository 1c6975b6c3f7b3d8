import Bilingual
import CurriculumModel
import ProgrammeModel

/// What holds at a moment, each statement straight from its definition over all events: slow, and written without
/// any state that is carried from one event to the next.
struct ReferenceModel {
  let live: [Event]
  let moment: Moment
  let terms: ModuleTerms
  let validities: [Identifier<Module>: Module.Validity]

  init(
    _ events: [Event], asOf moment: Moment, knownAt known: Moment, terms: ModuleTerms,
    validities: [Identifier<Module>: Module.Validity]
  ) {
    let heard = events.filter { $0.recordedAt <= known }
    live = heard.filter { event in
      event.occurredAt <= moment && !event.isVoid
        && !heard.contains { $0.target == event.id && $0.subject == event.subject }
    }
    self.moment = moment
    self.terms = terms
    self.validities = validities
  }

  /// Everything that holds, as statements.
  func statements(people: [PersonKey], pairs: [Pair]) -> Set<String> {
    var all: Set<String> = []
    for person in people {
      for event in live where event.subject == .person(person, in: event.subject.pair) && counts(event) {
        all.formUnion(statement(of: event, by: person))
      }
    }
    for pair in pairs { all.formUnion(statements(of: pair)) }
    return all
  }

  private func counts(_ event: Event) -> Bool {
    let earlier = live.filter { $0 < event }
    func same(_ other: Event) -> Bool {
      if case .recognised = other.kind { return false }
      return other.subject.people == event.subject.people
        && other.kind.run?.registration == event.kind.run?.registration
        && other.isAboutAPerson
    }
    return switch event.kind {
    case .passed, .failed: !earlier.contains { same($0) && $0.isPass }
    case .completed: !earlier.contains { same($0) && $0.isCompletion }
    case .assessed(let answers): !earlier.contains { $0.subject == event.subject && $0.stage == answers.stage }
    default: true
    }
  }

  private func passes(of module: Identifier<Module>, by person: PersonKey) -> [Event] {
    live.filter {
      $0.isPass && $0.isAboutAPerson && $0.subject.people == [person] && counts($0)
        && $0.kind.run.map { terms.current($0.module) } == module
    }
  }

  private func recognitions(of module: Identifier<Module>, by person: PersonKey) -> [Event] {
    live.filter { event in
      guard case .recognised(.module(let recognised), _) = event.kind, event.isAboutAPerson else { return false }
      return event.subject.people == [person] && terms.current(recognised.module) == module
    }
  }

  private func expiry(of event: Event, _ module: Identifier<Module>, by person: PersonKey) -> Moment? {
    guard let validity = validities[module] else { return nil }
    let renewals = validity.refresh.map { passes(of: $0, by: person) } ?? []
    let from = ([event] + renewals).map(\.occurredAt).filter { $0 >= event.occurredAt }.max() ?? event.occurredAt
    let last = from.day.adding(months: validity.months)
    return Moment(milliseconds: Moment(startOf: last).milliseconds + 86_400_000)
  }

  private func holds(_ module: Identifier<Module>, by person: PersonKey, at moment: Moment) -> Bool {
    (passes(of: module, by: person) + recognitions(of: module, by: person)).contains { event in
      event.occurredAt <= moment && (expiry(of: event, module, by: person).map { moment < $0 } ?? true)
    }
  }

  private func statement(of event: Event, by person: PersonKey) -> [String] {
    switch event.kind {
    case .passed(let run, _):
      let module = terms.current(run.module)
      let expires = expiry(of: event, module, by: person)?.iso ?? "never"
      return ["\(person) \(module) passed \(event.id) \(expires)"]
    case .failed(let run): return ["\(person) \(terms.current(run.module)) failed \(event.id)"]
    case .completed(let run): return ["\(person) \(terms.current(run.module)) completed \(event.id)"]
    case .recognised(.module(let run), _):
      let module = terms.current(run.module)
      let expires = expiry(of: event, module, by: person)?.iso ?? "never"
      return ["\(person) \(module) recognised \(event.id) \(expires)"]
    case .recognised(.competence(let held), _):
      return ["\(person) holds \(held.competence) \(held.level) \(event.id)"]
    case .assessed(let answers): return ["\(person) assessed \(answers) \(event.subject.pair ?? "-") \(event.id)"]
    case .described(let profile):
      let isLast = !live.contains { $0 > event && $0.isProfile && $0.isAboutAPerson && $0.subject.people == [person] }
      return isLast ? ["\(person) wants \(profile.wants) has \(profile.haves)"] : []
    default: return []
    }
  }

  private func statements(of pair: Pair) -> Set<String> {
    let own = live.filter { $0.subject.pair == pair.id && !$0.isAboutAPerson }.sorted()
    var all: Set<String> = []
    let began = own.first { if case .enrolled = $0.kind { true } else { false } }
    let ended = own.first { if case .withdrawn = $0.kind { true } else { false } }
    all.insert("\(pair.id) \(began?.occurredAt.iso ?? "-") \(ended?.occurredAt.iso ?? "-")")
    let held = own.filter { $0.minutes != nil }
    let missed = own.filter { if case .sessionMissed = $0.kind { true } else { false } }
    let inARow = missed.count { miss in !held.contains { $0 > miss } }
    let minutes = held.compactMap(\.minutes).reduce(0, +)
    all.insert("\(pair.id) held \(held.count) missed \(missed.count) \(inARow) minutes \(minutes)")
    let contracts = own.compactMap { if case .agreed(let contract) = $0.kind { contract } else { nil } }
    if let contract = contracts.last { all.insert("\(pair.id) agreed \(contract)") }
    let planned = held.reduce(0) { $0 + ($1.planned ?? $1.minutes ?? 0) }
    all.insert("\(pair.id) planned \(planned)")
    let modules = Set(live.compactMap(\.module).map(terms.current))
    var joint: Set<Identifier<Module>> = []
    for module in modules {
      guard began != nil, let at = togetherSince(module, pair) else { continue }
      joint.insert(module)
      all.insert("\(pair.id) together \(module) \(at.iso)")
    }
    for partner in Partner.allCases {
      for module in modules.subtracting(joint) where holds(module, by: pair[partner], at: moment) {
        all.insert("\(pair.id) \(partner) has \(module)")
      }
    }
    return all
  }

  private func togetherSince(_ module: Identifier<Module>, _ pair: Pair) -> Moment? {
    func own(_ person: PersonKey) -> Moment? {
      passes(of: module, by: person).filter { $0.subject.pair == pair.id }.map(\.occurredAt).min()
    }
    guard let first = [own(pair.junior), own(pair.senior)].compactMap(\.self).min() else { return nil }
    var latest = first
    for mentee in (terms[module]?.mentees ?? []).map({ pair[$0] }) {
      let elsewhere = (passes(of: module, by: mentee) + recognitions(of: module, by: mentee)).map(\.occurredAt)
      let later = elsewhere.filter { $0 > first }.min()
      let borrowed = holds(module, by: mentee, at: first) ? first : later
      guard let at = own(mentee) ?? (terms[module]?.scope == .pair ? nil : borrowed) else { return nil }
      latest = max(latest, at)
    }
    return latest
  }
}

extension Event {
  fileprivate var isVoid: Bool { target != nil }
  fileprivate var target: Event.ID? {
    if case .voided(let target, _, _) = kind { target } else { nil }
  }
  fileprivate var isPass: Bool { if case .passed = kind { true } else { false } }
  fileprivate var isCompletion: Bool { if case .completed = kind { true } else { false } }
  fileprivate var isAboutAPerson: Bool { if case .person = subject { true } else { false } }
  fileprivate var isProfile: Bool { if case .described = kind { true } else { false } }
  fileprivate var stage: SelfAssessment.Stage? { if case .assessed(let told) = kind { told.stage } else { nil } }
  fileprivate var minutes: Int? { if case .sessionHeld(_, let minutes, _) = kind { minutes.count } else { nil } }
  fileprivate var planned: Int? { if case .sessionHeld(_, _, let planned) = kind { planned?.count } else { nil } }
  fileprivate var module: Identifier<Module>? {
    kind.run?.module
  }
}
