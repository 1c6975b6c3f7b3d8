import Diagnostics
import Markup
import Testing

struct MarkupReadingTests {
  @Test func placesAreExact() throws {
    let text =
      "<?xml version=\"1.0\"?>\n<!-- é -->\n<m:a xmlns:m='u' xml:lang=\"fr\"\n  id = 'x>&amp;y'>é<b/>t&lt;<!-- c -->u</m:a >\n"
    let root = try #require(read(Array(text.utf8), as: SourceID(index: 0), grammar: nil).tree?.root)
    func characters(_ span: SourceSpan) -> String {
      String(decoding: Array(text.utf8)[span.utf8], as: UTF8.self)
    }
    #expect(root.name == QualifiedName(local: "a", namespace: "u"))
    #expect(characters(root.nameSpan) == "m:a")
    #expect(root.attributes.map(\.name.local) == ["lang", "id"])
    #expect(root[attribute: "id"]?.value == "x>&y")
    #expect(root[attribute: "id"].map { characters($0.span) } == "x>&amp;y")
    #expect(root.attributes.last.map { characters($0.nameSpan) } == "id")
    #expect(characters(root.contentSpan) == "é<b/>t&lt;<!-- c -->u")
    #expect(characters(root.span) == String(text.dropFirst(33).dropLast()))
    let pieces = root.children.map { node in
      switch node {
      case .element(let element): characters(element.span)
      case .text(let text): text.value
      }
    }
    #expect(pieces == ["é", "<b/>", "t<u"])
  }

  @Test(arguments: [
    ("", MarkupFault.Kind.empty, ""),
    (" \n", .empty, ""),
    ("hello", .notXML, "h"),
    ("<a><b></c></a>", .mismatchedTag(open: "b", openAt: 3..<6, closed: "c", text: nil), "</c>"),
    ("<a><b>x</c></a>", .mismatchedTag(open: "b", openAt: 3..<6, closed: "c", text: nil), "</c>"),
    ("<a>\n x</c></a>", .mismatchedTag(open: "a", openAt: 0..<3, closed: "c", text: 5..<6), "</c>"),
    ("<a><b/>x</c></a>", .mismatchedTag(open: "a", openAt: 0..<3, closed: "c", text: 7..<8), "</c>"),
    ("<a>\nc>x</c></a>", .halfOpened(name: "c"), "c>"),
    ("<a><b>x<b>\n<c/></a>", .openedAgain(name: "b"), "<b>"),
    ("<a><b></a>", .forgottenEnd(name: "b", textEnd: nil, closed: "a", closedAt: 6..<10), "<b>"),
    ("<a><b>x y \n</a>", .forgottenEnd(name: "b", textEnd: 9, closed: "a", closedAt: 11..<15), "<b>"),
    ("<a><b>x</a>", .forgottenEnd(name: "b", textEnd: 7, closed: "a", closedAt: 7..<11), "<b>"),
    ("<a><b>x<i/>y\n</a>", .forgottenEnd(name: "b", textEnd: nil, closed: "a", closedAt: 13..<17), "<b>"),
    ("<a><b>", .unclosed(name: "b", openAt: 3..<6), ""),
    ("<a><b", .unclosed(name: "b", openAt: 3..<5), ""),
    ("<a/><b/>", .afterEnd, "<"),
    ("<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>", .doctype, "<!DOCTYPE a "),
    ("<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>", .doctype, "<!DOCTYPE a SYSTEM 'file:///etc/passwd'"),
    ("<!DOCTYPE a [<!ENTITY x 'ha'><!ENTITY y '&x;&x;&x;&x;'>]><a>&y;</a>", .doctype, "<!DOCTYPE a "),
    ("<!DOCTYPE a [<!ENTITY x SYSTEM '/proc/self/status'>]><a>&x;</a>", .doctype, "<!DOCTYPE a "),
    ("<!DOCTYPE a [<!ENTITY % x SYSTEM 'http://127.0.0.1:1/'> %x;]><a/>", .doctype, "<!DOCTYPE a "),
    ("<a>&eacute;</a>", .unknownEntity(name: "eacute"), "&eacute;"),
    ("<a>R & D</a>", .bareAmpersand, "&"),
    ("<a b='1' b='2'/>", .duplicateAttribute(name: "b"), "<a b='1' b='2'"),
    ("<a b='<'/>", .lessThanInValue, "<"),
    ("<a b=1/>", .unquotedValue("1"), "1"),
    ("<a b=1 c='2'/>", .unquotedValue("1"), "1"),
    ("<a b=“1 2” c='2'/>", .unquotedValue("1 2"), "“1 2”"),
    ("<a b=«\u{A0}1\u{A0}»>", .unquotedValue("1"), "«\u{A0}1\u{A0}»"),
    ("<a b=“1\nc", .unquotedValue("1"), "“1"),
    ("<a b=“1\" c='2'/>", .unquotedValue("1"), "“1\""),
    ("<a b=1\" c='2'/>", .unquotedValue("1"), "1\""),
    ("<a b=“l’an 1”/>", .unquotedValue("l’an 1"), "“l’an 1”"),
    ("<a b=http://x/y>", .unquotedValue("http://x/y"), "http://x/y"),
    ("<a b=http://x/y/>", .unquotedValue("http://x/y"), "http://x/y"),
    ("<a>1 < 2</a>", .bareLessThan, "<"),
    ("<x:a/>", .unknownPrefix, "<x:a"),
    ("<a><b>x</b\n<c/></a>", .unfinishedTag(name: "b", isEnd: true), "</b"),
    ("<a><b c='1'\n<c/></a>", .unfinishedTag(name: "b", isEnd: false), "<b c='1'"),
    ("<a><b x y</b></a>", .unfinishedTag(name: "b", isEnd: false), "<b"),
    ("<a><b>x<\\b></a>", .backslash, "\\"),
    ("<a><!-- x -- y --></a>", .hyphensInComment(atEnd: false), "--"),
    ("<a><!-- x ---></a>", .hyphensInComment(atEnd: true), "-"),
  ])
  func faultsAreNamedAtTheirPlace(text: String, kind: MarkupFault.Kind, at: String) throws {
    let fault = try #require(read(Array(text.utf8), as: SourceID(index: 0), grammar: nil).fault)
    #expect(fault.kind == kind)
    #expect(String(decoding: Array(text.utf8)[fault.utf8], as: UTF8.self) == at)
  }

