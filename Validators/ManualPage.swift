package import Bilingual

/// The manual's page on an id, in Markdown: what it means, why it matters, wrong and right, what to do.
///
/// - Returns: Nil where no finding has this id.
/// - Complexity: O(1).
package func manualPage(on id: String) -> Wording? {
  pages[id].map { page in
    Wording(en: String(decoding: page.en, as: UTF8.self), fr: String(decoding: page.fr, as: UTF8.self))
  }
}

/// What a page's first line says after the id.
package func manualTitle(of page: Wording, in language: Language) -> String {
  let heading = page[language].prefix { $0 != "\n" }
  return heading.firstIndex(of: ":").map { String(heading[heading.index($0, offsetBy: 2)...]) } ?? String(heading)
}

/// The ids that have a page, in alphabetical order.
package var manualIDs: [String] { pages.keys.sorted() }

/// The files of `Pages`, which the binary carries within itself.
private let pages: [String: (en: [UInt8], fr: [UInt8])] = [
  "ActivityLongerThanSession": (
    PackageResources.ActivityLongerThanSession_en_md, PackageResources.ActivityLongerThanSession_fr_md
  ),
  "AtLeastTooMany": (PackageResources.AtLeastTooMany_en_md, PackageResources.AtLeastTooMany_fr_md),
  "CertificateBeyondSpan": (PackageResources.CertificateBeyondSpan_en_md, PackageResources.CertificateBeyondSpan_fr_md),
  "CheckAttestedByLearner": (
    PackageResources.CheckAttestedByLearner_en_md, PackageResources.CheckAttestedByLearner_fr_md
  ),
  "ChoiceRepeated": (PackageResources.ChoiceRepeated_en_md, PackageResources.ChoiceRepeated_fr_md),
  "ColourTooLight": (PackageResources.ColourTooLight_en_md, PackageResources.ColourTooLight_fr_md),
  "CompetenceRepeated": (PackageResources.CompetenceRepeated_en_md, PackageResources.CompetenceRepeated_fr_md),
  "DoctypeRefused": (PackageResources.DoctypeRefused_en_md, PackageResources.DoctypeRefused_fr_md),
  "DuplicateIdentifier": (PackageResources.DuplicateIdentifier_en_md, PackageResources.DuplicateIdentifier_fr_md),
  "EmptyDocument": (PackageResources.EmptyDocument_en_md, PackageResources.EmptyDocument_fr_md),
  "EncodingNotReadable": (PackageResources.EncodingNotReadable_en_md, PackageResources.EncodingNotReadable_fr_md),
  "FileNotReadable": (PackageResources.FileNotReadable_en_md, PackageResources.FileNotReadable_fr_md),
  "FindingUnknown": (PackageResources.FindingUnknown_en_md, PackageResources.FindingUnknown_fr_md),
  "FormerIdentifierInUse": (PackageResources.FormerIdentifierInUse_en_md, PackageResources.FormerIdentifierInUse_fr_md),
  "GoalUnreachable": (PackageResources.GoalUnreachable_en_md, PackageResources.GoalUnreachable_fr_md),
  "HouseRuleRefused": (PackageResources.HouseRuleRefused_en_md, PackageResources.HouseRuleRefused_fr_md),
  "HouseRuleTooSlow": (PackageResources.HouseRuleTooSlow_en_md, PackageResources.HouseRuleTooSlow_fr_md),
  "IdentifierCaseClash": (PackageResources.IdentifierCaseClash_en_md, PackageResources.IdentifierCaseClash_fr_md),
  "InstructionMissing": (PackageResources.InstructionMissing_en_md, PackageResources.InstructionMissing_fr_md),
  "LevelNotInFramework": (PackageResources.LevelNotInFramework_en_md, PackageResources.LevelNotInFramework_fr_md),
  "LicenceMissing": (PackageResources.LicenceMissing_en_md, PackageResources.LicenceMissing_fr_md),
  "LimitExceeded": (PackageResources.LimitExceeded_en_md, PackageResources.LimitExceeded_fr_md),
  "LogoNotDrawable": (PackageResources.LogoNotDrawable_en_md, PackageResources.LogoNotDrawable_fr_md),
  "MalformedValue": (PackageResources.MalformedValue_en_md, PackageResources.MalformedValue_fr_md),
  "MilestoneAfterLastSession": (
    PackageResources.MilestoneAfterLastSession_en_md, PackageResources.MilestoneAfterLastSession_fr_md
  ),
  "MilestoneOutOfReach": (PackageResources.MilestoneOutOfReach_en_md, PackageResources.MilestoneOutOfReach_fr_md),
  "MinutesDoNotAddUp": (PackageResources.MinutesDoNotAddUp_en_md, PackageResources.MinutesDoNotAddUp_fr_md),
  "MisplacedElement": (PackageResources.MisplacedElement_en_md, PackageResources.MisplacedElement_fr_md),
  "MissingAttribute": (PackageResources.MissingAttribute_en_md, PackageResources.MissingAttribute_fr_md),
  "MissingElement": (PackageResources.MissingElement_en_md, PackageResources.MissingElement_fr_md),
  "ModuleNeverPlanned": (PackageResources.ModuleNeverPlanned_en_md, PackageResources.ModuleNeverPlanned_fr_md),
  "NotAccordingToGrammar": (PackageResources.NotAccordingToGrammar_en_md, PackageResources.NotAccordingToGrammar_fr_md),
  "NotWellFormed": (PackageResources.NotWellFormed_en_md, PackageResources.NotWellFormed_fr_md),
  "NotXML": (PackageResources.NotXML_en_md, PackageResources.NotXML_fr_md),
  "ObjectiveWithoutCheck": (PackageResources.ObjectiveWithoutCheck_en_md, PackageResources.ObjectiveWithoutCheck_fr_md),
  "PlanOutlastsValidity": (PackageResources.PlanOutlastsValidity_en_md, PackageResources.PlanOutlastsValidity_fr_md),
  "PrerequisiteUnreachable": (
    PackageResources.PrerequisiteUnreachable_en_md, PackageResources.PrerequisiteUnreachable_fr_md
  ),
  "ProgrammeMissing": (PackageResources.ProgrammeMissing_en_md, PackageResources.ProgrammeMissing_fr_md),
  "ReciprocityOutOfReach": (PackageResources.ReciprocityOutOfReach_en_md, PackageResources.ReciprocityOutOfReach_fr_md),
  "RefreshCycle": (PackageResources.RefreshCycle_en_md, PackageResources.RefreshCycle_fr_md),
  "RefreshOutOfReach": (PackageResources.RefreshOutOfReach_en_md, PackageResources.RefreshOutOfReach_fr_md),
  "RepeatedElement": (PackageResources.RepeatedElement_en_md, PackageResources.RepeatedElement_fr_md),
  "ResourceMissing": (PackageResources.ResourceMissing_en_md, PackageResources.ResourceMissing_fr_md),
  "ResourceOutsideWorkspace": (
    PackageResources.ResourceOutsideWorkspace_en_md, PackageResources.ResourceOutsideWorkspace_fr_md
  ),
  "ReviewDatePassed": (PackageResources.ReviewDatePassed_en_md, PackageResources.ReviewDatePassed_fr_md),
  "StaleTranslation": (PackageResources.StaleTranslation_en_md, PackageResources.StaleTranslation_fr_md),
  "TextMissing": (PackageResources.TextMissing_en_md, PackageResources.TextMissing_fr_md),
  "TextRepeated": (PackageResources.TextRepeated_en_md, PackageResources.TextRepeated_fr_md),
  "TranslationMissing": (PackageResources.TranslationMissing_en_md, PackageResources.TranslationMissing_fr_md),
  "TranslationWithoutOriginal": (
    PackageResources.TranslationWithoutOriginal_en_md, PackageResources.TranslationWithoutOriginal_fr_md
  ),
  "UnexpectedElement": (PackageResources.UnexpectedElement_en_md, PackageResources.UnexpectedElement_fr_md),
  "UnexpectedText": (PackageResources.UnexpectedText_en_md, PackageResources.UnexpectedText_fr_md),
  "UnknownAttribute": (PackageResources.UnknownAttribute_en_md, PackageResources.UnknownAttribute_fr_md),
  "UnknownElement": (PackageResources.UnknownElement_en_md, PackageResources.UnknownElement_fr_md),
  "UnknownReference": (PackageResources.UnknownReference_en_md, PackageResources.UnknownReference_fr_md),
  "UnknownRoot": (PackageResources.UnknownRoot_en_md, PackageResources.UnknownRoot_fr_md),
  "UnknownValue": (PackageResources.UnknownValue_en_md, PackageResources.UnknownValue_fr_md),
  "VersionNotRaised": (PackageResources.VersionNotRaised_en_md, PackageResources.VersionNotRaised_fr_md),
  "VolatileWithoutReviewDate": (
    PackageResources.VolatileWithoutReviewDate_en_md, PackageResources.VolatileWithoutReviewDate_fr_md
  ),
  "WeightNotCounted": (PackageResources.WeightNotCounted_en_md, PackageResources.WeightNotCounted_fr_md),
  "WrongNamespace": (PackageResources.WrongNamespace_en_md, PackageResources.WrongNamespace_fr_md),
]
