internal import Bilingual
internal import CurriculumModel
internal import DomainWords
internal import PathPlanning
internal import ProgrammeModel

extension ReportWords {
  /// The parts of a report, in the order in which it is read.
  func sections(_ report: ProgrammeReport) -> [ReportSection] {
    [
      pairs(report), sessions(report), balance(report), competences(report), assessments(report), advantages(report),
      modules(report), indicators(report),
    ].filter { !$0.rows.isEmpty }
  }

  /// "Programme report", with the curriculum where it is about one.
  func title(_ report: ProgrammeReport) -> String {
    let subject = report.curriculum.flatMap { facts.library.curricula[$0] }.map { facts.text($0.title) }
    return said(en: "Report", fr: "Bilan") + " – " + (subject ?? facts.text(facts.library.programme.title))
  }

  /// "As of 23 November 2026: 20 pairs, 37 people".
  func summary(_ report: ProgrammeReport) -> String {
    let day = report.moment.day.words
    let pairs = language.count(report.pairs, .pairs)
    let people = language.count(report.people, .people)
    return said(en: "As of \(day.en): \(pairs), \(people).", fr: "Au \(day.fr)\u{A0}: \(pairs), \(people).")
  }

  private func pairs(_ report: ProgrammeReport) -> ReportSection {
    let states = PairStanding.State.allCases
    var notes: [String] = []
    if report.expiring.soon + report.expiring.over > 0 {
      let (soon, over) = (report.expiring.soon, report.expiring.over)
      notes.append(
        said(
          en: "Passes and certificates: \(soon) end within \(Expiry.horizon) days, \(over) have ended.",
          fr: "Validations et attestations\u{A0}: \(soon) à échéance sous \(Expiry.horizon) jours, \(over) échues."))
    }
    return ReportSection(
      id: "pairs", heading: said(en: "Where pairs stand", fr: "Où en sont les binômes"), notes: notes,
      columns: [said(en: "State", fr: "État"), said(en: "Pairs", fr: "Binômes")],
      rows: states.map { [state($0).capitalizedFirst, "\(report.states[$0] ?? 0)"] },
      plot: .init(
        series: [],
        groups: states.map { state in
          let count = report.states[state] ?? 0
          return .init(label: self.state(state).capitalizedFirst, bars: [.init(value: 100 * count, text: "\(count)")])
        }, full: 100 * max(1, report.states.values.max() ?? 0)))
  }

  private func sessions(_ report: ProgrammeReport) -> ReportSection {
    let names = [said(en: "Held", fr: "Tenues"), said(en: "Missed", fr: "Manquées")]
    let held = language.count(report.held, .sessionsHeld)
    let minutes = language.count(report.minutes.count, .minutes)
    return ReportSection(
      id: "sessions", heading: said(en: "Sessions", fr: "Séances"),
      notes: [
        said(
          en: "In all: \(held) (\(minutes)), \(report.missed) missed. Below, the months of the last year.",
          fr:
            "En tout\u{A0}: \(held) (\(minutes)), \(report.missed) manquées. Ci-dessous, les mois de la dernière année."
        )
      ],
      columns: [said(en: "Month", fr: "Mois")] + names,
      rows: report.months.map { [$0.first.monthWords[language].capitalizedFirst, "\($0.held)", "\($0.missed)"] },
      plot: .init(
        series: names,
        groups: report.months.map { month in
          .init(
            label: month.first.monthWords[language].capitalizedFirst,
            bars: [month.held, month.missed].map { .init(value: 100 * $0, text: "\($0)") })
        }, full: 100 * max(1, report.months.map { max($0.held, $0.missed) }.max() ?? 0)))
  }