  @Test(arguments: [
    ("<a b=\"1”>x</a>", MarkupFault.Kind.closedByOtherMark(quote: "\"", mark: "”"), "”"),
    ("<a b=\"1” c=\"2\">x</a>", .closedByOtherMark(quote: "\"", mark: "”"), "”"),
    ("<a c=\"2\" b=\"1\u{A0}»/><b/>", .closedByOtherMark(quote: "\"", mark: "»"), "\u{A0}»"),
    ("<a b='1’>x</a>", .closedByOtherMark(quote: "'", mark: "’"), "’"),
    ("<a b=\"l’an « 1 »>x</a>", .unclosedValue(name: "b", quote: "\"", isCertain: true), "\"l’an « 1 »"),
    ("<a b=\"1>x</a>", .unclosedValue(name: "b", quote: "\"", isCertain: true), "\"1"),
    ("<a b=\"1/><b/>", .unclosedValue(name: "b", quote: "\"", isCertain: true), "\"1"),
    ("<a b=\"x/y/>z</a>", .unclosedValue(name: "b", quote: "\"", isCertain: true), "\"x/y/"),
    ("<a b=\"1 c=\"2\">x</a>", .unclosedValue(name: "b", quote: "\"", isCertain: true), "\"1"),
    ("<a b=\"1\n  c=\"2\">x</a>", .unclosedValue(name: "b", quote: "\"", isCertain: true), "\"1"),
    ("<a b=\"1 2 c='2'>x</a>", .unclosedValue(name: "b", quote: "\"", isCertain: true), "\"1 2"),
    ("<a b=\"1 > 0 c=\"2\">x</a>", .unclosedValue(name: "b", quote: "\"", isCertain: false), "\"1 > 0"),
    ("<a b=\"1>say \"x\" now</a>", .unclosedValue(name: "b", quote: "\"", isCertain: false), "\"1"),
    ("<a b=\"1 < 2\"/>", .lessThanInValue, "<"),
    ("<a b=\"x \"y\" z\" c='2'/>", .quoteInValue(name: "b", quote: "\"", marks: [8, 10]), "\""),
    ("<a b='l'an'/>", .quoteInValue(name: "b", quote: "'", marks: [7]), "'"),
    ("<a b=\"1\"c=\"2\"/>", .missingSpace(name: "c"), "c"),
    ("<a b \"1\"/>", .attributeWithoutValue(name: "b", isQuoted: true), "b"),
    ("<a b='1' checked c='2'/>", .attributeWithoutValue(name: "checked", isQuoted: false), "checked"),
  ])
  func marksThatAreMistypedAreFoundWhereTheyStand(text: String, kind: MarkupFault.Kind, at: String) throws {
    let fault = try #require(read(Array(text.utf8), as: SourceID(index: 0), grammar: nil).fault)
    #expect(fault.kind == kind)
    #expect(String(decoding: Array(text.utf8)[fault.utf8], as: UTF8.self) == at)
  }

