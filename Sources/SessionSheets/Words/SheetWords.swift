internal import Bilingual
internal import CurriculumModel
internal import DomainWords
internal import PathPlanning
internal import ProgrammeModel

extension SheetReading {
  /// "Session 3: 60 minutes".
  func title(_ sheet: SessionSheet) -> String {
    guard !sheet.parts.isEmpty else {
      return said(en: "The pair \(sheet.pair.id)", fr: "Binôme \(sheet.pair.id)")
    }
    let minutes = language.count(sheet.minutes.count, .minutes)
    return said(en: "Session \(sheet.number): \(minutes)", fr: "Séance \(sheet.number)\u{A0}: \(minutes)")
  }

  /// "Pair awa-etienne – session 3 of 9 in this plan – on 1 December 2026, from 14:00 to 15:00".
  func occasion(_ sheet: SessionSheet) -> String {
    var parts = [
      said(en: "Pair \(sheet.pair.id)", fr: "Binôme \(sheet.pair.id)"),
      said(
        en: "session \(sheet.number) of \(sheet.total) in this plan",
        fr: "séance \(sheet.number) sur \(sheet.total) de ce plan"),
    ]
    if let day = sheet.day {
      parts.append(said(en: "agreed for \(day.words.en)", fr: "convenue le \(day.words.fr)"))
    }
    if start != nil {
      parts.append(
        said(
          en: "from \(time(.zero)) to \(time(sheet.minutes))", fr: "de \(time(.zero)) à \(time(sheet.minutes))"))
    }
    return parts.joined(separator: " – ")
  }

  /// "Awa Diallo (junior) and Étienne Lefèvre (senior)", or whose page it is.
  func people(of sheet: SessionSheet) -> String {
    guard let reader else {
      return language.list(Partner.allCases.map { "\(sheet.names[$0] ?? "—") (\($0.rawValue))" })
    }
    let own = "\(sheet.names[reader] ?? "—") (\(reader.rawValue))"
    let other = "\(sheet.names[reader.other] ?? "—") (\(reader.other.rawValue))"
    return said(en: "For \(own), with \(other)", fr: "Pour \(own), avec \(other)")
  }

  /// What was done last time, in one sentence.
  func lastTime(_ last: LastTime?) -> String {
    switch last {
    case nil:
      return said(en: "This is your first session.", fr: "C’est votre première séance.")
    case .missed(let day, let count)?:
      guard count > 1 else {
        return said(
          en: "The session of \(day.words.en) did not take place.",
          fr: "La séance du \(day.words.fr) n’a pas eu lieu.")
      }
      return said(
        en: "The last \(count) sessions did not take place; agree on a date together, a short one is fine.",
        fr:
          "Les \(count) dernières séances n’ont pas eu lieu\u{202F}; convenez ensemble d’une date, même pour une séance courte."
      )
    case .held(let held)?:
      let minutes = language.count(held.minutes.count, .minutes)
      let head = said(
        en: "Last time (session \(held.number), \(held.day.words.en), \(minutes)): ",
        fr: "La dernière fois (séance \(held.number), le \(held.day.words.fr), \(minutes))\u{A0}: ")
      return head + outcome(held) + "."
    }
  }

  private func outcome(_ held: LastTime.Held) -> String {
    var parts: [String] = []
    if !held.passed.isEmpty {
      let titles = titles(held.passed)
      let many = held.passed.count > 1
      parts.append(said(en: "\(titles) passed", fr: "\(titles) \(many ? "validés" : "validé")"))
    }
    if !held.open.isEmpty {
      let titles = titles(held.open)
      let many = held.open.count > 1
      parts.append(
        said(en: "\(titles) still to pass", fr: "\(titles) \(many ? "restent à valider" : "reste à valider")"))
    }
    if parts.isEmpty {
      return said(en: "no module came to its end yet", fr: "aucun module n’est encore allé à son terme")
    }
    return parts.joined(separator: said(en: "; ", fr: "\u{202F}; "))
  }

  /// What comes after this session.
  func after(_ sheet: SessionSheet) -> String {
    sheet.after.isEmpty
      ? said(en: "This is the last session of the plan.", fr: "C’est la dernière séance du plan.")
      : said(en: "Next time: \(titles(sheet.after)).", fr: "La prochaine fois\u{A0}: \(titles(sheet.after)).")
  }

  /// "‘A’ and ‘B’".
  func titles(_ modules: [Identifier<Module>]) -> String {
    language.list(modules.map { language.quote(facts.title($0)) })
  }

  /// "The junior mentors – 45 min – continued from last time".
  func about(_ part: SessionSheet.Part) -> String {
    var parts = [facts.direction(part.module.direction).capitalizedFirst, "\(part.minutes.count)\u{A0}min"]
    if part.isContinued { parts.append(said(en: "continued from last time", fr: "suite de la dernière fois")) }
    if part.goesOn { parts.append(said(en: "goes on next time", fr: "à suivre la prochaine fois")) }
    return parts.joined(separator: " – ")
  }

