import Bilingual
import CurriculumModel
import ProgrammeModel

/// What an event says, as it is stored: flat, with its keys in order, so that the same is always the same bytes.
struct EventPayload {
  /// The name of the kind.
  var kind = ""
  /// The person, of an event about one.
  var person: String?
  /// The junior, of an event about a pair.
  var junior: String?
  /// The senior, of an event about a pair.
  var senior: String?
  /// The key of the pair in which it happened; its name stands elsewhere so that it can be erased.
  var pair: String?
  /// The role of who says so.
  var role = ""
  /// The ground on which they say so.
  var ground = ""
  /// Who says so.
  var attestant: String?
  /// The curriculum of an enrolment.
  var curriculum: String?
  /// The goals of an enrolment.
  var goals: [String]?
  /// The number of a session.
  var number: Int?
  /// The minutes of a session.
  var minutes: Int?
  /// The minutes that a session was planned for.
  var planned: Int?
  /// The module of a run.
  var module: String?
  /// The version of a run's module.
  var version: String?
  /// The digest of a run's module or of a credential.
  var digest: String?
  /// The run.
  var registration: String?
  /// The framework of a recognised competence.
  var framework: String?
  /// The code of a recognised competence.
  var code: String?
  /// The level of a recognised competence.
  var level: Int?
  /// What is wished about a module.
  var stance: String?
  /// Why prior learning was recognised.
  var because: String?
  /// The competences that a person wants, as `digcomp-3.0:2.2=3`.
  var wants: [String]?
  /// The competences that a person can give.
  var haves: [String]?
  /// To whom a person reports.
  var superior: String?
  /// The stage of a self-assessment.
  var stage: String?
  /// The answers of a self-assessment, a rating after each competence.
  var answers: [String]?
  /// The weeks between sessions that a pair agreed on.
  var everyWeeks: Int?
  /// Where a pair agreed to meet.
  var place: String?
  /// Within how many days a pair agreed to make up a missed session.
  var makeUpDays: Int?
  /// The dates that a pair agreed on.
  var dates: [String]?
  /// The modules of a plan, as `sm-profile@1.2.0=4`.
  var steps: [String]?
  /// The event that is voided.
  var target: String?
  /// The event or the credential that stands instead.
  var replacement: String?
  /// The certificate that is issued.
  var certificate: String?
  /// The credential that is issued, revoked or superseded.
  var credential: String?
  /// The first moment at which a certificate is no longer valid, in milliseconds since 1970.
  var validUntil: Int64?
  /// The place of a credential in the list of what was revoked.
  var statusIndex: Int?
  /// The keyed digest of the reason, whose text stands elsewhere so that it can be erased.
  var reason: String?

  /// An empty payload.
  init() {}

  /// The payload of an event.
  init(_ event: Event, pair key: PairKey?, reasonDigest: String?) {
    pair = key?.description
    switch event.subject {
    case .person(let key, _): person = key.description
    case .pair(_, let first, let second): (junior, senior) = (first.description, second.description)
    }
    role = event.attestation.role.rawValue
    ground = event.attestation.ground.rawValue
    attestant = event.attestation.person?.description
    reason = reasonDigest
    tell(event.kind)
  }

  private mutating func tell(_ event: Event.Kind) {
    kind = event.name
    switch event {
    case .enrolled(let curriculum, let goals):
      (self.curriculum, self.goals) = (curriculum.rawValue, goals.map(\.rawValue))
    case .sessionHeld(let number, let minutes, let planned):
      (self.number, self.minutes, self.planned) = (number, minutes.count, planned?.count)
    case .sessionMissed, .withdrawn: break
    case .completed(let run), .passed(let run, _), .failed(let run): tell(run)
    case .wished(let wish): (module, stance) = (wish.module.rawValue, wish.stance.rawValue)
    case .wishWithdrawn(let module): self.module = module.rawValue
    case .planned(let plan): steps = plan.steps.map(\.description)
    case .recognised(let prior, let reason): tell(prior, because: reason)
    case .described(let profile):
      (wants, haves) = (profile.wants.map(\.description), profile.haves.map(\.description))
      superior = profile.superior?.description
    case .assessed(let assessment):
      stage = assessment.stage.rawValue
      answers = assessment.answers.map { "\($0.competence)=\($0.rating)" }
    case .agreed(let contract):
      (everyWeeks, minutes) = (contract.everyWeeks, contract.minutes?.count)
      (place, makeUpDays) = (contract.place?.rawValue, contract.makeUpDays)
      dates = contract.dates.map(\.iso)
    case .voided(let target, _, let replacement):
      (self.target, self.replacement) = (target.description, replacement?.description)
    case .certificateIssued(let award):
      (certificate, credential) = (award.certificate.rawValue, award.credential.description)
      (digest, validUntil, statusIndex) = (award.digest, award.validUntil?.milliseconds, award.statusIndex)
    case .revoked(let credential, _): self.credential = credential.description
    case .superseded(let credential, let newer):
      (self.credential, replacement) = (credential.description, newer.description)
    }
  }

  private mutating func tell(_ run: Run) {
    (module, version) = (run.module.rawValue, run.version.description)
    (digest, registration) = (run.digest, run.registration.description)
  }

  private mutating func tell(_ prior: Event.Prior, because reason: Event.RecognitionReason) {
    because = reason.rawValue
    switch prior {
    case .module(let run): tell(run)
    case .competence(let held):
      (framework, code, level) = (held.competence.framework.rawValue, held.competence.code, held.level)
    }
  }
}

extension Event.Kind {
  /// The name under which the kind is stored.
  fileprivate var name: String {
    switch self {
    case .enrolled: "enrolled"
    case .sessionHeld: "session-held"
    case .sessionMissed: "session-missed"
    case .completed: "completed"
    case .passed: "passed"
    case .failed: "failed"
    case .recognised: "recognised"
    case .wished: "wished"
    case .wishWithdrawn: "wish-withdrawn"
    case .planned: "planned"
    case .described: "described"
    case .assessed: "assessed"
    case .agreed: "agreed"
    case .withdrawn: "withdrawn"
    case .voided: "voided"
    case .certificateIssued: "certificate-issued"
    case .revoked: "revoked"
    case .superseded: "superseded"
    }
  }
}
