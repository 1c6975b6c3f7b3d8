import Testing

@testable import Certificates

struct Base58Tests {
  /// Vectors of draft-msporny-base58-03, section 5, and leading zeros.
  @Test(arguments: [
    ("Hello World!", "2NEpo7TZRRrLZSi2U"),
    ("The quick brown fox jumps over the lazy dog.", "USm3fpXnKG5EUBx2ndxBDMPVciP5hGey2Jh4NDv6gmeo1LkMeiKrLJUUBk6Z"),
    ("\0\0(\u{7F}", "1145k"), ("", ""),
  ])
  func writesAsPublished(text: String, expected: String) {
    #expect(Base58.encode(Array(text.utf8)) == expected)
    #expect(Base58.decode(expected) == Array(text.utf8))
  }

  @Test(arguments: ["0", "O", "I", "l", "a b", "é"])
  func refusesOtherCharacters(text: String) {
    #expect(Base58.decode(text) == nil)
  }
}

struct Base64URLTests {
  @Test func readsWhatItWrites() {
    var generator = SeededGenerator(state: 7)
    for length in 0..<70 {
      let bytes = (0..<length).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
      #expect(Base64URL.decode(Array(Base64URL.encode(bytes).utf8)) == bytes)
    }
    #expect(Base64URL.encode([0xFB, 0xFF, 0xFE]) == "-__-")
  }

  @Test(arguments: ["A", "AA==", "AB", "AAB", "A+", "A/", "A A", "AAAA\n", "ÀA", "AAAAA"])
  func refusesEveryOtherSpelling(text: String) {
    #expect(Base64URL.decode(Array(text.utf8)) == nil)
  }
}

struct JSONTests {
  @Test(arguments: [
    "null", " true ", "0", "-0", "-12.5e+3", "1E9", "\"\"", "[]", "{}", "[1,[2,{\"a\":[]}]]", "{\"a\":1,\"b\":1}",
    #""\u00e9\ud83d\ude00\/\"\\\b\f\n\r\t""#, "\"é😀\u{7F}\"", "\t\r\n{ \"a\" : 1 }\n", #"{"":0}"#,
  ])
  func accepts(text: String) throws {
    let value = try JSONReader.read(Array(text.utf8))
    #expect(try JSONReader.read(value.bytes) == value)
  }

  @Test(arguments: [
    "", " ", "nul", "truex", "01", "-", "+1", "1.", ".5", "1e", "0x1", "NaN", "Infinity", "'a'", "\"", "\"a", "[", "[1",
    "[1,]", "[,1]", "{", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{a:1}", "{1:1}", "[1]]", "1 2", "// c\n1", "\"\t\"",
    "\"\n\"", #""\x""#, #""\u12g4""#, #""\u123""#, #""\ud800""#, #""\udc00""#, #""\ud800\u0041""#, #""\ud800x""#,
    #"{"a":1,"a":1}"#, #"{"a":1,"\u0061":2}"#, "\u{FEFF}{}", "[1 2]", "{\"a\" 1}",
  ])
  func refuses(text: String) {
    #expect(throws: JSONProblem.self) { try JSONReader.read(Array(text.utf8)) }
  }

  @Test(arguments: [
    [0x22, 0xFF, 0x22], [0x22, 0xC0, 0xAF, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22], [0x22, 0xE9, 0x22],
  ])
  func refusesInvalidUTF8(bytes: [UInt8]) {
    #expect(throws: JSONProblem.invalidText(at: 1)) { try JSONReader.read(bytes) }
  }

  @Test func refusesTooManyLevelsWithoutExhaustingTheStack() {
    let deep = Array(String(repeating: "[", count: 100_000).utf8)
    #expect(throws: JSONProblem.tooDeep) { try JSONReader.read(deep) }
    let allowed = String(repeating: "[", count: 32) + String(repeating: "]", count: 32)
    #expect(throws: Never.self) { try JSONReader.read(Array(allowed.utf8)) }
  }

  @Test func namesThatLookAlikeAreTwoNames() throws {
    // é composed and decomposed, which Swift's equality takes for one.
    let value = try JSONReader.read(Array("{\"\u{E9}\":1,\"e\u{301}\":2}".utf8))
    #expect(value["e\u{301}"]?.wholeNumber == 2)
    #expect(JSONValue.string("K") != .string("\u{212A}"))
  }

  @Test func writesMembersInOrderAndEscapesWhatItMust() {
    let value: JSONValue = ["b": "é\"\\\n\u{1F}/", "a": [.integer(-3), .bool(false), .null], "none": nil]
    #expect(String(decoding: value.bytes, as: UTF8.self) == #"{"b":"é\"\\\n\u001f/","a":[-3,false,null]}"#)
  }
}
