/// Which attributes of the vocabulary have listed values or a datatype, and values that the datatypes refuse.
enum FaultValues {
  /// Element and attribute of listed values.
  static let enumerations: Set<String> = [
    "module/direction", "module/serves", "module/counts-for", "objective/for", "objective/verb", "lifecycle/status",
    "lifecycle/volatility", "activity/lead", "activity/mode", "check/kind", "check/attested-by", "check/keep",
    "ask/from", "preparation/for", "accept/kind", "accept/attested-by", "list/kind", "table/heading", "name/status",
    "certificate/for", "minutes/direction", "delivered/direction", "group/directions", "milestone/last",
    "indicator/advantage", "competence/of",
  ]

  /// Wrong values by element (`*` for any) and attribute.
  static let datatypes: [String: [String]] = {
    let identifiers = ["Sm First Post", "été", "a_b", "-a", "a--b", "first post", ""]
    let numbers = ["many", "-5", "60 min", "1.5", "100000", "", "ten"]
    let versions = ["1.2", "v1.2.0", "1,2,0", "1.2.0.0", "one"]
    let days = ["2026-13-01", "01/03/2026", "2026-02-30", "2026-3-2", "tomorrow", "20260302"]
    let addresses = ["http://[bad", "%zz", "http://x.example/%"]
    return [
      "*/id": identifiers, "*/theme": identifiers, "*/framework": identifiers, "*/card": identifiers,
      "*/need": identifiers, "*/topic": identifiers, "*/refresh": identifiers, "*/ref": identifiers,
      "*/when": identifiers, "*/lang": ["french", "f", "en_GB", ""], "*/minutes": numbers, "*/months": numbers,
      "*/level": numbers, "*/levels": numbers, "*/number": numbers, "*/sessions": numbers, "*/every-weeks": numbers,
      "*/at-least": numbers, "*/n": numbers, "*/before": numbers, "*/valid-months": numbers,
      "*/at-least-percent": ["120", "-1", "a third", "33 %"], "module/version": versions, "card/version": versions,
      "*/published": days, "*/review-by": days, "*/checked": days, "*/url": addresses, "*/href": addresses,
      "*/src": addresses, "*/code": ["2 2", "§4", ""],
    ]
  }()
}
