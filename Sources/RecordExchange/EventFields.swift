import Bilingual
import CurriculumModel
package import ProgrammeModel

/// An event as named texts: what a line of a table and the extension of a statement hold, and all of it.
package struct EventFields: Equatable, Sendable {
  /// The texts; a fact that the event does not have is left out.
  package var values: [RecordField: String]

  /// Fields as they are.
  package init(_ values: [RecordField: String]) {
    self.values = values
  }

  /// The fields of an event, with people under the names that `name` gives them.
  package init(_ event: Event, name: (PersonKey) -> String) {
    values = [
      .event: event.id.description, .occurred: event.occurredAt.iso, .recorded: event.recordedAt.iso,
      .kind: event.kind.word, .role: event.attestation.role.rawValue, .ground: event.attestation.ground.rawValue,
    ]
    self[.attestedBy] = event.attestation.person.map(name)
    switch event.subject {
    case .person(let person, let pair):
      (self[.person], self[.pair]) = (name(person), pair?.rawValue)
    case .pair(let pair, let junior, let senior):
      (self[.pair], self[.junior], self[.senior]) = (pair.rawValue, name(junior), name(senior))
    }
    self[.reason] = event.kind.reason
    tell(event.kind, name)
  }

  /// The text of a field.
  package subscript(field: RecordField) -> String? {
    get { values[field] }
    set { values[field] = newValue }
  }

  private mutating func tell(_ kind: Event.Kind, _ name: (PersonKey) -> String) {
    switch kind {
    case .enrolled(let curriculum, let goals):
      self[.curriculum] = curriculum.rawValue
      self[.goals] = list(goals.map(\.rawValue))
    case .sessionHeld(let number, let minutes, let planned):
      self[.number] = number.map(String.init)
      self[.minutes] = String(minutes.count)
      self[.planned] = planned.map { String($0.count) }
    case .completed(let run), .passed(let run, _), .failed(let run): tell(run)
    case .recognised(.module(let run), let why):
      tell(run)
      self[.why] = why.rawValue
    case .recognised(.competence(let held), let why):
      (self[.competence], self[.why]) = (held.description, why.rawValue)
    case .described(let profile):
      self[.wants] = list(profile.wants.map(\.description))
      self[.haves] = list(profile.haves.map(\.description))
      self[.reportsTo] = profile.superior.map(name)
    case .assessed(let assessment):
      self[.stage] = assessment.stage.rawValue
      self[.answers] = list(assessment.answers.map { "\($0.competence)=\($0.rating)" })
    case .agreed(let contract): tell(contract)
    case .wished(let wish): (self[.module], self[.stance]) = (wish.module.rawValue, wish.stance.rawValue)
    case .wishWithdrawn(let module): self[.module] = module.rawValue
    case .planned(let plan): self[.steps] = list(plan.steps.map(\.description))
    case .voided(let target, _, let replacement):
      (self[.target], self[.replacement]) = (target.description, replacement?.description)
    case .certificateIssued(let award):
      (self[.certificate], self[.credential]) = (award.certificate.rawValue, award.credential.description)
      (self[.digest], self[.validUntil]) = (award.digest, award.validUntil?.iso)
      self[.statusIndex] = award.statusIndex.map(String.init)
    case .revoked(let credential, _): self[.credential] = credential.description
    case .superseded(let credential, let newer):
      (self[.credential], self[.replacement]) = (credential.description, newer.description)
    case .sessionMissed, .withdrawn: break
    }
  }

  private mutating func tell(_ run: Run) {
    (self[.module], self[.version]) = (run.module.rawValue, run.version.description)
    (self[.digest], self[.registration]) = (run.digest, run.registration.description)
  }

  private mutating func tell(_ contract: Contract) {
    self[.everyWeeks] = contract.everyWeeks.map(String.init)
    self[.minutes] = contract.minutes.map { String($0.count) }
    self[.place] = contract.place?.rawValue
    self[.makeUpDays] = contract.makeUpDays.map(String.init)
    self[.dates] = list(contract.dates.map(\.iso))
  }

  private func list(_ items: [String]) -> String? {
    items.isEmpty ? nil : items.joined(separator: " ")
  }
}
