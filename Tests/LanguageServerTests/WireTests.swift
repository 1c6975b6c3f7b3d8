import Foundation
import LanguageServer
import Testing

/// The stream of messages, whole, in pieces and broken.
struct WireTests {
  private func framed(_ text: String) -> [UInt8] { Array("Content-Length: \(text.utf8.count)\r\n\r\n\(text)".utf8) }

  @Test func piecesOfAnySizeAreTheSameMessages() {
    let bytes = framed("{\"a\":\"é🦊\"}") + Array("Content-Type: x\r\ncontent-length:2\r\n\r\n{}".utf8) + framed("[]")
    for size in 1...bytes.count {
      var stream = MessageStream()
      var messages: [String] = []
      for start in stride(from: 0, to: bytes.count, by: size) {
        messages += stream.take(bytes[start..<min(start + size, bytes.count)]).map {
          String(decoding: $0, as: UTF8.self)
        }
      }
      #expect(messages == ["{\"a\":\"é🦊\"}", "{}", "[]"], "in pieces of \(size)")
    }
  }

  @Test(arguments: [
    "nonsense", "Content-Length: -1\r\n\r\n", "Content-Length: 99999999999\r\n\r\n", "Content-Length: x\r\n\r\n",
    "\r\n\r\n\0\u{FF}", "Content-Length 3\r\n\r\nabc",
  ])
  func whatIsNoMessageIsPassedOver(noise: String) {
    var stream = MessageStream()
    #expect(stream.take(Array(noise.utf8)).isEmpty)
    #expect(stream.take(framed("{}")).map { String(decoding: $0, as: UTF8.self) } == ["{}"])
  }
}