  @Test func everyTruncationEndsInAFault() {
    let text = Array("<?xml version=\"1.0\"?><a b=\"c &amp; d\"><!-- x --><c>é<![CDATA[y]]></c><?p i?></a>".utf8)
    #expect(read(text, as: SourceID(index: 0), grammar: nil).fault == nil)
    for length in 0..<text.count {
      #expect(read(Array(text[..<length]), as: SourceID(index: 0), grammar: nil).fault != nil, "\(length)")
    }
  }

  @Test func limitsEndInAFaultAndNotInTime() {
    let deep = String(repeating: "<a>", count: 300_000)
    #expect(read(Array(deep.utf8), as: SourceID(index: 0), grammar: nil).fault?.kind == .tooDeep(limit: 100))
    let wide = "<a " + (0..<200_000).map { "b\($0)=''" }.joined(separator: " ") + "/>"
    #expect(read(Array(wide.utf8), as: SourceID(index: 0), grammar: nil).fault?.kind == .tooManyAttributes(limit: 200))
    let long = "<a>" + String(repeating: "x", count: 12_000_000) + "</a>"
    #expect(
      read(Array(long.utf8), as: SourceID(index: 0), grammar: nil).fault?.kind
        == .tooLarge(bytes: 12_000_007, limit: MarkupLimits.bytes))
    let many = "<a>" + String(repeating: "<b c=''/>", count: 60_000) + "</a>"
    #expect(read(Array(many.utf8), as: SourceID(index: 0), grammar: nil).fault?.kind == .tooManyParts(limit: 100_000))
    let value = "<a b='" + String(repeating: "x", count: 70_000) + "'/>"
    #expect(read(Array(value.utf8), as: SourceID(index: 0), grammar: nil).fault?.kind == .valueTooLong(limit: 65_536))
    for name in [String(repeating: "n", count: 60_000), String(repeating: "é", count: 60_000)] {
      #expect(read(Array("<a><\(name) \(name)=''/></a>".utf8), as: SourceID(index: 0), grammar: nil).fault != nil)
    }
  }

  @Test func anInclusionIsAnElementLikeAnyOther() throws {
    let text = "<a xmlns:i='http://www.w3.org/2001/XInclude'><i:include href='/proc/self/status' parse='text'/></a>"
    let root = try #require(read(Array(text.utf8), as: SourceID(index: 0), grammar: nil).tree?.root)
    #expect(root.elements.map(\.name.local) == ["include"])
    #expect(root.elements.allSatisfy { $0.children.isEmpty })
  }

  @Test func encodingsKeepTheirPlaces() throws {
    let text = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><é à=\"ç\"/>"
    let latin1 = text.unicodeScalars.map { UInt8($0.value) }
    let decoded = try decode(latin1)
    #expect(decoded.encoding == .latin1)
    let root = try #require(read(decoded.utf8, as: SourceID(index: 0), grammar: nil).tree?.root)
    #expect(root.name.local == "é")
    let source = Source(path: "x", utf8: decoded.utf8)
    let span = try #require(root[attribute: "à"]?.span)
    #expect(source.position(at: span.utf8.lowerBound) == SourcePosition(line: 1, column: 50))

    let units = "<a>é𝄞</a>".utf16.flatMap { (unit: UInt16) -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    let utf16: [UInt8] = [0xFF, 0xFE] + units
    #expect(try decode(utf16).utf8 == Array("<a>é𝄞</a>".utf8))
    #expect(throws: MarkupFault.self) { try decode([0xFF, 0xFE, 0x3C]) }
    #expect(throws: MarkupFault.self) { try decode(Array("<a>".utf8) + [0xE9]) }
    #expect(throws: MarkupFault.self) { try decode(Array("<?xml version='1.0' encoding='ebcdic'?><a/>".utf8)) }
  }
}