  private func balance(_ report: ProgrammeReport) -> ReportSection {
    let directions: [Direction] = [.juniorToSenior, .seniorToJunior, .mutual]
    let names = [
      said(en: "The junior gives, the senior learns", fr: "Le junior transmet, le senior apprend"),
      said(en: "The senior gives, the junior learns", fr: "Le senior transmet, le junior apprend"),
      said(en: "Both learn from each other", fr: "Les deux apprennent l’un de l’autre"),
    ]
    func text(_ direction: Direction) -> String {
      figure(report.balance) { "\($0[direction].count)\u{A0}min" }
    }
    let largest = report.balance.value.map { balance in directions.map { balance[$0].count }.max() ?? 0 }
    return ReportSection(
      id: "balance", heading: said(en: "Giving and receiving", fr: "Donner et recevoir"),
      notes: report.balance.value.map { balance in
        let share = balance.share.percent ?? 0
        return [
          said(
            en:
              "The senior gives back \(share)% of the time; mutual modules count for the part that the curriculum sets.",
            fr:
              "Le senior donne en retour \(share)\u{A0}% du temps\u{202F}; les modules mutuels comptent pour la part que fixe le parcours."
          )
        ]
      } ?? [],
      columns: [said(en: "Who gives", fr: "Qui transmet"), said(en: "Minutes passed", fr: "Minutes validées")],
      rows: zip(directions, names).map { [$1, text($0)] },
      plot: .init(
        series: [],
        groups: zip(directions, names).map { direction, name in
          .init(
            label: name,
            bars: [.init(value: report.balance.value.map { 100 * $0[direction].count }, text: text(direction))])
        }, full: 100 * max(1, largest ?? 0)))
  }

  private func competences(_ report: ProgrammeReport) -> ReportSection {
    let lines = report.areas.filter { $0.gain != .nobody }
    func competences(_ line: ProgrammeReport.AreaLine) -> String { figure(line.gain) { decimal($0.competences) } }
    func levels(_ line: ProgrammeReport.AreaLine) -> String {
      guard let gain = line.gain.value else { return competences(line) }
      return gain.levels.map { decimal($0) } ?? said(en: "no levels", fr: "sans niveaux")
    }
    return ReportSection(
      id: "competences", heading: said(en: "Competences gained", fr: "Compétences acquises"),
      notes: [
        said(
          en: "Passed in sessions beyond what was recognised before, per person who gained something in the area.",
          fr: "Validées en séance au-delà de ce qui était reconnu, par personne ayant progressé dans le domaine.")
      ],
      columns: [
        said(en: "Area", fr: "Domaine"), said(en: "Competences per person", fr: "Compétences par personne"),
        said(en: "Levels per person", fr: "Niveaux par personne"),
      ],
      rows: lines.map { [area($0.area), competences($0), levels($0)] },
      plot: .init(
        series: [],
        groups: lines.map { line in
          .init(
            label: area(line.area),
            bars: [.init(value: line.gain.value?.competences.count, text: competences(line))])
        }, full: max(100, lines.compactMap { $0.gain.value?.competences.count }.max() ?? 0)))
  }

  private func assessments(_ report: ProgrammeReport) -> ReportSection {
    let stages = SelfAssessment.Stage.allCases
    let names = [said(en: "Start", fr: "Début"), said(en: "Middle", fr: "Milieu"), said(en: "End", fr: "Fin")]
    let lines = report.areas.filter { line in stages.contains { line.stages[$0] != .nobody } }
    func text(_ line: ProgrammeReport.AreaLine, _ stage: SelfAssessment.Stage) -> String {
      line.stages[stage].map { figure($0) { decimal($0) } } ?? "–"
    }
    return ReportSection(
      id: "self-assessments", heading: said(en: "How people judge themselves", fr: "Comment chacun s’évalue"),
      notes: [
        said(
          en:
            "Means from 0 (not at all) to 4 (well enough to help others); the change is of those who answered both times.",
          fr:
            "Moyennes de 0 (pas du tout) à 4 (au point d’aider les autres)\u{202F}; l’évolution porte sur ceux qui ont répondu les deux fois."
        )
      ],
      columns: [said(en: "Area", fr: "Domaine")] + names + [said(en: "Change", fr: "Évolution")],
      rows: lines.map { line in
        [area(line.area)] + stages.map { text(line, $0) } + [figure(line.change) { decimal($0, signed: true) }]
      },
      plot: .init(
        series: names,
        groups: lines.map { line in
          .init(
            label: area(line.area),
            bars: stages.map { .init(value: line.stages[$0]?.value?.count, text: text(line, $0)) })
        }, full: 100 * SelfAssessment.scale.upperBound))
  }

