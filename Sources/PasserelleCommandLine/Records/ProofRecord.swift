import PathPlanning

/// The members of `plan --verify-proof --format json`.
struct ProofRecord: Encodable {
  let verdict = "valid"
  let minutes: Int
  let lowerBound: Int
  let sessionLowerBound: Int
  let modules: [String]

  init(_ proof: SelectionProof) {
    minutes = proof.minutes
    lowerBound = proof.lowerBound
    sessionLowerBound = proof.sessions ?? 0
    modules = proof.modules
  }

  /// What has been verified, for a terminal.
  var text: String {
    let plan = said(
      en: "The proof holds: these modules reach the goal in \(minutes) minutes",
      fr: "La preuve tient\u{A0}: ces modules mènent au but en \(minutes) minutes")
    let claim =
      minutes == lowerBound
      ? said(en: ", and no plan takes fewer.", fr: ", et aucun plan n’en demande moins.")
      : said(
        en: ", and every plan takes at least \(lowerBound).", fr: ", et tout plan en demande au moins \(lowerBound).")
    return (TextLayout.wrap(plan + claim) + modules.map { "  • \($0)" }).joined(separator: "\n")
  }
}
