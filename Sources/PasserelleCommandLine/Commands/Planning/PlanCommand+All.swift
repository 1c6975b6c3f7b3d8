import ArgumentParser
import Bilingual
import CompletionLedger
import CurriculumModel
import DomainWords
import FoundationEssentials
import Glibc
import PathPlanning
import ProgrammeModel

extension PlanCommand {
  /// Refuses what does not go with `--all`.
  func validateAll() throws {
    if resume, !all || calendar.output == nil {
      throw ValidationError(
        said(en: "--resume goes with --all and --output", fr: "--resume va avec --all et --output"))
    }
    guard all else { return }
    if pair ?? curriculum ?? have ?? goal.first ?? problem ?? proof ?? verifyProof != nil || minReturnPercent != nil
      || sessions ?? minutes != nil || timeLimit != nil || timings || asksForDays
    {
      throw ValidationError(
        said(
          en: "--all plans every pair for its own goals: only --least, --output, --resume and --format json go with it",
          fr:
            "--all planifie chaque binôme pour ses buts\u{A0}: seuls --least, --output, --resume et --format json vont avec"
        ))
    }
  }

  /// Plans every pair that meets.
  func printAll() throws {
    let open = try OpenWorkspace(workspace)
    let ledger = try open.ledger(.existing)
    Interruption.listen()
    let plans = PlansOfAllPairs(
      workspace: open, terms: ModuleTerms(of: open.library), ledger: ledger, now: clock.moment, least: least,
      format: printing.plain)
    let pairs = try ledger.pairs()
    let tally: PlansOfAllPairs.Tally
    if let output = calendar.output {
      var file = try UnfinishedFile(output, isResumed: resume)
      let rest = try resume ? file.rest(of: pairs) : pairs
      tally = try plans.run(rest, progress) { try file.append($0) }
      if Interruption.isAsked {
        Conversation.note(
          said(
            en: "stopped; --resume goes on where this ended",
            fr: "arrêté\u{202F}; --resume reprendra où ceci s’est arrêté"))
      } else {
        try file.finish()
      }
    } else {
      tally = try plans.run(pairs, progress) { Conversation.write($0) }
    }
    let planned = spokenLanguage.count(tally.planned, .pairs)
    Conversation.hint(
      said(
        en: "\(planned) planned, \(tally.withoutPlan) without a plan, \(tally.passedOver) passed over",
        fr: "\(planned) planifiés, \(tally.withoutPlan) sans plan, \(tally.passedOver) laissés de côté"))
    if Interruption.isAsked { throw ExitCode(Interruption.status) }
  }
}

/// A file of lines, one for each pair, that grows beside its name until it is whole.
private struct UnfinishedFile {
  private let path: String
  private let descriptor: CInt
  private var kept: [UInt8] = []

  private var temporary: String { path + ".part" }

  /// Opens the file that an earlier run left, or a new one.
  init(_ path: String, isResumed: Bool) throws {
    self.path = path
    let temporary = path + ".part"
    if isResumed { kept = (try? InputFile(path: temporary).bytes()) ?? [] }
    // What was being written when the run stopped is written again.
    kept = Array(kept[..<(kept.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0)])
    descriptor = open(temporary, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0, ftruncate(descriptor, off_t(kept.count)) == 0, lseek(descriptor, 0, SEEK_END) >= 0 else {
      throw Self.cannotWrite(path)
    }
  }

  /// The pairs after the one of the last line.
  func rest(of pairs: [Pair]) throws -> [Pair] {
    guard let last = kept.dropLast().split(separator: 0x0A).last.map({ String(decoding: $0, as: UTF8.self) }) else {
      return pairs
    }
    let name =
      last.hasPrefix("{")
      ? last.split(separator: "\"").dropFirst(3).first.map(String.init)
      : last.prefix { $0 != ":" && $0 != "\u{A0}" }.description
    guard let place = pairs.firstIndex(where: { $0.id.rawValue == name }) else {
      throw CommandFailure(
        .conflict,
        Wording(
          en: "\(temporary) does not end with a pair of this ledger: leave --resume out",
          fr: "\(temporary) ne se termine pas par un binôme de ce registre\u{A0}: ne pas donner --resume"))
    }
    return Array(pairs[(place + 1)...])
  }

  mutating func append(_ bytes: [UInt8]) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw Self.cannotWrite(path) }
      rest = rest.dropFirst(count)
    }
  }

  /// Gives the file its name.
  func finish() throws {
    guard fsync(descriptor) == 0, close(descriptor) == 0, rename(temporary, path) == 0 else {
      throw Self.cannotWrite(path)
    }
  }

  private static func cannotWrite(_ path: String) -> CommandFailure {
    CommandFailure(.cannotCreate, Wording(en: "\(path) cannot be written", fr: "\(path) ne peut être écrit"))
  }
}