  private func advantages(_ report: ProgrammeReport) -> ReportSection {
    let lines = report.advantages
    func name(_ line: ProgrammeReport.AdvantageLine) -> String {
      TokenWords.advantage(line.advantage)[language].capitalizedFirst
    }
    func percent(_ line: ProgrammeReport.AdvantageLine) -> String {
      figure(line.work) { said(en: "\($0.percent)%", fr: "\($0.percent)\u{A0}%") }
    }
    return ReportSection(
      id: "advantages", heading: said(en: "The four advantages", fr: "Les quatre avantages"),
      notes: [
        said(
          en:
            "The part of session time in modules that serve each one (a module may serve several), and how people judge themselves in what those modules teach.",
          fr:
            "La part du temps de séance dans les modules qui servent chacun (un module peut en servir plusieurs), et comment chacun s’évalue dans ce qu’ils enseignent."
        )
      ],
      columns: [
        said(en: "Advantage", fr: "Avantage"), said(en: "Minutes", fr: "Minutes"),
        said(en: "Part of all minutes", fr: "Part du temps"),
        said(en: "Change, start to end", fr: "Évolution, début à fin"),
      ],
      rows: lines.map { line in
        [
          name(line), figure(line.work) { "\($0.minutes.count)" }, percent(line),
          figure(line.change) { decimal($0, signed: true) },
        ]
      },
      plot: .init(
        series: [],
        groups: lines.map { line in
          .init(label: name(line), bars: [.init(value: line.work.value.map { 100 * $0.percent }, text: percent(line))])
        }, full: 10_000))
  }

  private func modules(_ report: ProgrammeReport) -> ReportSection {
    ReportSection(
      id: "modules", heading: said(en: "Modules, in numbers of pairs", fr: "Les modules, en nombre de binômes"),
      notes: [
        said(
          en: "Changed: passed in another text than today’s. Review due: the day by which it was to be reviewed.",
          fr:
            "Modifié\u{A0}: validé dans un autre texte que celui d’aujourd’hui. À revoir\u{A0}: le jour où sa révision était attendue."
        )
      ],
      columns: [
        said(en: "Module", fr: "Module"), said(en: "Passed", fr: "Validé"), said(en: "Next", fr: "À suivre"),
        said(en: "Changed", fr: "Modifié"), said(en: "Review due", fr: "À revoir"),
      ],
      rows: report.modules.map { line in
        [
          facts.title(line.module), "\(line.passed)", "\(line.next)", "\(line.changed)",
          line.reviewPassed.map { $0.words[language] } ?? "–",
        ]
      })
  }

  private func indicators(_ report: ProgrammeReport) -> ReportSection {
    ReportSection(
      id: "indicators",
      heading: said(en: "What the curriculum sets out to measure", fr: "Ce que le parcours veut mesurer"),
      notes: [],
      columns: [
        said(en: "Advantage", fr: "Avantage"), said(en: "Measure", fr: "Mesure"),
        said(en: "Where its numbers are", fr: "Où sont ses chiffres"),
      ],
      rows: report.stated.map { indicator, isRecorded in
        [
          TokenWords.advantage(indicator.advantage)[language].capitalizedFirst, facts.text(indicator.description),
          isRecorded
            ? said(en: "in this report", fr: "dans ce bilan")
            : said(en: "asked outside the ledger", fr: "recueillis hors du registre"),
        ]
      })
  }
}
