import Bilingual
import FoundationEssentials
import TaggedPages
import Testing

@testable import Certificates

/// Every form gives back the credential that it was made with, and is refused where it holds two or is not sound.
struct FormsTests {
  private let carried: CarriedCredential
  private let trust = trusting()

  init() throws { carried = try CertificatesTests.carried(statement()) }

  private func verify(_ document: [UInt8]) -> Verification {
    verifyCertificate(document, trusting: trust, now: inForce)
  }

  private func file(_ form: CertificateForm) throws -> [UInt8] {
    switch form {
    case .pdf: try certificatePDF(statement(), carrying: carried, on: .a4)
    case .svg: try certificateSVG(statement(), carrying: carried, on: .a4)
    case .png: try certificatePNG(statement(), carrying: carried, on: .a4)
    }
  }

  @Test(arguments: CertificateForm.allCases)
  func aFormIsTheSameBytesEachTimeAndValid(form: CertificateForm) throws {
    let document = try file(form)
    #expect(document == (try file(form)))
    let verification = verify(document)
    #expect(verification.verdict == .valid, "\(verification.ids)")
    #expect(verification.certificate?.names == ["Éloïse Lefèvre-Ñuñez"])
    #expect(try heldCredential(in: document, as: form) == Array(carried.credential.utf8))
  }

  @Test func aJWTIsBakedToo() throws {
    let jwt = try #require(carried.code)
    for document in [try smallPNG(jwt), try smallSVG(jwt), try smallPDF(jwt)] {
      #expect(verify(document).verdict == .valid)
    }
  }

  @Test(.enabled(if: PDFTool.pdftoppm.isInstalled), arguments: [150, 200])
  func aScanOfThePageIsValid(dotsPerInch: Int) throws {
    let scan = try PDFTool.pdftoppm.picture(of: file(.pdf), dotsPerInch: dotsPerInch)
    let verification = verify(scan)
    #expect(verification.verdict == .valid, "\(verification.ids)")
    #expect(verification.certificate?.id == statement().id)
    #expect(verification.certificate?.names == statement().holder.names)
    #expect(verification.certificate?.validUntil == statement().validUntil)
  }

  @Test func twoCredentialsAreRefused() throws {
    let jwt = try #require(carried.code)
    let element = "<openbadges:credential verify=\"\(jwt)\"/>"
    let svg = try smallSVG(jwt)
    #expect(verify(BakedPNG.bake(jwt, into: try smallPNG(jwt))).ids == ["TwoCredentials"])
    #expect(verify(replacing(element, with: element + element, in: svg)).ids == ["TwoCredentials"])
    let both = "<openbadges:credential verify=\"\(jwt)\">\(jwt)</openbadges:credential>"
    #expect(verify(replacing(element, with: both, in: svg)).ids == ["TwoCredentials"])
    let older = element + "<g xmlns:o=\"http://openbadges.org\"><o:assertion verify=\"x\"/></g>"
    #expect(verify(replacing(element, with: older, in: svg)).ids == ["TwoCredentials"])
  }

  @Test(.enabled(if: PDFTool.qpdf.isInstalled))
  func twoAttachmentsAreRefused() throws {
    let pdf = try file(.pdf)
    let two = try PDFTool.qpdf.file(["--add-attachment", "/etc/passwd", "--key=other", "--", "-", "-"], from: pdf)
    #expect(verify(two).ids == ["TwoCredentials"])
    let none = try PDFTool.qpdf.file(["--remove-attachment=credential.json", "-", "-"], from: pdf)
    #expect(["NoCredentialInside", "MalformedPDF"].contains(verify(none).ids.first))
  }

  @Test func whatHoldsNoneIsRefused() throws {
    let jwt = try #require(carried.code)
    let bare = try PageCanvas(.a4, on: .png(scale: 0.1)).finish().bytes
    #expect(verify(bare).ids == ["NoCredentialInside"])
    #expect(verify(Array("<svg xmlns=\"http://www.w3.org/2000/svg\"/>".utf8)).ids == ["NoCredentialInside"])
    #expect(verify(Array("<html/>".utf8)).ids == ["NoCredentialInside"])
    #expect(verify(try smallPDF(nil)).ids == ["NoCredentialInside"])
    #expect(verify(try smallPNG("Bonjour.")).ids == ["NotACertificate"])
    #expect(verify(replacing(jwt, with: "", in: try smallSVG(jwt))).verdict == .refused)
  }

  @Test func whatIsNotMadeByTheRulesIsRefused() throws {
    let jwt = try #require(carried.code)
    let png = try smallPNG(jwt)
    let pdf = try smallPDF(jwt)
    let text = "openbadgecredential"
    for (document, id) in [
      (png + [0], "MalformedPNG"), (Array(png.dropLast(4)), "MalformedPNG"), (Array(png.prefix(8)), "MalformedPNG"),
      (replacing(text, with: text.uppercased(), in: png), "MalformedPNG"),
      (replacing("iTXt", with: "zTXt", in: png), "MalformedPNG"),
      (Array("<svg".utf8), "MalformedSVG"), (Array("<!DOCTYPE svg><svg/>".utf8), "MalformedSVG"),
      (Array("<svg xmlns=\"http://www.w3.org/2000/svg\">".utf8), "MalformedSVG"),
      (Array("%PDF-1.7\n".utf8), "MalformedPDF"), (Array(pdf.prefix(pdf.count / 2)), "MalformedPDF"),
      (png + [UInt8](repeating: 0, count: 17_000_000), "TooLarge"),
      (pdf + [UInt8](repeating: 0x20, count: 5_000_000), "TooLarge"),
    ] {
      #expect(verify(document).ids == [id])
    }
    var wide = png
    wide.replaceSubrange(16..<24, with: [0, 0, 0xFF, 0xFF, 0, 0, 0xFF, 0xFF])
    #expect(verify(wide).verdict == .refused)
  }

  private func replacing(_ old: String, with new: String, in bytes: [UInt8]) -> [UInt8] {
    let pattern = Array(old.utf8)
    guard let place = bytes.indices.first(where: { bytes[$0...].starts(with: pattern) }) else { return bytes }
    return bytes[..<place] + Array(new.utf8) + bytes[(place + pattern.count)...]
  }
}
