/// Whether a value has only characters that identifiers have.
func isIdentifier(_ value: String) -> Bool {
  value.utf8.allSatisfy { byte in
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
    default: byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
    }
  }
}
