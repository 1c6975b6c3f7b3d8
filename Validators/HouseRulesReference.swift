internal import CurriculumReading
package import Markup

/// Where the programme says that a file of an organisation's own rules is.
package struct HouseRulesReference: Sendable, Codable {
  /// The path from the workspace, as written.
  package let address: String
  /// The phase to use; nil for the file's own choice.
  package let phase: Located<String>?

  /// A reference as the programme writes it.
  init(_ draft: PartDraft) {
    address = trimmed(draft.required("href").value)
    phase = draft.element[attribute: "phase"]
  }
}
