import Bilingual
import DomainWords
import RecordExchange
import Stationery

/// What came of an import: what was new and what was known, or everything that cannot be taken.
struct ImportReport: Encodable {
  /// A line that cannot be taken.
  struct Fault: Encodable {
    let line: Int
    let summary: String
    @OrNull var remedy: String?
  }

  let file: String
  /// How many things are new.
  var added = 0
  /// How many were known, and what was told of them has changed.
  var changed = 0
  /// How many were known already.
  var known = 0
  var faults: [Fault] = []

  init(file: String) {
    self.file = file
  }

  /// Refuses the file where something in it cannot be taken: every fault with its place, and nothing is imported.
  func refuse(_ faults: [ImportFault], _ format: OutputFormat) throws {
    guard !faults.isEmpty else { return }
    let ordered = faults.sorted { $0.line < $1.line }
    switch format {
    case .json:
      var report = self
      report.faults = ordered.map {
        Fault(line: $0.line, summary: $0.summary[spokenLanguage], remedy: $0.remedy?[spokenLanguage])
      }
      try JSONOutput.print(report)
    case .text:
      for fault in ordered {
        var lines = TextLayout.wrap(
          fault.summary[spokenLanguage], first: "\(file):\(fault.line)\(spokenLanguage.colon)", rest: "  ")
        if let remedy = fault.remedy {
          let label = "  " + said(en: "help", fr: "aide") + spokenLanguage.colon
          lines += TextLayout.wrap(remedy[spokenLanguage], first: label, rest: "    ")
        }
        Conversation.say(lines.joined(separator: "\n"))
      }
    }
    throw CommandFailure(
      .notSound,
      Wording { language in
        let places = language.count(ordered.count, .placesRefused)
        return language == .en
          ? "\(file): \(places); nothing was imported" : "\(file)\u{A0}: \(places)\u{202F}; rien n’a été importé"
      })
  }

  /// Says what came of it.
  func print(_ format: OutputFormat, _ noun: CountableNoun) throws {
    switch format {
    case .json: try JSONOutput.print(self)
    case .text:
      let all = spokenLanguage.count(added + changed + known, noun)
      var parts: [String] = []
      if added > 0 || known + changed == 0 {
        parts.append(said(en: "\(added) new", fr: added > 1 ? "\(added) ajouts" : "\(added) ajout"))
      }
      if changed > 0 {
        parts.append(
          said(en: "\(changed) changed", fr: changed > 1 ? "\(changed) mises à jour" : "\(changed) mise à jour"))
      }
      if known > 0 { parts.append(said(en: "\(known) known already", fr: "\(known) déjà là")) }
      Conversation.print("\(all)\(spokenLanguage.colon)\(parts.joined(separator: ", "))")
    }
  }
}

/// The records of a CSV file.
func tableRecords(_ file: InputFile) throws -> [TableScanner.Record] {
  var scanner = TableScanner()
  var records: [TableScanner.Record] = []
  try file.read { scanner.take($0) { records.append($0) } }
  scanner.finish { records.append($0) }
  return records
}
