package import Bilingual
package import ProgrammeModel

/// A fact that an event is made of, under the name by which files keep it.
package enum RecordField: String, CaseIterable, Sendable {
  case event, occurred, recorded, kind, pair, person, junior, senior, role, ground
  case attestedBy = "attested-by"
  case module, version, digest, registration, competence, why, minutes, planned, number, curriculum, goals, stance
  case wants, haves
  case reportsTo = "reports-to"
  case stage, answers
  case everyWeeks = "every-weeks"
  case place
  case makeUpDays = "make-up-days"
  case dates, steps, target, replacement, certificate, credential
  case validUntil = "valid-until"
  case statusIndex = "status-index"
  case reason
}

extension RecordField: TableColumn {
  package var name: Wording { Wording(same: rawValue) }
  package var isRequired: Bool { self == .kind || self == .occurred }
  package var keepsSpace: Bool { self == .reason }
}

extension Event.Kind {
  /// The word for the kind in files and for programs.
  package var word: String {
    switch self {
    case .enrolled: "enrolled"
    case .sessionHeld: "held"
    case .sessionMissed: "missed"
    case .completed: "completed"
    case .passed: "passed"
    case .failed: "failed"
    case .recognised: "recognised"
    case .described: "described"
    case .assessed: "assessed"
    case .agreed: "agreed"
    case .wished: "wished"
    case .wishWithdrawn: "wish-withdrawn"
    case .planned: "planned"
    case .withdrawn: "withdrawn"
    case .voided: "voided"
    case .certificateIssued: "certificate-issued"
    case .revoked: "revoked"
    case .superseded: "superseded"
    }
  }
}
