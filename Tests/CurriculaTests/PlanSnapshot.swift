import CurriculumModel

/// The shortest plan for some certificates of a curriculum, as it was when last looked at.
struct PlanSnapshot: Sendable {
  /// The curriculum.
  let curriculum: Identifier<Curriculum>
  /// The certificates; the whole curriculum where there are none.
  let certificates: [Identifier<Certificate>]
  /// The minutes of the plan.
  let minutes: Int
  /// Its sessions.
  let sessions: Int
  /// How much of the time the senior gives back, in percent.
  let returnPercent: Int
  /// Its modules, in order of identifier.
  let modules: String

  /// What the plan is for, in one line.
  var name: String { Self.name(curriculum, certificates) }

  /// A name for a plan for these certificates.
  static func name(_ curriculum: Identifier<Curriculum>, _ certificates: [Identifier<Certificate>]) -> String {
    ([curriculum.rawValue] + certificates.map(\.rawValue)).joined(separator: " ")
  }

  private init(
    _ curriculum: Identifier<Curriculum>, _ certificates: [Identifier<Certificate>], minutes: Int, sessions: Int,
    returnPercent: Int, modules: String
  ) {
    self.curriculum = curriculum
    self.certificates = certificates
    self.minutes = minutes
    self.sessions = sessions
    self.returnPercent = returnPercent
    self.modules = modules
  }
}

