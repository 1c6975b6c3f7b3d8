import Foundation
import Testing

/// A running `preview`, asked over loopback as a browser or an intruder would ask it.
///
/// A class, because the process ends with its last user.
final class PreviewProcess {
  /// An answer.
  struct Answer {
    let status: Int
    let head: String
    let body: String
  }

  /// The port it listens on.
  private(set) var port = 0
  private let process = Process()

  /// Starts it in a workspace, on a free port, and waits until it listens.
  init(_ workspace: Workspace) throws {
    let pipe = Pipe()
    process.executableURL = URL(filePath: Program.path)
    process.arguments = ["preview", "--port", "0", "--lang", "en", "--now", Workspace.now]
    process.currentDirectoryURL = URL(filePath: workspace.folder)
    process.environment = ["HOME": workspace.folder, "PATH": "/usr/bin:/bin"]
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let line = String(decoding: pipe.fileHandleForReading.availableData, as: UTF8.self)
    let number = line.firstMatch(of: /^http:\/\/localhost:(\d+)\//).flatMap { Int($0.1) }
    port = try #require(number, "\(line)")
  }

  deinit {
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  /// Sends Ctrl-C and says how it ended.
  func interrupt() -> Int32 {
    kill(process.processIdentifier, SIGINT)
    process.waitUntilExit()
    return process.terminationStatus
  }

  /// Whether it listens on another address than loopback, by what the system says.
  var listensBeyondLoopback: Bool {
    let wanted = String(port, radix: 16, uppercase: true)
    return ["/proc/net/tcp", "/proc/net/tcp6"].contains { file in
      let lines = (try? String(contentsOfFile: file, encoding: .utf8))?.split(separator: "\n") ?? []
      return lines.contains { line in
        let fields = line.split(separator: " ")
        return fields.count > 3 && fields[3] == "0A" && fields[1].hasSuffix(":" + wanted)
          && fields[1].prefix(8) != "0100007F"
      }
    }
  }

  /// Asks for a path, as it stands.
  func get(_ path: String, host: String? = "", method: String = "GET") throws -> Answer {
    let named = host.map { $0.isEmpty ? "" : "Host: \($0)\r\n" }
    let usual = "Host: localhost:\(port)\r\n"
    // Where no host is given the usual one stands, and nil leaves the line out.
    let line = host == "" ? usual : named ?? ""
    return try ask("\(method) \(path) HTTP/1.1\r\n\(line)Connection: close\r\n\r\n")
  }

  /// Sends a request as it stands; one that is sound says that the connection is to be closed.
  func ask(_ request: String) throws -> Answer {
    let socket = try connect()
    defer { close(socket) }
    send(request, to: socket)
    let text = String(decoding: readAll(from: socket), as: UTF8.self)
    let parts = text.components(separatedBy: "\r\n\r\n")
    let status = text.firstMatch(of: /^HTTP\/1\.1 (\d+)/).flatMap { Int($0.1) } ?? 0
    return Answer(status: status, head: parts[0], body: parts.dropFirst().joined(separator: "\r\n\r\n"))
  }

  /// Listens to the news.
  func listen() throws -> Listener {
    let socket = try connect()
    send("GET /changes HTTP/1.1\r\nHost: localhost:\(port)\r\n\r\n", to: socket)
    return Listener(socket)
  }

  /// Somebody who listens to the news.
  final class Listener {
    private let socket: Int32
    private var heard = ""

    init(_ socket: Int32) { self.socket = socket }

    deinit { close(socket) }

    /// The next number told; nil where the server hangs up.
    func next() -> String? {
      while true {
        if let match = heard.firstMatch(of: /data: (\d+)\n\n/) {
          heard = String(heard[match.range.upperBound...])
          return String(match.1)
        }
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = recv(socket, &buffer, buffer.count, 0)
        guard count > 0 else { return nil }
        heard += String(decoding: buffer[..<count], as: UTF8.self)
      }
    }
  }

  private func connect() throws -> Int32 {
    let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(UInt16(port).bigEndian)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let outcome = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        Glibc.connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    try #require(outcome == 0)
    return socket
  }

  private func send(_ text: String, to socket: Int32) {
    let bytes = Array(text.utf8)
    _ = Glibc.send(socket, bytes, bytes.count, Int32(MSG_NOSIGNAL))
  }

  private func readAll(from socket: Int32) -> [UInt8] {
    var all: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = recv(socket, &buffer, buffer.count, 0)
      guard count > 0 else { return all }
      all += buffer[..<count]
    }
  }
}
