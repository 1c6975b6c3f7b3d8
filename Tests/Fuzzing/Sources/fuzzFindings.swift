import CLibFuzzer
import FindingLaws
import Markup
import Validators

/// The program's entry, by the name that SwiftPM gives it: libFuzzer makes bytes and asks about each.
@_cdecl("fuzz_findings_main")
public func runFuzzer(
  _ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> CInt {
  var (count, arguments) = (count, arguments)
  return LLVMFuzzerRunDriver(&count, &arguments) { fuzzFindings($0, $1) }
}

/// Reads bytes as a document; what is found must keep the laws.
///
/// A crash, a trap or a broken law ends the program, and libFuzzer keeps the bytes.
private func fuzzFindings(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
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
