/// Draws a certificate as a tagged PDF.
///
/// The same statement, key and fonts give the same bytes. The fonts are those of Debian's `fonts-noto-core`;
/// without them fontconfig takes others, and the page is right but looks different.
///
/// - Throws: where Cairo fails, which on memory it does.
package func certificatePDF(
  _ statement: CertificateStatement, by issuer: DID, on format: PageFormat
) throws(PDFError) -> [UInt8] {
  try CertificatePage(statement, by: issuer, on: format).pdf()
}
