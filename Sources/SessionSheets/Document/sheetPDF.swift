internal import Bilingual
internal import CurriculumModel
internal import DomainWords
internal import ProgrammeModel
package import Stationery
package import TaggedPages

/// The sheet on paper, as tagged PDF by the rules of PDF/A-3 and PDF/UA-1; the same sheet gives the same bytes.
package func sheetPDF(
  _ sheet: SessionSheet, _ reading: SheetReading, afterwards commands: [ShellCommand], on format: PageFormat = .a4
) throws(PageFailure) -> [UInt8] {
  let title = "\(reading.title(sheet)) – \(sheet.pair.id)"
  let metadata = DocumentMetadata(
    title: title, author: reading.facts.library.programme.issuer.name, subject: reading.people(of: sheet),
    language: reading.language, created: sheet.made)
  let rows = SheetRows(sheet: sheet, reading: reading, commands: commands)
  let document = SheetDocument(rows.look, on: format, metadata)
  return try finishedPDF(document.drawing(of: rows.all, foot: reading.colophon(sheet)), metadata)
}
