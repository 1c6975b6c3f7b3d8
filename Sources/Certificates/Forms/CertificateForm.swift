/// The forms of a certificate that hold its credential.
package enum CertificateForm: String, Hashable, Sendable, CaseIterable {
  /// A page, with the credential attached.
  case pdf = "PDF"
  /// A baked image, or the picture of a page.
  case png = "PNG"
  /// A baked drawing.
  case svg = "SVG"

  /// The form that a document's first bytes show, or nil; JSON and JWT are none of these.
  init?(recognising document: [UInt8]) {
    let mark: [UInt8] = document.starts(with: [0xEF, 0xBB, 0xBF]) ? [0xEF, 0xBB, 0xBF] : []
    let text = document.dropFirst(mark.count).drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
    if document.starts(with: "%PDF-".utf8) {
      self = .pdf
    } else if document.starts(with: BakedPNG.signature) {
      self = .png
    } else if text.first == UInt8(ascii: "<") {
      self = .svg
    } else {
      return nil
    }
  }

  /// The most bytes that are looked at.
  var sizeLimit: Int {
    switch self {
    case .pdf: 4_194_304
    case .png: 16_777_216
    case .svg: 4_194_304
    }
  }
}
