import Bilingual
package import CurriculumModel

extension History {
  /// The history with these events, each judged by what went before it: what a command asks before it writes.
  ///
  /// `unmet` names the facts that a pair with these attainments lacks to begin a module. Events that come from
  /// elsewhere need no admission: a fold passes over what does not count, and `outOfOrder` finds early passes.
  ///
  /// - Throws: The first refusal; then nothing is admitted.
  package func admitting(
    _ events: [Event], under terms: ModuleTerms,
    unmet: (Identifier<Module>, Attainments) -> [Fact]
  ) throws(RecordingRefusal) -> History {
    var history = self
    for event in events {
      if let known = history[event.id], known.saysTheSame(as: event) { continue }
      try history.check(event, under: terms, unmet: unmet)
      history = history.adding([event])
    }
    return history
  }

  /// The history with these events, each judged by what went before it and by the library's conditions.
  ///
  /// - Throws: The first refusal; then nothing is admitted.
  package func admitting(_ events: [Event], in library: Library) throws(RecordingRefusal) -> History {
    try admitting(events, under: ModuleTerms(of: library), unmet: library.unmet(for:given:))
  }

  private func check(
    _ event: Event, under terms: ModuleTerms, unmet: (Identifier<Module>, Attainments) -> [Fact]
  ) throws(RecordingRefusal) {
    guard event.occurredAt <= event.recordedAt else {
      throw .inTheFuture(occurred: event.occurredAt, recorded: event.recordedAt)
    }
    if event.kind.needsReason, event.kind.reason?.allSatisfy(\.isWhitespace) ?? true { throw .reasonMissing }
    try event.kind.checkNumbers()
    let admission = Admission(
      event: event, terms: terms, then: progress(asOf: event.occurredAt, under: terms),
      ever: progress(asOf: Moment(milliseconds: .max), under: terms))
    try admission.checkSubject()
    switch event.kind {
    case .enrolled, .sessionHeld, .sessionMissed, .agreed, .wished, .wishWithdrawn, .planned, .withdrawn:
      try admission.checkOfPair()
    case .completed, .failed, .recognised: try admission.checkOfPerson()
    case .described: break
    case .assessed(let answers): try admission.checkAssessment(answers)
    case .passed(_, let override):
      try admission.checkOfPerson()
      if override == nil { try admission.checkConditions(unmet) }
    case .voided(let target, _, _): try checkVoid(event, of: target, disregarded: admission.ever.disregarded)
    case .certificateIssued, .revoked, .superseded: try admission.checkCertificate()
    }
  }

  private func checkVoid(
    _ void: Event, of target: Event.ID, disregarded: [Event.ID: Progress.Disregard]
  ) throws(RecordingRefusal) {
    if case .voided(let by) = disregarded[target] { throw .voidedAlready(target, by: by) }
    guard let event = self[target] else { return }
    if case .voided = event.kind { throw .voidOfVoid(target) }
    guard event.subject == void.subject else { throw .subjectMismatch }
  }
}

/// An event and how things stood when it happened, and stand at the end of all that is known.
private struct Admission {
  let event: Event
  let terms: ModuleTerms
  let then: Progress
  let ever: Progress

  func checkSubject() throws(RecordingRefusal) {
    switch (event.kind, event.subject) {
    case (.enrolled, .pair), (.sessionHeld, .pair), (.sessionMissed, .pair), (.withdrawn, .pair): break
    case (.wished, .pair), (.wishWithdrawn, .pair), (.planned, .pair): break
    case (.completed, .person), (.passed, .person), (.failed, .person), (.recognised, .person): break
    case (.agreed, .pair), (.described, .person(_, nil)), (.assessed, .person): break
    case (.voided, _), (.certificateIssued, _), (.revoked, _), (.superseded, _): break
    default: throw .subjectMismatch
    }
    guard let id = event.subject.pair else { return }
    if case .enrolled = event.kind { return }
    if case .voided = event.kind { return }
    guard let agreed = ever.pair(id).agreed else { throw .notEnrolled(id) }
    for person in event.subject.people where agreed.place(of: person) == nil { throw .notOfPair(person, id) }
    if case .pair = event.subject, event.subject != .pair(agreed) { throw .subjectMismatch }
  }

  func checkOfPair() throws(RecordingRefusal) {
    guard case .pair(let id, _, _) = event.subject else { return }
    if case .enrolled = event.kind {
      if ever.pair(id).agreed != nil { throw .enrolledAlready(id) }
    } else if let ended = then.pair(id).ended {
      throw .pairEnded(id, at: ended)
    }
  }

