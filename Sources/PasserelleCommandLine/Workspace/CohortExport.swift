import Bilingual
import Certificates
import CompletionLedger
import Dispatch
import DomainWords
import FoundationEssentials
import ProgrammeModel
import Synchronization
import TaggedPages

/// Writes the certificates of a whole cohort into a folder, a file each, drawn on all cores.
struct CohortExport {
  let office: CertificateOffice
  let form: ExportForm
  let paper: PageFormat
  let folder: String
  let progress: ProgressOption

  /// How many certificates are read from the ledger before they are drawn: enough for all cores to reuse what they
  /// set, and few enough that thousands do not lie in memory.
  private static let batch = 128

  /// Writes every certificate that is in force at a moment, and returns how many there are.
  ///
  /// A file that is there already is replaced: the same certificate gives the same bytes. Where one cannot be
  /// written, those before it stay.
  func run(at now: Moment) throws -> Int {
    let issued = try office.issued().filter { $0.standing(at: now) == .active }
    try makeFolder()
    let design = try office.design()
    var line = ProgressLine(progress)
    for start in stride(from: 0, to: issued.count, by: Self.batch) {
      let sheets = try issued[start..<min(issued.count, start + Self.batch)].map { issued in
        (path: path(of: issued), sheet: try office.sheet(of: try credential(of: issued), design))
      }
      try Self.onAllCores(sheets) {
        (item: (path: String, sheet: CertificateSheet), type: StandingType) throws(CommandFailure) in
        let bytes = try item.sheet.file(form, on: paper, reusing: type)
        try writeWhole(bytes, to: item.path)
      }
      line.show(start + sheets.count, of: issued.count, spokenLanguage.count(issued.count, .certificates))
    }
    line.clear()
    return issued.count
  }

  private func credential(of issued: IssuedCertificate) throws -> Credential {
    if let credential = try office.ledger.credential(issued.award.credential) { return credential }
    throw CommandFailure(
      .inputOutput,
      Wording(
        en: "the ledger has no credential \(issued.award.credential)",
        fr: "le registre n’a pas le justificatif \(issued.award.credential)"))
  }

  /// The certificate and its identifier: telling, and never the same for two.
  private func path(of issued: IssuedCertificate) -> String {
    "\(folder)/\(issued.award.certificate)-\(issued.award.credential).\(form.rawValue)"
  }

  private func writeWhole(_ bytes: [UInt8], to path: String) throws(CommandFailure) {
    do {
      try writeAtomically(bytes, to: path)
    } catch let failure as CommandFailure {
      throw failure
    } catch {
      throw CommandFailure(.cannotCreate, Wording(en: "\(path) cannot be written", fr: "\(path) ne peut être écrit"))
    }
  }

  private func makeFolder() throws {
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw CommandFailure(
        .cannotCreate,
        Wording(en: "the folder \(folder) cannot be made", fr: "le dossier \(folder) ne peut être créé"))
    }
  }

  /// Does something with each item on all cores, each with its own type, and throws the failure of the first item
  /// that failed.
  private static func onAllCores<Item: Sendable>(
    _ items: [Item], _ body: @Sendable (Item, StandingType) throws(CommandFailure) -> Void
  ) throws {
    let next = Atomic(0)
    let failures = Mutex<[Int: CommandFailure]>([:])
    DispatchQueue.concurrentPerform(iterations: ProcessInfo.processInfo.activeProcessorCount) { _ in
      let type = StandingType()
      while true {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard index < items.count else { return }
        do throws(CommandFailure) {
          try body(items[index], type)
        } catch {
          failures.withLock { $0[index] = error }
        }
      }
    }
    if let first = failures.withLock({ failures in failures.min { $0.key < $1.key }?.value }) { throw first }
  }
}
