import PathPlanning

/// The members of `plan --verify-proof --format json` where the question has a budget.
struct BudgetProofRecord: Encodable {
  let verdict = "valid"
  let value: Int
  let valueBound: Int
  let minutes: Int
  let most: Int
  let modules: [String]

  init(_ proof: BudgetProof) {
    value = proof.value
    valueBound = proof.valueBound
    minutes = proof.minutes
    most = proof.most
    modules = proof.modules
  }

  /// What has been verified, for a terminal.
  var text: String {
    let plan = said(
      en: "The proof holds: these modules reach \(value) points of the goal in \(minutes) minutes",
      fr: "La preuve tient\u{A0}: ces modules atteignent \(value)\u{A0}points du but en \(minutes) minutes")
    let claim =
      value == valueBound
      ? said(
        en: ", and no plan of at most \(most) minutes reaches more.",
        fr: ", et aucun plan de \(most) minutes au plus n’en atteint davantage.")
      : said(
        en: ", and no plan of at most \(most) minutes reaches more than \(valueBound).",
        fr: ", et aucun plan de \(most) minutes au plus n’en atteint plus de \(valueBound).")
    return (TextLayout.wrap(plan + claim) + modules.map { "  • \($0)" }).joined(separator: "\n")
  }
}
