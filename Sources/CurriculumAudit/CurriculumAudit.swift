internal import CurriculumModel
internal import CurriculumReading
package import Diagnostics
internal import PathPlanning
package import Validators

/// Findings that need a plan, in a library that was found sound; none in one that was not.
///
/// Only what is proved is found. The effort is bounded by count, so that the same library has the same findings on every
/// machine: libraries of more modules than `mostModules` are left alone, and once the questions asked have cost as many
/// steps as they may together, those left are passed over.
package func audit(_ validation: Validation) -> [Diagnostic] {
  guard let draft = validation.written, draft.modules.count <= mostModules, let library = validation.makeLibrary()
  else {
    return []
  }
  let context = AuditContext(library: library, draft: draft)
  return auditRules.flatMap { $0.findings(in: context) }.inReadingOrder()
}

/// The largest library that is looked at: beyond it a plan may take longer than anybody waits for a check.
package let mostModules = 1000

/// The rules, in alphabetical order.
let auditRules: [any (AuditRule & SendableMetatype).Type] = [
  CertificateBeyondSpan.self,
  MilestoneOutOfReach.self,
  ModuleNeverPlanned.self,
  PlanOutlastsValidity.self,
  ReciprocityOutOfReach.self,
]

/// The ids of what an audit can find, in alphabetical order.
package var auditIDs: [String] { auditRules.map { $0.id.rawValue } }

/// One thing that can be wrong with what a library plans, named for what it finds.
protocol AuditRule: Sendable {
  /// Every place in the library where the rule is broken.
  static func findings(in context: AuditContext) -> [Diagnostic]
}

extension AuditRule {
  /// The id of the rule's findings.
  static var id: Diagnostic.ID { Diagnostic.ID(String(describing: Self.self)) }
}
