import Bilingual
import ConditionGraphs
import CurriculumModel
import ProgrammeModel
import Stationery

/// What a change of a module touches, as people and programs read it.
struct ImpactReport {
  let workspace: OpenWorkspace
  let module: Module
  let library: LibraryImpact
  /// The pairs under way that it touches, in order of identifier.
  let pairs: [PairImpact]

  /// The report for a terminal.
  var text: String {
    var lines = TextLayout.heading("\(workspace.words(module.title)) (\(module.id) \(module.version))")
    lines += part(
      en: "Modules that ask for it", fr: "Modules qui le demandent", library.required.map(titled))
    lines += part(
      en: "Modules that recommend it", fr: "Modules qui le recommandent", library.recommended.map(titled))
    lines += part(en: "Modules that it renews", fr: "Modules qu’il renouvelle", library.renews.map(titled))
    lines += part(en: "Curricula", fr: "Parcours", library.curricula.map(words))
    let certificates = library.curricula.flatMap(\.certificates)
    lines += part(
      en: "Certificates for which it can count", fr: "Attestations pour lesquelles il peut compter",
      certificates.map { id in
        "\(workspace.library.certificate(id).map { workspace.words($0.certificate.title) } ?? "") (\(id))"
      })
    lines += part(en: "Pairs under way", fr: "Binômes en route", pairs.map(words))
    if lines.count == TextLayout.heading("x").count {
      lines += ["", said(en: "Nothing rests on it.", fr: "Rien n’en dépend.")]
    }
    return lines.joined(separator: "\n")
  }

  private func part(en: String, fr: String, _ items: [String]) -> [String] {
    guard !items.isEmpty else { return [] }
    return ["", said(en: "\(en):", fr: "\(fr)\u{A0}:")] + items.flatMap { TextLayout.wrap($0, first: "  • ") }
  }

  private func titled(_ id: Identifier<Module>) -> String { "\(workspace.title(id)) (\(id))" }

  private func words(_ impact: LibraryImpact.CurriculumImpact) -> String {
    let curriculum = workspace.library.curricula[impact.curriculum]
    let title = "\(curriculum.map { workspace.words($0.title) } ?? "") (\(impact.curriculum))"
    var places = impact.groups.map { id in
      let name = curriculum?.groups.first { $0.id == id }.map { workspace.words($0.title) } ?? ""
      let group = spokenLanguage.quote(name.isEmpty ? id.rawValue : name)
      return said(en: "in the group \(group)", fr: "dans le groupe \(group)")
    }
    if impact.isMilestone { places.append(said(en: "a milestone", fr: "un jalon")) }
    if places.isEmpty { places = [said(en: "through conditions", fr: "par des conditions")] }
    return title + said(en: ": ", fr: "\u{A0}: ") + spokenLanguage.list(places)
  }

  private func words(_ impact: PairImpact) -> String {
    let standing: String
    switch impact.standing {
    case .passed(let day):
      standing = said(en: "passed on \(day.words.en)", fr: "validé le \(day.words.fr)")
    case .held: standing = said(en: "held already from elsewhere", fr: "déjà acquis par ailleurs")
    case .planned(let sessions):
      let numbers = spokenLanguage.list(sessions.map(String.init))
      standing =
        sessions.count == 1
        ? said(en: "planned for session \(numbers)", fr: "prévu à la séance \(numbers)")
        : said(en: "planned for sessions \(numbers)", fr: "prévu aux séances \(numbers)")
    }
    return "\(impact.pair.id) (\(impact.pair.curriculum)): ".replacing(": ", with: spokenLanguage.colon) + standing
  }

  /// What programs read.
  var record: ImpactRecord { ImpactRecord(self) }
}

/// The members of `impact MODULE --format json`.
struct ImpactRecord: Encodable {
  struct CurriculumEntry: Encodable {
    let curriculum: String
    let groups: [String]
    let milestone: Bool
    let certificates: [String]
  }

  struct PairEntry: Encodable {
    let pair: String
    let curriculum: String
    let standing: String
    @OrNull var on: String?
    let sessions: [Int]
  }

  let module: String
  let version: String
  let required: [String]
  let recommended: [String]
  let renews: [String]
  let curricula: [CurriculumEntry]
  let pairs: [PairEntry]

  /// A report's facts.
  init(_ report: ImpactReport) {
    module = report.module.id.rawValue
    version = "\(report.module.version)"
    required = report.library.required.map(\.rawValue)
    recommended = report.library.recommended.map(\.rawValue)
    renews = report.library.renews.map(\.rawValue)
    curricula = report.library.curricula.map { impact in
      CurriculumEntry(
        curriculum: impact.curriculum.rawValue, groups: impact.groups.map(\.rawValue), milestone: impact.isMilestone,
        certificates: impact.certificates.map(\.rawValue))
    }
    pairs = report.pairs.map { impact in
      let (standing, day, sessions): (String, String?, [Int]) =
        switch impact.standing {
        case .passed(let day): ("passed", day.iso, [])
        case .held: ("held", nil, [])
        case .planned(let sessions): ("planned", nil, sessions)
        }
      return PairEntry(
        pair: impact.pair.id.rawValue, curriculum: impact.pair.curriculum.rawValue, standing: standing, on: day,
        sessions: sessions)
    }
  }
}
