import FindingLaws
import Markup
import Validators

/// What libFuzzer calls with bytes of its making: they are read as a document, and what is found must keep the laws.
///
/// A crash, a trap or a broken law ends the program, and libFuzzer keeps the bytes.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzFindings(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let breaches = FindingLaws.breaches(in: WorkspaceFile(path: "document.xml", bytes: bytes), grammar: grammar)
  precondition(breaches.isEmpty, breaches.joined(separator: "; "))
  return 0
}

private let grammar: Grammar = {
  do {
    return try Grammar(relaxNG: publishedGrammar)
  } catch {
    preconditionFailure("the published grammar is refused: \(error)")
  }
}()