  func checkOfPerson() throws(RecordingRefusal) {
    guard case .person(let person, let pair) = event.subject, let run = event.kind.run else { return }
    let module = terms.current(run.module)
    if let pair, let ended = then.pair(pair).ended { throw .pairEnded(pair, at: ended) }
    if let pair, let place = ever.pair(pair).agreed?.place(of: person), let term = terms[module],
      !term.mentees.contains(place)
    {
      throw .notMentee(person, module)
    }
    for (owner, progress) in ever.people {
      for (other, standing) in progress.modules where (owner, other) != (person, module) {
        if standing.runs.contains(where: { $0.registration == run.registration }) {
          throw .runMismatch(run.registration)
        }
      }
    }
    try checkRun(run, of: module, standing: ever.person(person).modules[module] ?? ModuleStanding())
  }

  private func checkRun(
    _ run: Run, of module: Identifier<Module>, standing: ModuleStanding
  ) throws(RecordingRefusal) {
    let pass = standing.passes.first { $0.run.registration == run.registration }
    switch event.kind {
    case .completed:
      if let before = standing.completions.first(where: { $0.run.registration == run.registration }) {
        throw .runCompleted(module, at: before.at, event: before.event)
      }
    case .failed:
      if let pass, pass.at <= event.occurredAt { throw .runPassed(module, at: pass.at, event: pass.event) }
    case .passed:
      if let pass { throw .runPassed(module, at: pass.at, event: pass.event) }
      if let held = standing.passes.first(where: { overlaps($0, module) }) {
        throw .passedAlready(module, at: held.at, expires: held.expires, event: held.event)
      }
      let later = standing.failures.first {
        $0.run.registration == run.registration && $0.at > event.occurredAt
      }
      if let later { throw .runFailedLater(module, at: later.at, event: later.event) }
    default: break
    }
  }

  /// Whether an earlier pass still holds when this one happens, or this one when a later one does.
  private func overlaps(_ pass: ModuleStanding.Pass, _ module: Identifier<Module>) -> Bool {
    if terms[module]?.scope == .pair, pass.pair != event.subject.pair { return false }
    if pass.at <= event.occurredAt { return pass.holds(at: event.occurredAt) }
    return terms.expiry(of: module, gainedAt: event.occurredAt).map { pass.at < $0 } ?? true
  }

  func checkConditions(_ unmet: (Identifier<Module>, Attainments) -> [Fact]) throws(RecordingRefusal) {
    guard let run = event.kind.run, let id = event.subject.pair, let pair = ever.pair(id).agreed else { return }
    let module = terms.current(run.module)
    let lacking = unmet(module, then.attainments(of: pair))
    guard lacking.isEmpty else { throw .conditionsUnmet(module, lacking: lacking) }
  }

  func checkAssessment(_ answers: SelfAssessment) throws(RecordingRefusal) {
    guard case .person(let person, let pair) = event.subject else { return }
    if let before = ever.person(person).assessment(answers.stage, in: pair) {
      throw .assessedAlready(answers.stage, at: before.at, event: before.event)
    }
  }

  func checkCertificate() throws(RecordingRefusal) {
    switch event.kind {
    case .certificateIssued(let award):
      let same = ever.certificates.first {
        $0.award.certificate == award.certificate && $0.pair == event.subject.pair
          && $0.holders == event.subject.people && $0.standing(at: event.occurredAt) == .active
      }
      if let same { throw .issuedAlready(same.award.credential, at: same.at) }
    case .revoked(let credential, _), .superseded(let credential, _):
      guard let issued = ever.certificates.first(where: { $0.award.credential == credential }),
        issued.holders == event.subject.people
      else { throw .credentialUnknown(credential) }
      if case .revoked = event.kind, let at = issued.revoked { throw .revokedAlready(credential, at: at) }
    default: break
    }
  }
}

extension ModuleStanding {
  fileprivate var runs: [Run] {
    passes.map(\.run) + recognitions.map(\.run) + (completions + failures).map(\.run)
  }
}

extension Event.Kind {
  /// Refuses numbers that nobody can mean.
  fileprivate func checkNumbers() throws(RecordingRefusal) {
    switch self {
    case .sessionHeld(_, let minutes, let planned):
      for minutes in [minutes, planned].compactMap(\.self) where !(1...1440).contains(minutes.count) {
        throw .minutesOutOfRange(minutes)
      }
    case .assessed(let answers):
      if answers.answers.isEmpty { throw .answersMissing }
      if let bad = answers.answers.first(where: { !SelfAssessment.scale.contains($0.rating) }) {
        throw .ratingOutOfRange(bad.competence, bad.rating)
      }
    case .agreed(let contract): if !contract.isSensible { throw .contractOutOfRange }
    default: break
    }
  }

  /// Whether somebody must say why: for what strikes out, takes back or goes against the conditions.
  fileprivate var needsReason: Bool {
    switch self {
    case .voided, .revoked: true
    case .passed(_, let override): override != nil
    default: false
    }
  }
}
