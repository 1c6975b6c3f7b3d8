/// What keeps a file from being a document at all: facts, with their place.
package struct MarkupFault: Error, Sendable {
  /// What is wrong.
  package enum Kind: Equatable, Sendable {
    /// There is nothing in the file.
    case empty
    /// The file does not begin as XML does: a picture, a text, an office document.
    case notXML
    /// A byte that UTF-8 does not have here.
    case notUTF8(byte: UInt8)
    /// Half a character, or a surrogate alone.
    case notUTF16
    /// An encoding that is not read.
    case encodingNotRead(name: String)
    /// A document type declaration, which could name other files or expand without end.
    case doctype
    /// More bytes than a document may have.
    case tooLarge(bytes: Int, limit: Int)
    /// Elements within elements beyond what a document may have.
    case tooDeep(limit: Int)
    /// A start tag with more attributes than one may have.
    case tooManyAttributes(limit: Int)
    /// More elements and attributes than a document may have.
    case tooManyParts(limit: Int)
    /// An attribute's value of more bytes than one may have.
    case valueTooLong(limit: Int)
    /// An element that is closed by another's name; `text` are the words right before, where a start tag may be missing.
    case mismatchedTag(open: String, openAt: Range<Int>, closed: String, text: Range<Int>?)
    /// An element that is still open where one around it is closed; `textEnd` is where its words end, if they end with
    /// the line.
    case forgottenEnd(name: String, textEnd: Int?, closed: String, closedAt: Range<Int>)
    /// A start tag of the element that it stands in, behind that one's words, where its end tag was meant.
    case openedAgain(name: String)
    /// A start tag whose `<` is missing.
    case halfOpened(name: String)
    /// A tag that another one begins within: its `>` is missing behind the fault's place.
    case unfinishedTag(name: String, isEnd: Bool)
    /// A backslash where an end tag has a slash.
    case backslash
    /// Two hyphens within a comment, or more than two at its end.
    case hyphensInComment(atEnd: Bool)
    /// An element that is never closed.
    case unclosed(name: String, openAt: Range<Int>)
    /// Something after the root element's end.
    case afterEnd
    /// An entity that is not one of XML's five.
    case unknownEntity(name: String)
    /// An ampersand that begins no reference.
    case bareAmpersand
    /// A less-than sign that begins no tag.
    case bareLessThan
    /// A less-than sign in an attribute's value.
    case lessThanInValue
    /// An attribute given twice.
    case duplicateAttribute(name: String)
    /// A value without quotation marks, or between others than XML's.
    case unquotedValue(String)
    /// A value that begins with one of XML's quotation marks and ends with another mark, where the fault is.
    case closedByOtherMark(quote: String, mark: String)
    /// A value whose closing mark is missing, where the fault ends; `isCertain` where it can have ended nowhere else.
    case unclosedValue(name: String, quote: String, isCertain: Bool)
    /// A value that holds the mark it stands between, at these places.
    case quoteInValue(name: String, quote: String, marks: [Int])
    /// An attribute right behind the value before it.
    case missingSpace(name: String)
    /// An attribute without a value, or with one but no equals sign.
    case attributeWithoutValue(name: String, isQuoted: Bool)
    /// A prefix that is not declared.
    case unknownPrefix
    /// A character that XML does not allow, such as NUL.
    case forbiddenCharacter
    /// Anything else, in the parser's words.
    case other(message: String)
  }

  /// What is wrong.
  package let kind: Kind
  /// Where, in the document's UTF-8.
  package let utf8: Range<Int>
  /// The characters as they are to be shown, where the file's own are not readable.
  package let shown: [UInt8]?

  /// A fault and its place.
  package init(_ kind: Kind, at utf8: Range<Int>, in shown: [UInt8]? = nil) {
    self.kind = kind
    self.utf8 = utf8
    self.shown = shown
  }
}

/// Beyond these, a file is refused before or while it is parsed.
package enum MarkupLimits {
  /// The bytes of one document.
  package static let bytes = 8 << 20
  /// Elements within elements.
  package static let depth = 100
  /// The attributes of one start tag.
  package static let attributes = 200
  /// The elements and attributes of one document, which bound the memory that it takes.
  package static let parts = 100_000
  /// The bytes of one attribute's value.
  package static let value = 1 << 16
}
