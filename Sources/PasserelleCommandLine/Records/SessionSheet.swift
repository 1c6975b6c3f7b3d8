import Bilingual
import CurriculumModel
import PathPlanning
import ProgrammeModel

/// What a pair does in its next session, on one sheet.
struct SessionSheet {
  let workspace: OpenWorkspace
  let pair: Pair
  let names: [Partner: String]
  let plan: Plan
  let number: Int

  private var words: FactWords { FactWords(workspace: workspace) }

  /// The sheet for a terminal, within 80 columns.
  var text: String {
    guard let session = plan.sessions.first else { return nothingToDo }
    var lines = TextLayout.heading(
      said(
        en: "Session \(number) of the pair \(pair.id): \(spokenLanguage.count(session.minutes.count, .minutes))",
        fr: "Séance \(number) du binôme \(pair.id)\u{A0}: \(spokenLanguage.count(session.minutes.count, .minutes))"))
    let people = Partner.allCases.map { "\(names[$0] ?? "—") (\($0.rawValue))" }
    lines += TextLayout.wrap(spokenLanguage.list(people))
    for part in session.parts { lines += self.lines(for: part) }
    lines += afterwards
    return lines.joined(separator: "\n")
  }

  private var nothingToDo: String {
    switch plan.outcome {
    case .infeasible:
      return
        ([said(en: "No plan reaches the goal of this pair:", fr: "Aucun plan ne mène au but de ce binôme\u{A0}:")]
        + plan.obstacles.flatMap { TextLayout.wrap(words.obstacle($0), first: "  • ") }).joined(separator: "\n")
    default:
      return said(
        en: "The pair \(pair.id) has reached its goal. For its certificates:",
        fr: "Le binôme \(pair.id) a atteint son but. Pour ses attestations\u{A0}:")
        + certificates.map { "\n  passerelle certificate issue \(pair.id) \($0)" }.joined()
    }
  }

  private var certificates: [String] {
    (workspace.library.curricula[pair.curriculum]?.certificates ?? []).map(\.id.rawValue)
  }

  private func lines(for part: Plan.Part) -> [String] {
    guard let module = workspace.library.modules[part.module],
      let step = plan.steps.first(where: { $0.module == part.module })
    else { return [] }
    var lines = [""] + TextLayout.wrap("\(workspace.words(module.title)) (\(module.id))")
    let direction = words.direction(module.direction)
    lines += TextLayout.wrap("\(direction.prefix(1).uppercased() + direction.dropFirst()) – \(part.minutes.count) min")
    lines += TextLayout.wrap(workspace.words(module.summary))
    lines += TextLayout.wrap(
      words.rationale(step.rationale), first: said(en: "Why: ", fr: "Pourquoi\u{A0}: "), rest: "  ")
    lines += preparations(of: module)
    var offset = 0
    for activity in module.activities where part.activities.contains(activity.id) {
      lines += self.lines(for: activity, at: offset)
      offset += activity.minutes.count
    }
    return lines + checks(of: module) + notes(of: module)
  }

  private func lines(for activity: Activity, at offset: Int) -> [String] {
    let title = workspace.words(activity.title)
    let mode = TokenWords.mode(activity.mode)[spokenLanguage]
    let lead = TokenWords.partners(activity.lead)[spokenLanguage]
    let about =
      activity.lead == .both
      ? said(en: "\(mode), \(lead) lead", fr: "\(mode), \(lead) mènent")
      : said(en: "\(mode), \(lead) leads", fr: "\(mode), \(lead) mène")
    var lines = [""]
    lines += TextLayout.wrap(
      "\(title.isEmpty ? activity.id.rawValue : title) – \(about)",
      first: "[\(clock(offset))–\(clock(offset + activity.minutes.count))] ", rest: "  ")
    for partner in Partner.allCases {
      guard let prose = activity.instructions[partner]?.best(workspace.languages)?.content else { continue }
      lines.append("  \(partnerName(partner))")
      lines += BlockText.lines(prose, indent: "    ")
    }
    for prompt in activity.prompts {
      let asks = said(en: "\(partnerName(prompt.from)) asks: ", fr: "\(partnerName(prompt.from)) demande\u{A0}: ")
      lines += TextLayout.wrap(workspace.words(prompt.question), first: "  ? " + asks, rest: "    ")
    }
    for card in activity.cards {
      let title = workspace.library.cards[card].map { workspace.words($0.title) } ?? card.rawValue
      lines += TextLayout.wrap("\(title) (\(card))", first: said(en: "  Card: ", fr: "  Fiche\u{A0}: "), rest: "    ")
    }
    for note in activity.accessibility {
      lines += TextLayout.wrap(
        workspace.words(note.text), first: "  \(TokenWords.need(note.need))\(spokenLanguage.colon)", rest: "    ")
    }
    return lines
  }

