import Bilingual
import QRCodes
import TaggedPages
import Testing

@testable import Certificates

/// A certificate's file is made to the rules of PDF/A-3 and PDF/UA-1 that programs can look at, and carries its
/// credential.
struct PDFRulesTests {
  @Test(.enabled(if: PDFTool.qpdf.isInstalled), arguments: Language.allCases)
  func theCatalogSaysWhatReadersNeed(language: Language) throws {
    let text = try plain(statement(language))
    for entry in [
      "/Lang (\(language.rawValue))", "/DisplayDocTitle true", "/Marked true", "/S /GTS_PDFA1", "/N 3",
      "/AFRelationship /Data", "/Subtype /application#2fvc+ld+json", "/Tabs /S", "/CIDToGIDMap /Identity",
      "(D:20261123100000Z)", "<pdfaid:part>3</pdfaid:part>", "<pdfuaid:part>1</pdfuaid:part>",
      "<xmp:CreateDate>2026-11-23T10:00:00Z</xmp:CreateDate>", "– Éloïse Lefèvre-Ñuñez</rdf:li>",
    ] {
      #expect(text.contains(entry), "\(entry)")
    }
    #expect(text.split(separator: "/S /Figure").count == text.split(separator: "/Alt ").count)
    #expect(!text.contains("/Interpolate"))
  }

  @Test(.enabled(if: PDFTool.qpdf.isInstalled))
  func everythingDrawnIsTaggedOrAnArtifact() throws {
    let text = try plain(statement())
    var depth = 0
    for line in text.split(separator: "\n") {
      if line.hasSuffix(" BDC") || line.hasSuffix(" BMC") { depth += 1 }
      if line == "EMC" { depth -= 1 }
      if line.hasSuffix(" Tj") || line.hasSuffix("]TJ") || line.hasSuffix(" re f") || line.hasSuffix(" Do") {
        #expect(depth == 1, "\(line)")
      }
    }
    #expect(depth == 0)
  }

  @Test func theCredentialIsAttachedAsItWasSigned() throws {
    let carried = try carried(statement())
    let pdf = try certificatePDF(statement(), carrying: carried, on: .letter)
    #expect(try pdfAttachments(in: pdf, limit: 100_000) == [Array(carried.credential.utf8)])
    #expect(throws: PDFAttachmentProblem.unreadableAttachment) { try pdfAttachments(in: pdf, limit: 1000) }
    #expect(throws: PDFAttachmentProblem.damagedDocument) {
      try pdfAttachments(in: Array(pdf.prefix(9000)), limit: 1000)
    }
  }

  @Test(.enabled(if: PDFTool.qpdf.isInstalled && PDFTool.pdffonts.isInstalled))
  func fontsAreEmbeddedAndPinned() throws {
    for name in scriptNames {
      let statement = statement(names: [name])
      let (_, table) = try PDFTool.pdffonts.run(
        ["-"], on: certificatePDF(statement, carrying: carried(statement), on: .a4))
      for line in table.split(separator: "\n").dropFirst(2) {
        #expect(line.contains("+Noto"), "\(name): \(line)")
        #expect(line.contains("yes yes yes"), "\(name): \(line)")
      }
    }
  }

  @Test(.enabled(if: PDFTool.pdftoppm.isInstalled && PDFTool.zbarimg.isInstalled), arguments: PageFormat.allCases)
  func theCodeIsReadAt150DotsPerInch(format: PageFormat) throws {
    let carried = try carried(statement())
    let pdf = try certificatePDF(statement(), carrying: carried, on: format)
    let picture = try PDFTool.pdftoppm.picture(of: pdf, dotsPerInch: 150)
    let (_, read) = try PDFTool.zbarimg.run(["--quiet", "--raw", "-"], on: picture, errors: false)
    #expect(read.split(separator: "\n").map(String.init) == [carried.code])
  }

  @Test func aCodeComesBackFromItsModules() throws {
    let bytes = (0..<2_000).map { UInt8(ascii: "a") + UInt8($0 % 26) }
    let symbol = try #require(QRSymbol(bytes))
    let edge = symbol.width + 2 * QRSymbol.quietZone
    let scale = 3
    let lightness: [UInt8] = (0..<(edge * edge * scale * scale)).map { index in
      let (row, column) = (index / (edge * scale) / scale - 4, index % (edge * scale) / scale - 4)
      guard (0..<symbol.width).contains(row), (0..<symbol.width).contains(column) else { return 255 }
      return symbol.modules[row * symbol.width + column] ? 0 : 255
    }
    #expect(readQRCodes(in: lightness, width: edge * scale) == [bytes])
    #expect(QRSymbol([UInt8](repeating: 65, count: 5_000)) == nil)
  }

  /// The document with its streams unpacked, as text.
  private func plain(_ statement: CertificateStatement) throws -> String {
    let pdf = try certificatePDF(statement, carrying: carried(statement), on: .a4)
    return try PDFTool.qpdf.run(["--qdf", "--object-streams=disable", "-", "-"], on: pdf).output
  }
}
