internal import CurriculumReading
package import Diagnostics
internal import HouseRules
internal import RelaxNG

/// One thing that can be wrong with documents that the grammar accepts, named for what it finds.
///
/// The type's name is the finding's id, the file, the fixture folder and the page of the manual. Findings are given in
/// no particular order.
protocol Rule: Sendable {}

/// A rule on one document alone: the same bytes on the same day have the same findings, whatever stands beside them.
protocol DocumentRule: Rule {
  /// Every place in the document where the rule is broken.
  static func findings(in document: DocumentContext) -> [Diagnostic]
}

/// A rule on what one document asks of the others.
protocol ReferenceRule: Rule {
  /// Every place in the document where the rule is broken, given the library that it belongs to.
  static func findings(in document: DocumentContext, of library: LibraryContext) -> [Diagnostic]
}

/// A rule on all documents together.
protocol LibraryRule: Rule {
  /// Every place in the library where the rule is broken.
  static func findings(in library: LibraryContext) -> [Diagnostic]
}

extension Rule {
  /// The id of the rule's findings.
  static var id: Diagnostic.ID { Diagnostic.ID(String(describing: Self.self)) }
}

/// The rules that run as soon as a document is read.
let documentRules: [any (DocumentRule & SendableMetatype).Type] = [
  AtLeastTooMany.self,
  CheckAttestedByLearner.self,
  ChoiceRepeated.self,
  ColourTooLight.self,
  CompetenceRepeated.self,
  DuplicateIdentifier.self,
  FindingUnknown.self,
  IdentifierCaseClash.self,
  InstructionMissing.self,
  LicenceMissing.self,
  MilestoneAfterLastSession.self,
  MinutesDoNotAddUp.self,
  ObjectiveWithoutCheck.self,
  ReviewDatePassed.self,
  StaleTranslation.self,
  TextRepeated.self,
  TranslationWithoutOriginal.self,
  UnknownReference.self,
  VolatileWithoutReviewDate.self,
  WeightNotCounted.self,
]

/// The rules that run on each document once all are read.
let referenceRules: [any (ReferenceRule & SendableMetatype).Type] = [
  ActivityLongerThanSession.self,
  LevelNotInFramework.self,
  LogoNotDrawable.self,
  ResourceMissing.self,
  ResourceOutsideWorkspace.self,
  TextMissing.self,
  TranslationMissing.self,
  UnknownReference.self,
]

/// The rules that run once all documents are read.
let libraryRules: [any (LibraryRule & SendableMetatype).Type] = [
  DuplicateIdentifier.self,
  FormerIdentifierInUse.self,
  GoalUnreachable.self,
  PrerequisiteUnreachable.self,
  ProgrammeMissing.self,
  RefreshCycle.self,
  RefreshOutOfReach.self,
  VersionNotRaised.self,
]

/// The ids of all rules on meaning, in alphabetical order.
package var ruleIDs: [String] {
  let ids = documentRules.map { $0.id } + referenceRules.map { $0.id } + libraryRules.map { $0.id }
  return Set(ids.map(\.rawValue)).sorted()
}

/// The ids of everything that a check can find, in alphabetical order.
package var findingIDs: [String] {
  let others = Diagnostic.ID.ofMarkup + Diagnostic.ID.ofStructure + Diagnostic.ID.ofHouseRules + Diagnostic.ID.ofAudit
  return (others.map(\.rawValue) + ruleIDs).sorted()
}

extension Diagnostic.ID {
  /// The ids of findings that need a plan, which are made above; their pages stand here with all others.
  package static let ofAudit: [Self] = [
    "CertificateBeyondSpan", "MilestoneOutOfReach", "ModuleNeverPlanned", "PlanOutlastsValidity",
    "ReciprocityOutOfReach",
  ]
}