  private func preparations(of module: Module) -> [String] {
    module.preparations.flatMap { preparation -> [String] in
      let who = TokenWords.partners(preparation.audience)[spokenLanguage]
      let blocks = preparation.text.best(workspace.languages)?.content ?? []
      return [said(en: "To prepare, \(who):", fr: "À préparer, \(who)\u{A0}:")] + BlockText.lines(blocks, indent: "  ")
    }
  }

  private func checks(of module: Module) -> [String] {
    guard !module.checks.all.isEmpty else { return [] }
    let heading =
      module.checks.needed == module.checks.all.count
      ? said(en: "Checks, all of them:", fr: "Vérifications, toutes\u{A0}:")
      : said(
        en: "Checks, at least \(module.checks.needed):", fr: "Vérifications, au moins \(module.checks.needed)\u{A0}:")
    return ["", heading]
      + module.checks.all.flatMap { check in
        let who = TokenWords.partners(check.attestedBy)[spokenLanguage]
        return TextLayout.wrap(
          said(
            en: "\(workspace.words(check.criterion)) (\(who) can tell)",
            fr: "\(workspace.words(check.criterion)) (constaté par \(who))"),
          first: "  ☐ ")
      }
  }

  private func notes(of module: Module) -> [String] {
    var lines: [String] = []
    for note in module.accessibility {
      lines += TextLayout.wrap(
        workspace.words(note.text), first: "\(TokenWords.need(note.need))\(spokenLanguage.colon)", rest: "  ")
    }
    for variant in module.variants {
      lines.append(
        said(
          en: "If needed, \(TokenWords.need(variant.when)):", fr: "Au besoin, \(TokenWords.need(variant.when))\u{A0}:"))
      lines += BlockText.lines(variant.text.best(workspace.languages)?.content ?? [], indent: "  ")
    }
    let privacy = workspace.words(module.privacy)
    if !privacy.isEmpty {
      lines += TextLayout.wrap(
        privacy, first: said(en: "Stays between you: ", fr: "Reste entre vous\u{A0}: "), rest: "  ")
    }
    return lines.isEmpty ? [] : [""] + lines
  }

  private var afterwards: [String] {
    let passed = plan.sessions.first?.parts.flatMap { ["--passed", $0.module.rawValue] } ?? []
    var lines = ["", said(en: "Afterwards:", fr: "Ensuite\u{A0}:")]
    lines += TextLayout.command(["passerelle", "record", "held", pair.id.rawValue] + passed, prompt: "  ")
    if let next = plan.sessions.dropFirst().first {
      let titles = spokenLanguage.list(next.parts.map { spokenLanguage.quote(workspace.title($0.module)) })
      lines += TextLayout.wrap(said(en: "Next time: \(titles)", fr: "La prochaine fois\u{A0}: \(titles)"))
    }
    return lines
  }

  private func partnerName(_ partner: Partner) -> String {
    names[partner].map { "\($0) (\(partner.rawValue))" } ?? partner.rawValue
  }

  /// Minutes from the start as `0:45`.
  private func clock(_ minutes: Int) -> String {
    "\(minutes / 60):\(minutes % 60 < 10 ? "0" : "")\(minutes % 60)"
  }
}
