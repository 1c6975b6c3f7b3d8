import Bilingual
import QRCodes
package import TaggedPages

/// Draws a certificate as a tagged PDF with its credential attached.
///
/// The same input and fonts give the same bytes. The fonts are those of Debian's `fonts-noto-core` and, for Japanese,
/// `fonts-noto-cjk`; without them fontconfig takes others, and the page is right but looks different. Who draws many
/// gives them the same `type`.
///
/// - Throws: where Cairo or libqpdf fails, which on memory they do.
package func certificatePDF(
  _ statement: CertificateStatement, carrying carried: CarriedCredential, _ design: CertificateDesign = .init(),
  on format: PageFormat, reusing type: StandingType? = nil
) throws(PageFailure) -> [UInt8] {
  let content = CertificateContent(statement, by: carried.issuer, design)
  let page = CertificatePage(
    content, design, code: carried.symbol, on: format, .pdf(content.metadata), reusing: type)
  let attachment = PDFAttachment(
    name: carried.isJSON ? "credential.json" : "credential.jwt",
    mediaType: carried.isJSON ? "application/vc+ld+json" : "application/jwt",
    description: CertificateWords.attachment[statement.language], bytes: Array(carried.credential.utf8))
  return try finishedPDF(try page.document(), content.metadata, attaching: attachment)
}

extension CarriedCredential {
  /// The code on the page; nil where there is none, or where it would be larger than a code can be.
  var symbol: QRSymbol? { code.flatMap { QRSymbol(Array($0.utf8)) } }
}

/// Draws the first page of a certificate as SVG with its credential baked in (Open Badges Specification 3.0, section
/// 5.3.2).
///
/// - Throws: where Cairo fails, which on memory it does not.
package func certificateSVG(
  _ statement: CertificateStatement, carrying carried: CarriedCredential, _ design: CertificateDesign = .init(),
  on format: PageFormat
) throws(PageFailure) -> [UInt8] {
  let content = CertificateContent(statement, by: carried.issuer, design)
  let page = CertificatePage(content, design, code: carried.symbol, on: format, .svg)
  let drawing = try page.picture()
  guard let baked = BakedSVG.bake(carried.credential, into: drawing.bytes, title: content.metadata.title) else {
    throw PageFailure(reason: "Cairo wrote no <svg>")
  }
  return baked
}

/// Draws the first page of a certificate as PNG with its credential baked in.
///
/// - Throws: where Cairo fails, which on memory it does not.
package func certificatePNG(
  _ statement: CertificateStatement, carrying carried: CarriedCredential, _ design: CertificateDesign = .init(),
  on format: PageFormat
) throws(PageFailure) -> [UInt8] {
  let content = CertificateContent(statement, by: carried.issuer, design)
  // 180 dots per inch, at which a module of the code is three dots.
  let page = CertificatePage(content, design, code: carried.symbol, on: format, .png(scale: 2.5))
  return BakedPNG.bake(carried.credential, into: try page.picture().bytes)
}
