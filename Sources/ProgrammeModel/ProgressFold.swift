import Bilingual
import CurriculumModel

/// The state in which events are taken, one after the other in order of happening.
struct ProgressFold {
  /// A run of one person.
  private struct RunKey: Hashable {
    let person: PersonKey
    let registration: RegistrationID
  }

  /// The moment as of which things are asked for.
  let moment: Moment
  /// What must be known of modules.
  let terms: ModuleTerms
  /// The events that do not count, and why.
  var disregarded: [Event.ID: Progress.Disregard] = [:]
  private var people: [PersonKey: PersonProgress] = [:]
  private var pairs: [Identifier<Pair>: PairProgress] = [:]
  private var certificates: [IssuedCertificate] = []
  private var certificateIndex: [CredentialID: Int] = [:]
  private var passedRuns: Set<RunKey> = []
  private var completedRuns: Set<RunKey> = []

  /// The state before the first event.
  init(moment: Moment, terms: ModuleTerms) {
    self.moment = moment
    self.terms = terms
  }

  /// Takes an event that happened after those taken before.
  mutating func take(_ event: Event) {
    let refusal =
      switch event.kind {
      case .enrolled, .sessionHeld, .sessionMissed, .agreed, .wished, .wishWithdrawn, .planned, .withdrawn:
        takeOfPair(event)
      case .completed, .passed, .failed, .recognised, .described, .assessed: takeOfPerson(event)
      case .certificateIssued, .revoked, .superseded: takeOfCertificate(event)
      case .voided: Progress.Disregard?.none
      }
    if let refusal { disregarded[event.id] = refusal }
  }

  /// What has come out.
  func progress() -> Progress {
    let people = renewed()
    var pairs = pairs
    for id in pairs.keys { pairs[id]?.together = together(in: id, people) }
    return Progress(
      moment: moment, people: people, pairs: pairs, certificates: certificates, disregarded: disregarded)
  }

  private mutating func takeOfPair(_ event: Event) -> Progress.Disregard? {
    guard case .pair(let id, let junior, let senior) = event.subject else { return .unfitSubject }
    if case .enrolled = event.kind, pairs[id]?.agreed != nil { return .enrolledBefore }
    // Taken out of the table meanwhile, or its sessions would be copied for each event.
    var pair = pairs.removeValue(forKey: id) ?? PairProgress(id: id)
    switch event.kind {
    case .enrolled(let curriculum, let goals):
      pair.agreed = Pair(id: id, junior: junior, senior: senior, curriculum: curriculum, goals: goals)
      pair.began = event.occurredAt
    case .sessionHeld(let number, let minutes, let planned):
      pair.sessions.append(
        .init(
          event: event.id, at: event.occurredAt, number: number, minutes: minutes, planned: planned,
          told: pair.told?.plan))
    case .sessionMissed:
      pair.sessions.append(
        .init(event: event.id, at: event.occurredAt, number: nil, minutes: nil, planned: nil, told: nil))
    case .agreed(let contract):
      pair.contract = contract
    case .wished(let wish):
      pair.wishes.removeAll { $0.module == terms.current(wish.module) }
      pair.wishes.append(Event.Wish(wish.stance, terms.current(wish.module)))
    case .wishWithdrawn(let module):
      pair.wishes.removeAll { $0.module == terms.current(module) }
    case .planned(let plan):
      pair.told = .init(plan: plan.current(terms), at: event.occurredAt)
    case .withdrawn:
      pair.ended = pair.ended ?? event.occurredAt
    default: break
    }
    pairs[id] = pair
    return nil
  }

  private mutating func takeOfPerson(_ event: Event) -> Progress.Disregard? {
    guard case .person(let person, let pair) = event.subject else { return .unfitSubject }
    switch event.kind {
    case .recognised(let prior, let reason):
      recognise(prior, of: person, because: reason, event)
    case .described(let profile):
      people[person, default: PersonProgress()].profile = profile
    case .assessed(let answers):
      guard people[person]?.assessment(answers.stage, in: pair) == nil else { return .assessedBefore }
      people[person, default: PersonProgress()].assessments.append(
        .init(event: event.id, at: event.occurredAt, pair: pair, answers: answers))
    case .completed(let run):
      guard completedRuns.insert(RunKey(person: person, registration: run.registration)).inserted
      else { return .completedBefore }
      update(run.module, of: person) { standing, _ in
        standing.completions.append(.init(event: event.id, at: event.occurredAt, pair: pair, run: run))
      }
    case .passed(let run, _):
      guard passedRuns.insert(RunKey(person: person, registration: run.registration)).inserted
      else { return .passedBefore }
      update(run.module, of: person) { standing, expires in
        standing.passes.append(
          .init(event: event.id, at: event.occurredAt, pair: pair, run: run, expires: expires(event.occurredAt, run)))
      }
      if let pair, pairs[pair] == nil { pairs[pair] = PairProgress(id: pair) }
    case .failed(let run):
      guard !passedRuns.contains(RunKey(person: person, registration: run.registration))
      else { return .failedAfterPassed }
      update(run.module, of: person) { standing, _ in
        standing.failures.append(.init(event: event.id, at: event.occurredAt, pair: pair, run: run))
      }
    default: break
    }
    return nil
  }

