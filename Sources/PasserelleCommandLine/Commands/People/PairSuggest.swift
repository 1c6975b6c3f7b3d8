import ArgumentParser
import Bilingual
import CompletionLedger
import CurriculumModel
import PairMatching
import ProgrammeModel

extension PairCommand {
  /// `pair suggest`: the best way to form new pairs.
  struct Suggest: ParsableCommand {
    static var configuration: CommandConfiguration {
      about(
        "suggest", en: "Suggest new pairs in which both learn what they want.",
        fr: "Proposer de nouveaux binômes où chacun apprend ce qu’il souhaite.")
    }

    @Option(
      help: help(
        en: "How many pairs a person may be in, existing ones included.",
        fr: "Nombre de binômes par personne, ceux qui existent compris.", value: .count))
    var atMost: Int = 1

    @Option(
      help: help(
        en: "Somebody to pair as a junior, whatever they can give; may be repeated.",
        fr: "Une personne à proposer comme junior, quoi qu’elle sache\u{202F}; peut être répété.", value: .person))
    var junior: [String] = []

    @Option(
      help: help(
        en: "Somebody to pair as a senior, whatever they can give; may be repeated.",
        fr: "Une personne à proposer comme senior, quoi qu’elle sache\u{202F}; peut être répété.", value: .person))
    var senior: [String] = []

    @Flag(
      help: help(
        en: "Pair people of different languages too.", fr: "Former aussi des binômes de langues différentes."))
    var acrossLanguages = false

    @OptionGroup var workspace: LedgerOptions
    @OptionGroup var clock: ClockOptions
    @OptionGroup var printing: PrintingOptions

    func run() throws {
      guard atMost >= 1 else {
        throw CommandFailure(
          .usage,
          Wording(en: "--at-most must be 1 or more", fr: "--at-most doit valoir 1 ou plus"))
      }
      if let both = Set(junior).intersection(senior).min() {
        throw CommandFailure(
          .usage,
          Wording(
            en: "\(Language.en.quote(both)) is named as a junior and as a senior",
            fr: "\(Language.fr.quote(both)) est à la fois junior et senior"),
          remedies: [
            Wording(en: "name a person in one place", fr: "ne nommer la personne que d’un côté")
          ])
      }
      let open = try OpenWorkspace(workspace)
      let pool = try CandidatePool(
        ledger: try open.ledger(.existing), library: open.library, now: clock.moment, atMost: atMost,
        placed: [.junior: junior, .senior: senior])
      let report = MatchingReport(
        workspace: open, pool: pool, matching: pool.problem(acrossLanguages: acrossLanguages).bestMatching())
      switch printing.format {
      case .json: try JSONOutput.print(report.record)
      case .text: Conversation.print(report.text)
      }
    }
  }
}
