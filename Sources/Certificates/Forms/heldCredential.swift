import QRCodes
import TaggedPages

/// The one credential in a document that can hold one: the bytes of its JSON or JWT, nothing believed yet.
///
/// Two are refused, in whatever place, since one reader would take the first and another the last. Every form has a
/// limit on its bytes, which is looked at first. O(n) for n bytes or pixels.
func heldCredential(in document: [UInt8], as form: CertificateForm) throws(ContainerProblem) -> [UInt8] {
  guard document.count <= form.sizeLimit else { throw .tooLarge(form, limit: form.sizeLimit) }
  switch form {
  case .pdf: return try attachedCredential(in: document)
  case .svg: return try BakedSVG.credential(in: document)
  case .png: return try picturedCredential(in: document)
  }
}

private func attachedCredential(in pdf: [UInt8]) throws(ContainerProblem) -> [UInt8] {
  let attachments: [[UInt8]]
  do throws(PDFAttachmentProblem) {
    attachments = try pdfAttachments(in: pdf, limit: credentialSizeLimit)
  } catch {
    throw .malformed(.pdf)
  }
  guard attachments.count <= 1 else { throw .twoCredentials(.pdf) }
  guard let credential = attachments.first else { throw .noCredential(.pdf) }
  return credential
}

/// What is baked into a picture or, where nothing is, what its code holds.
private func picturedCredential(in png: [UInt8]) throws(ContainerProblem) -> [UInt8] {
  if let baked = try BakedPNG.credential(in: png) { return baked }
  guard let size = PagePicture.size(ofPNG: png) else { throw .malformed(.png) }
  guard size.width * size.height <= PagePicture.pixelLimit else {
    throw .tooLarge(.png, limit: PagePicture.pixelLimit)
  }
  guard let picture = PagePicture(png: png) else { throw .malformed(.png) }
  let credentials = scannedCredentials(in: picture)
  guard credentials.count <= 1 else { throw .twoCredentials(.png) }
  guard let credential = credentials.first else { throw .noCredential(.png) }
  return credential
}

/// The codes of a picture that could be credentials: a page may have others, such as one of an address.
///
/// A code whose modules have hardly two pixels is at times read only when the picture is enlarged.
private func scannedCredentials(in picture: PagePicture) -> [[UInt8]] {
  func credentials(in lightness: [UInt8], width: Int) -> [[UInt8]] {
    readQRCodes(in: lightness, width: width).filter { $0.starts(with: "ey".utf8) && $0.contains(UInt8(ascii: ".")) }
  }
  let lightness = picture.lightness
  let found = credentials(in: lightness, width: picture.width)
  guard found.isEmpty, lightness.count * 4 <= PagePicture.pixelLimit else { return found }
  return credentials(in: enlarged(lightness, width: picture.width), width: picture.width * 2)
}

/// A picture twice as wide and high, each new pixel between its neighbours.
private func enlarged(_ pixels: [UInt8], width: Int) -> [UInt8] {
  let height = pixels.count / width
  var large: [UInt8] = []
  large.reserveCapacity(pixels.count * 4)
  for row in 0..<(height * 2) {
    let above = row / 2 * width
    let below = min(height - 1, (row + 1) / 2) * width
    for column in 0..<(width * 2) {
      let left = column / 2
      let right = min(width - 1, (column + 1) / 2)
      let sum =
        Int(pixels[above + left]) + Int(pixels[above + right]) + Int(pixels[below + left])
        + Int(pixels[below + right])
      large.append(UInt8(sum / 4))
    }
  }
  return large
}