  private mutating func recognise(
    _ prior: Event.Prior, of person: PersonKey, because reason: Event.RecognitionReason, _ event: Event
  ) {
    switch prior {
    case .module(let run):
      update(run.module, of: person) { standing, expires in
        standing.recognitions.append(
          .init(
            event: event.id, at: event.occurredAt, run: run, reason: reason, expires: expires(event.occurredAt, run)))
      }
    case .competence(let competence):
      people[person, default: PersonProgress()].competences.append(
        .init(event: event.id, at: event.occurredAt, competence: competence, reason: reason))
    }
  }

  private mutating func update(
    _ module: Identifier<Module>, of person: PersonKey,
    _ change: (inout ModuleStanding, (Moment, Run) -> Moment?) -> Void
  ) {
    let module = terms.current(module)
    let terms = terms
    change(&people[person, default: PersonProgress()].modules[module, default: ModuleStanding()]) {
      earliest(terms.expiry(of: module, gainedAt: $0), terms.outdating(of: module, in: $1.version))
    }
  }

  private mutating func takeOfCertificate(_ event: Event) -> Progress.Disregard? {
    switch event.kind {
    case .certificateIssued(let award):
      guard certificateIndex[award.credential] == nil else { return .issuedBefore }
      certificateIndex[award.credential] = certificates.count
      certificates.append(
        IssuedCertificate(
          event: event.id, at: event.occurredAt, award: award, holders: event.subject.people,
          pair: event.subject.pair))
    case .revoked(let credential, _):
      guard let index = certificateIndex[credential] else { return nil }
      certificates[index].revoked = certificates[index].revoked ?? event.occurredAt
    case .superseded(let credential, let newer):
      guard let index = certificateIndex[credential] else { return nil }
      certificates[index].supersededBy = certificates[index].supersededBy ?? newer
    default: break
    }
    return nil
  }
}

extension ProgressFold {
  /// What people have, where a later pass of the module that refreshes another has moved the other's expiry.
  private func renewed() -> [PersonKey: PersonProgress] {
    people.mapValues { person in
      var renewed = person
      for (module, standing) in person.modules {
        guard let refresh = terms[module]?.validity?.refresh else { continue }
        for pass in person.modules[terms.current(refresh)]?.passes ?? [] {
          guard let expiry = terms.expiry(of: module, gainedAt: pass.at) else { continue }
          for index in standing.passes.indices where standing.passes[index].at <= pass.at {
            renewed.modules[module]?.passes[index].expires = earliest(
              expiry, terms.outdating(of: module, in: standing.passes[index].run.version))
          }
          for index in standing.recognitions.indices where standing.recognitions[index].at <= pass.at {
            renewed.modules[module]?.recognitions[index].expires = earliest(
              expiry, terms.outdating(of: module, in: standing.recognitions[index].run.version))
          }
        }
      }
      return renewed
    }
  }

  /// The modules that a pair has passed together, in order of happening.
  private func together(in id: Identifier<Pair>, _ people: [PersonKey: PersonProgress]) -> [PairProgress.JointPass] {
    guard let pair = pairs[id]?.agreed else { return [] }
    let standings = Partner.allCases.map { partner in
      let modules = people[pair[partner]]?.modules ?? [:]
      return (
        partner: partner,
        modules: Dictionary(
          uniqueKeysWithValues: modules.map { ($0, $1.withoutOutdated(of: $0, terms, moment)) })
      )
    }
    var joint: [PairProgress.JointPass] = []
    for module in Set(standings.flatMap(\.modules.keys)) {
      let own = standings.compactMap { $0.modules[module]?.passes.first { $0.pair == id }?.at }
      guard let first = own.min() else { continue }
      let scope = terms[module]?.scope ?? .person
      let mentees = terms[module]?.mentees ?? []
      let moments = standings.filter { mentees.contains($0.partner) }.map { entry in
        entry.modules[module]?.gained(in: id, since: first, scope: scope)
      }
      if moments.contains(nil) { continue }
      joint.append(.init(module: module, at: moments.compactMap(\.self).max() ?? first))
    }
    return joint.sorted { ($0.at, $0.module) < ($1.at, $1.module) }
  }
}

/// The earlier of two moments, where nil is never.
private func earliest(_ a: Moment?, _ b: Moment?) -> Moment? {
  guard let a, let b else { return a ?? b }
  return min(a, b)
}

extension ModuleStanding {
  /// When the person had the module, for a pair of which somebody passed it first then, or nil.
  fileprivate func gained(in pair: Identifier<Pair>, since first: Moment, scope: Module.Scope) -> Moment? {
    if let own = passes.first(where: { $0.pair == pair }) { return own.at }
    guard scope == .person else { return nil }
    if holds(at: first) { return first }
    return (passes.map(\.at) + recognitions.map(\.at)).filter { $0 > first }.min()
  }

  /// What of it counts at a moment as far as breaking changes go.
  fileprivate func withoutOutdated(of module: Identifier<Module>, _ terms: ModuleTerms, _ moment: Moment)
    -> ModuleStanding
  {
    func counts(_ run: Run) -> Bool { terms.outdating(of: module, in: run.version).map { moment < $0 } ?? true }
    guard !passes.allSatisfy({ counts($0.run) }) || !recognitions.allSatisfy({ counts($0.run) }) else { return self }
    var rest = self
    rest.passes.removeAll { !counts($0.run) }
    rest.recognitions.removeAll { !counts($0.run) }
    return rest
  }
}
