import Foundation
import Testing

/// What `faulty-disk.c` makes of the disk under a workspace's ledger.
struct FaultyDisk {
  /// A fault.
  enum Fault: String {
    case full, broken, slow
  }

  private let library: String

  /// Compiles the faults into the workspace's folder.
  init(for workspace: Workspace) throws {
    library = workspace.url("faulty-disk.so").path
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "cc", "-shared", "-fPIC", "-O1", "-o", library,
      URL(filePath: #filePath).deletingLastPathComponent().appending(path: "faulty-disk.c").path, "-ldl",
    ]
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
  }

  /// The environment in which a program meets the fault.
  func environment(_ fault: Fault) -> [String: String] {
    ["LD_PRELOAD": library, "DISK": fault.rawValue]
  }
}
