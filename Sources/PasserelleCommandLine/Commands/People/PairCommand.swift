import ArgumentParser
import Bilingual
import CompletionLedger
import CurriculumModel
import ProgrammeModel
import RecordExchange
import Stationery

/// `pair`: two people on a curriculum.
struct PairCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    about(
      "pair", en: "Add, import, list, suggest and end pairs; keep their wishes.",
      fr: "Former, importer, lister, proposer et clore des binômes\u{202F}; noter leurs souhaits.",
      subcommands: [Add.self, PairImport.self, List.self, Suggest.self, PairWish.self, PairEnd.self])
  }

  /// `pair add ID`.
  struct Add: ParsableCommand {
    static var configuration: CommandConfiguration {
      about("add", en: "Begin a pair.", fr: "Former un binôme.")
    }

    @Argument(help: help(en: "What to type for the pair.", fr: "Ce qu’on tape pour le binôme.", value: .id))
    var id: String

    @Option(help: help(en: "The junior, by identifier.", fr: "Le junior, par identifiant.", value: .person))
    var junior: String

    @Option(help: help(en: "The senior, by identifier.", fr: "Le senior, par identifiant.", value: .person))
    var senior: String

    @Option(
      help: help(
        en: "The curriculum, where several exist.", fr: "Le parcours, s’il y en a plusieurs.", value: .curriculum))
    var curriculum: String?

    @Option(
      help: help(
        en: "A certificate, group or module to reach; may be repeated. All certificates otherwise.",
        fr:
          "Une attestation, un groupe ou un module à atteindre\u{202F}; peut être répété. Sinon, toutes les attestations.",
        value: .goal
      ))
    var goal: [String] = []

    @OptionGroup var workspace: LedgerOptions
    @OptionGroup var clock: ClockOptions
    @OptionGroup var printing: PrintingOptions

    func run() throws {
      let open = try OpenWorkspace(workspace)
      guard isIdentifier(id) else {
        throw CommandFailure(
          .usage,
          Wording(
            en: "\(Language.en.quote(id)) cannot be an identifier: lower-case letters, digits and hyphens",
            fr:
              "\(Language.fr.quote(id)) ne peut servir d’identifiant\u{A0}: minuscules sans accent, chiffres et traits d’union"
          ))
      }
      let ledger = try open.ledger(.existing)
      let curriculum = try open.curriculum(curriculum, for: goal)
      for goal in goal { _ = try open.goal(goal) }
      let (junior, senior) = (try ledger.knownPerson(junior), try ledger.knownPerson(senior))
      guard junior.key != senior.key else {
        throw CommandFailure(.usage, Wording(en: "a pair is two people", fr: "un binôme, ce sont deux personnes"))
      }
      if try ledger.pair(Identifier(id)) != nil {
        throw CommandFailure(LedgerFailure(.conflict(.pair(Identifier(id))), path: ledger.path))
      }
      let pair = Pair(
        id: Identifier(id), junior: junior.key, senior: senior.key, curriculum: curriculum.id,
        goals: goal.map { Identifier($0) })
      let now = clock.moment
      let recorder = Recorder(workspace: open, ledger: ledger, now: now, baseID: nil)
      try recorder.record(about: [junior.key, senior.key]) { _ in
        [
          recorder.event(
            0, at: now, .pair(pair), Event.Attestation(role: .lead),
            .enrolled(curriculum: curriculum.id, goals: pair.goals))
        ]
      }
      switch printing.format {
      case .json: try JSONOutput.print(PairRecord(pair, junior: junior, senior: senior))
      case .text:
        let title = spokenLanguage.quote(open.words(curriculum.title))
        let people = "\(junior.name) (junior)"
        TextLayout.wrap(
          said(
            en: "The pair \(id) begins: \(people) and \(senior.name) (senior), on \(title).",
            fr: "Le binôme \(id) commence\u{A0}: \(people) et \(senior.name) (senior), sur \(title)."), rest: "  "
        ).forEach(Conversation.print)
        TextLayout.wrap(
          said(en: "Next: passerelle next \(id)", fr: "Ensuite\u{A0}: passerelle next \(id)")
        ).forEach(Conversation.print)
      }
    }
  }

  /// `pair list`.
  struct List: ParsableCommand {
    static var configuration: CommandConfiguration {
      about("list", en: "List pairs.", fr: "Lister les binômes.")
    }

    @OptionGroup var workspace: LedgerOptions
    @OptionGroup var printing: PrintingOptions

    func run() throws {
      let ledger = try OpenWorkspace(workspace).ledger(.existing)
      let people = Dictionary(uniqueKeysWithValues: try ledger.people().map { ($0.key, $0) })
      let pairs = try ledger.pairs()
      switch printing.format {
      case .json:
        try JSONOutput.print(pairs.map { PairRecord($0, junior: people[$0.junior], senior: people[$0.senior]) })
      case .text:
        TextLayout.table(
          pairs.map { pair in
            [
              pair.id.rawValue, people[pair.junior]?.name ?? "—", people[pair.senior]?.name ?? "—",
              pair.curriculum.rawValue,
            ]
          }
        ).forEach(Conversation.print)
      }
    }
  }
}

/// A pair as programs read it.
struct PairRecord: Encodable {
  let id: String
  @OrNull var junior: String?
  @OrNull var senior: String?
  let curriculum: String
  let goals: [String]

  init(_ pair: Pair, junior: Person?, senior: Person?) {
    id = pair.id.rawValue
    self.junior = junior?.handle.rawValue
    self.senior = senior?.handle.rawValue
    curriculum = pair.curriculum.rawValue
    goals = pair.goals.map(\.rawValue)
  }
}
