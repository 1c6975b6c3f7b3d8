/// The canonical form of N-Quads (RDF Dataset Canonicalization, section 5): one spelling for each term.
enum NQuads {
  /// A term that is no blank node, as bytes; nil for a blank node, whose label is another's business.
  static func bytes(of term: Term) -> [UInt8]? {
    switch term {
    case .iri(let iri): self.iri(iri)
    case .blank: nil
    case .literal(let text, let datatype):
      datatype.utf8.elementsEqual(Term.xsdString.utf8) ? quoted(text) : quoted(text) + Array("^^".utf8) + iri(datatype)
    case .text(let text, let language): quoted(text) + Array("@".utf8) + Array(language.utf8)
    }
  }

  /// An IRI between angle brackets.
  static func iri(_ text: String) -> [UInt8] {
    [UInt8(ascii: "<")] + Array(text.utf8) + [UInt8(ascii: ">")]
  }

  /// A text between quotation marks: short escapes where there are any, `\u` with capitals for other controls.
  private static func quoted(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count + 2)
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      if let letter = shortEscape(byte) {
        bytes += [UInt8(ascii: "\\"), letter]
      } else if byte < 0x20 || byte == 0x7F {
        bytes += Array("\\u00".utf8) + [hexadecimal[Int(byte >> 4)], hexadecimal[Int(byte & 0xF)]]
      } else {
        bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
    return bytes
  }

  private static let hexadecimal = Array("0123456789ABCDEF".utf8)

  private static func shortEscape(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x08: UInt8(ascii: "b")
    case 0x09: UInt8(ascii: "t")
    case 0x0A: UInt8(ascii: "n")
    case 0x0C: UInt8(ascii: "f")
    case 0x0D: UInt8(ascii: "r")
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): byte
    default: nil
    }
  }
}
