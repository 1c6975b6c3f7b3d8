import Foundation
import Glibc

/// A terminal with somebody before it, who answers what they are asked.
enum Terminal {
  /// How a run before a terminal ended.
  struct Ending {
    /// The exit status.
    let status: Int32
    /// Everything that stood on the terminal, what was typed too where it was shown.
    let shown: String
  }

  /// There is no terminal to be had.
  struct Missing: Error {}

  /// `TIOCSPTLCK` and `TIOCGPTN` of Linux, which are macros that Swift does not see.
  private static let (setLock, getNumber): (UInt, UInt) = (0x4004_5431, 0x8004_5430)

  /// Runs the program in a session of its own, so that it finds no terminal but this one, and answers each question
  /// when it is asked.
  static func run(_ arguments: [String], in folder: String, answering answers: [(String, String)]) throws -> Ending {
    let master = open("/dev/ptmx", O_RDWR | O_NOCTTY)
    guard master >= 0 else { throw Missing() }
    defer { close(master) }
    var (locked, number): (CInt, CInt) = (0, 0)
    guard ioctl(master, setLock, &locked) == 0, ioctl(master, getNumber, &number) == 0 else { throw Missing() }
    let slave = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY)
    guard slave >= 0 else { throw Missing() }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/setsid")
    process.arguments = ["--wait", Program.path] + arguments
    process.currentDirectoryURL = URL(filePath: folder)
    process.environment = ["PATH": "/usr/bin:/bin", "TMPDIR": folder, "HOME": folder]
    let end = FileHandle(fileDescriptor: slave, closeOnDealloc: false)
    process.standardInput = end
    process.standardOutput = end
    process.standardError = end
    try process.run()
    close(slave)
    let shown = converse(master, answers)
    process.waitUntilExit()
    return Ending(status: process.terminationStatus, shown: shown)
  }

  /// Reads until nobody writes any more, and types each answer once its question stands there.
  private static func converse(_ master: CInt, _ answers: [(String, String)]) -> String {
    var shown: [UInt8] = []
    var looked = 0
    var left = answers[...]
    while true {
      var bytes = [UInt8](repeating: 0, count: 4096)
      let count = read(master, &bytes, bytes.count)
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return String(decoding: shown, as: UTF8.self) }
      shown += bytes.prefix(count)
      guard let (question, answer) = left.first,
        String(decoding: shown[looked...], as: UTF8.self).contains(question)
      else { continue }
      looked = shown.count
      left = left.dropFirst()
      let typed = Array((answer + "\n").utf8)
      _ = write(master, typed, typed.count)
    }
  }
}