extension PlanSnapshot {
  /// Every curriculum as a whole, each of its certificates, and all of them together.
  static let all: [PlanSnapshot] = [
    PlanSnapshot(
      "ai-in-the-open", [], minutes: 600, sessions: 12, returnPercent: 32,
      modules: """
        dt-ai-first dt-ai-work dt-data-privacy dt-needs dt-passwords dt-search-well dt-slides-visual \
        ld-business-map ld-contract ld-mentor-stance sm-account-safe
        """),
    PlanSnapshot(
      "ai-in-the-open", ["ai-user"], minutes: 495, sessions: 10, returnPercent: 34,
      modules: """
        dt-ai-first dt-ai-work dt-data-privacy dt-needs dt-passwords dt-search-well ld-business-map \
        ld-contract sm-account-safe
        """),
    PlanSnapshot(
      "ai-in-the-open", ["ai-guide"], minutes: 480, sessions: 10, returnPercent: 35,
      modules: """
        dt-ai-first dt-ai-work dt-needs dt-passwords dt-phishing dt-search-well ld-business-map \
        ld-contract ld-mentor-stance
        """),
    PlanSnapshot(
      "ai-in-the-open", ["ai-tandem"], minutes: 495, sessions: 10, returnPercent: 34,
      modules: """
        dt-ai-first dt-ai-work dt-data-privacy dt-needs dt-passwords dt-search-well ld-business-map \
        ld-contract sm-account-safe
        """),
    PlanSnapshot(
      "ai-in-the-open", ["ai-user", "ai-guide", "ai-tandem"], minutes: 540, sessions: 11, returnPercent: 36,
      modules: """
        dt-ai-first dt-ai-work dt-data-privacy dt-needs dt-passwords dt-search-well ld-business-map \
        ld-contract ld-mentor-stance sm-account-safe
        """),
    PlanSnapshot(
      "digital-presence", [], minutes: 330, sessions: 7, returnPercent: 36,
      modules: """
        dt-passwords dt-phishing ld-contract ld-listen ld-mentor-stance sm-landscape sm-netiquette
        """),
    PlanSnapshot(
      "digital-presence", ["mentee-presence"], minutes: 300, sessions: 6, returnPercent: 17,
      modules: """
        dt-passwords dt-phishing ld-contract ld-mentor-stance sm-account-safe sm-landscape
        """),
    PlanSnapshot(
      "digital-presence", ["reverse-mentor"], minutes: 285, sessions: 6, returnPercent: 34,
      modules: """
        dt-passwords dt-phishing ld-contract ld-listen ld-mentor-stance sm-landscape
        """),
    PlanSnapshot(
      "digital-presence", ["exchange"], minutes: 240, sessions: 5, returnPercent: 40,
      modules: """
        dt-passwords ld-contract ld-listen ld-mentor-stance sm-landscape
        """),
    PlanSnapshot(
      "digital-presence", ["mentee-presence", "reverse-mentor", "exchange"], minutes: 345, sessions: 7,
      returnPercent: 28,
      modules: """
        dt-passwords dt-phishing ld-contract ld-listen ld-mentor-stance sm-account-safe sm-landscape
        """),
    PlanSnapshot(
      "first-leadership", [], minutes: 630, sessions: 12, returnPercent: 67,
      modules: """
        dt-passwords ld-business-map ld-close ld-contract ld-decision ld-delegate ld-feedback ld-handover \
        ld-listen ld-mentor-stance sm-landscape
        """),
    PlanSnapshot(
      "first-leadership", ["first-leader"], minutes: 435, sessions: 8, returnPercent: 81,
      modules: """
        ld-business-map ld-contract ld-delegate ld-feedback ld-listen ld-meeting ld-mentor-stance \
        ld-network
        """),
    PlanSnapshot(
      "first-leadership", ["leadership-mentor"], minutes: 450, sessions: 9, returnPercent: 61,
      modules: """
        dt-passwords ld-business-map ld-contract ld-feedback ld-listen ld-mentor-stance ld-network \
        sm-employee-voice sm-landscape
        """),
    PlanSnapshot(
      "first-leadership", ["leadership-exchange"], minutes: 570, sessions: 11, returnPercent: 64,
      modules: """
        dt-passwords ld-close ld-contract ld-decision ld-delegate ld-feedback ld-handover ld-listen \
        ld-mentor-stance sm-landscape
        """),
    PlanSnapshot(
      "first-leadership", ["first-leader", "leadership-mentor", "leadership-exchange"], minutes: 630, sessions: 12,
      returnPercent: 67,
      modules: """
        dt-passwords ld-business-map ld-close ld-contract ld-decision ld-delegate ld-feedback ld-handover \
        ld-listen ld-mentor-stance sm-landscape
        """),
    PlanSnapshot(
      "full-exchange", [], minutes: 615, sessions: 12, returnPercent: 59,
      modules: """
        dt-passwords ld-close ld-contract ld-decision ld-delegate ld-feedback ld-handover ld-listen \
        ld-mentor-stance sm-feed sm-landscape
        """),
    PlanSnapshot(
      "full-exchange", ["exchange-digital-ease"], minutes: 345, sessions: 7, returnPercent: 36,
      modules: """
        dt-passwords ld-contract ld-feedback ld-listen ld-mentor-stance sm-feed sm-landscape
        """),
    PlanSnapshot(
      "full-exchange", ["exchange-two-way-mentor"], minutes: 405, sessions: 8, returnPercent: 46,
      modules: """
        dt-passwords dt-phishing ld-business-map ld-contract ld-feedback ld-listen ld-mentor-stance \
        sm-landscape
        """),
    PlanSnapshot(
      "full-exchange", ["exchange-complete"], minutes: 615, sessions: 12, returnPercent: 59,
      modules: """
        dt-passwords dt-phishing ld-close ld-contract ld-decision ld-delegate ld-feedback ld-handover \
        ld-listen ld-mentor-stance sm-landscape
        """),
    PlanSnapshot(
      "full-exchange", ["exchange-digital-ease", "exchange-two-way-mentor", "exchange-complete"], minutes: 615,
      sessions: 12, returnPercent: 59,
      modules: """
        dt-passwords ld-close ld-contract ld-decision ld-delegate ld-feedback ld-handover ld-listen \
        ld-mentor-stance sm-feed sm-landscape
        """),
  ]
}
