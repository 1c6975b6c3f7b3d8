import Foundation

/// A program that looks at PDF documents, from Debian's `qpdf`, `poppler-utils` or `zbar-tools`.
enum PDFTool: String {
  case qpdf
  case pdfinfo
  case pdftotext
  case pdffonts
  case pdftoppm
  case zbarimg

  private var path: String? {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map { "\($0)/\(rawValue)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// Whether the program is there; the test set-up installs it.
  var isInstalled: Bool { path != nil }

  /// The exit status and the output of the program on a document that it reads from a file in the place of the
  /// first `-`.
  func run(
    _ arguments: [String], on document: [UInt8], errors: Bool = true
  ) throws -> (status: Int32, output: String) {
    let (status, output) = try bytes(arguments, on: document, errors: errors)
    return (status, String(decoding: output, as: UTF8.self))
  }

  /// The first page of a document as a PNG picture; for `pdftoppm`.
  func picture(of document: [UInt8], dotsPerInch: Int) throws -> [UInt8] {
    Array(
      try bytes(["-png", "-r", "\(dotsPerInch)", "-f", "1", "-l", "1", "-"], on: document, errors: false).output)
  }

  /// The document that the program writes to its output.
  func file(_ arguments: [String], from document: [UInt8]) throws -> [UInt8] {
    Array(try bytes(arguments, on: document, errors: false).output)
  }

  private func bytes(_ arguments: [String], on document: [UInt8], errors: Bool) throws -> (status: Int32, output: Data)
  {
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
    process.standardError = errors ? pipe : FileHandle.nullDevice
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, output)
  }
}
