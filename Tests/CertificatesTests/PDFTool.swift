import Foundation

/// A program that looks at PDF documents, from Debian's `qpdf` or `poppler-utils`.
enum PDFTool: String {
  case qpdf
  case pdfinfo
  case pdftotext

  private var path: String? {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map { "\($0)/\(rawValue)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// Whether the program is there; the test set-up installs it.
  var isInstalled: Bool { path != nil }

  /// The exit status and the output of the program on a document that it reads from a file in the place of the
  /// first `-`.
  func run(_ arguments: [String], on document: [UInt8]) throws -> (status: Int32, output: String) {
    let file = FileManager.default.temporaryDirectory.appending(path: "passerelle-\(UUID().uuidString).pdf")
    try Data(document).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    var arguments = arguments
    if let place = arguments.firstIndex(of: "-") { arguments[place] = file.path(percentEncoded: false) }
    let process = Process()
    let pipe = Pipe()
    process.executableURL = path.map { URL(filePath: $0) }
    process.arguments = arguments
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }
}
