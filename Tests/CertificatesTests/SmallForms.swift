import Bilingual
import TaggedPages
import Testing

@testable import Certificates

/// The least picture with a credential in it.
func smallPNG(_ credential: String) throws -> [UInt8] {
  BakedPNG.bake(credential, into: try PageCanvas(.a4, on: .png(scale: 0.02)).finish().bytes)
}

/// The least drawing with a credential in it.
func smallSVG(_ credential: String) throws -> [UInt8] {
  let drawing = Array("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\"></svg>".utf8)
  return try #require(BakedSVG.bake(credential, into: drawing, title: "A & B"))
}

/// The least page with a credential attached, or with none.
func smallPDF(_ credential: String?) throws -> [UInt8] {
  let metadata = DocumentMetadata(
    title: "T", author: "A", subject: "S", language: .en, created: moment("2026-11-23T10:00:00Z"))
  let canvas = PageCanvas(.a4, on: .pdf(metadata))
  canvas.element(.document) {
    canvas.element(.paragraph) {
      canvas.fill(.rectangle(x: 9, y: 9, width: 9, height: 9), .black)
    }
  }
  canvas.endPage()
  let attachment = credential.map {
    PDFAttachment(name: "c.jwt", mediaType: "application/jwt", description: "C", bytes: Array($0.utf8))
  }
  return try finishedPDF(try canvas.finish(), metadata, attaching: attachment)
}