  /// The minutes that each spends alone before and after, or nil where there are none.
  func alone(_ part: SessionSheet.Part) -> String? {
    let (before, after) = (part.module.time.before.count, part.module.time.after.count)
    var parts: [String] = []
    if before > 0, !part.isContinued {
      parts.append(said(en: "\(before)\u{A0}min before", fr: "\(before)\u{A0}min avant"))
    }
    if after > 0, !part.goesOn { parts.append(said(en: "\(after)\u{A0}min after", fr: "\(after)\u{A0}min après")) }
    guard !parts.isEmpty else { return nil }
    return said(en: "Each alone: ", fr: "Chacun de son côté\u{A0}: ") + parts.joined(separator: ", ")
  }

  /// Why the module is in the plan, as a sentence.
  func why(_ part: SessionSheet.Part) -> String {
    said(en: "Why this module: ", fr: "Pourquoi ce module\u{A0}: ") + facts.rationale(part.rationale) + "."
  }

  /// "talk, both lead", "practice, Awa Diallo leads".
  func about(_ activity: Activity) -> String {
    let mode = TokenWords.mode(activity.mode)[language]
    let lead = people(activity.lead)
    return activity.lead == .both
      ? said(en: "\(mode), \(lead) lead", fr: "\(mode), \(lead) mènent")
      : said(en: "\(mode), \(lead) leads", fr: "\(mode), \(lead) mène")
  }

  /// The activity's title, or its identifier where it has none.
  func title(_ activity: Activity) -> String {
    let title = facts.text(activity.title)
    return title.isEmpty ? activity.id.rawValue : title
  }

  /// "Awa Diallo (junior) asks".
  func asks(_ partner: Partner) -> String {
    let who = person(partner).capitalizedFirst
    return said(en: "\(who) asks", fr: "\(who) demande")
  }

  /// "To prepare, the junior".
  func toPrepare(_ people: Partners) -> String {
    let who = self.people(people)
    return said(en: "To prepare, \(who)", fr: "À préparer, \(who)")
  }

  /// "Checks, all of them", "Checks, at least 2".
  func heading(_ checks: Checks) -> String {
    checks.needed == checks.all.count
      ? said(en: "Checks, all of them", fr: "Vérifications, toutes")
      : said(en: "Checks, at least \(checks.needed)", fr: "Vérifications, au moins \(checks.needed)")
  }

  /// "(confirmed by the junior)".
  func confirmed(by people: Partners) -> String {
    let who = self.people(people)
    return said(en: "(confirmed by \(who))", fr: "(constaté par \(who))")
  }

  /// "Accessibility (hearing)": a need alone, such as "Attention", would read as a warning.
  func label(_ note: Accessibility) -> String {
    said(en: "Accessibility", fr: "Accessibilité") + " (\(TokenWords.need(note.need)[language]))"
  }

  /// "If needed, at a distance".
  func label(_ variant: Variant) -> String {
    let need = TokenWords.need(variant.when)[language]
    return said(en: "If needed, \(need)", fr: "Au besoin, \(need)")
  }

  /// "Stays between you".
  var privacyLabel: String { said(en: "Stays between you", fr: "Reste entre vous") }

  /// "Passerelle at Acme – sheet of 23 November 2026".
  func colophon(_ sheet: SessionSheet) -> String {
    let programme = facts.text(facts.library.programme.title)
    let day = sheet.made.day.words
    return said(en: "\(programme) – sheet of \(day.en)", fr: "\(programme) – feuille du \(day.fr)")
  }

  /// "Agenda".
  var agendaHeading: String { said(en: "Agenda", fr: "Déroulé") }

  /// "Card: ".
  var cardLabel: String { said(en: "Card: ", fr: "Fiche\u{A0}: ") }

  /// "Good to know".
  var notesHeading: String { said(en: "Good to know", fr: "Bon à savoir") }

  /// "Cards to bring".
  var cardsHeading: String { said(en: "Cards to bring", fr: "Fiches à apporter") }

  /// "Afterwards".
  var afterwardsHeading: String { said(en: "Afterwards", fr: "Ensuite") }

  /// That the goal is reached, or that no plan reaches it.
  func nothingToDo(_ sheet: SessionSheet) -> String {
    sheet.outcome == .infeasible
      ? said(en: "No plan reaches the goal of this pair:", fr: "Aucun plan ne mène au but de ce binôme\u{A0}:")
      : said(
        en: "The pair \(sheet.pair.id) has reached its goal. For its certificates:",
        fr: "Le binôme \(sheet.pair.id) a atteint son but. Pour ses attestations\u{A0}:")
  }
}
