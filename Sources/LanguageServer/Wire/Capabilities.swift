/// What the server can do, as it says when the talk begins.
struct Capabilities: Encodable, Sendable {
  struct Abilities: Encodable, Sendable {
    struct Synchronization: Encodable, Sendable {
      let openClose = true
      /// Changes come as edits.
      let change = 2
    }

    struct Completion: Encodable, Sendable {
      let triggerCharacters = ["<", "/", " ", "\"", "'"]
    }

    struct Renaming: Encodable, Sendable {
      let prepareProvider = true
    }

    struct Fixing: Encodable, Sendable {
      let codeActionKinds = ["quickfix"]
    }

    let positionEncoding = "utf-16"
    let textDocumentSync = Synchronization()
    let completionProvider = Completion()
    let hoverProvider = true
    let definitionProvider = true
    let referencesProvider = true
    let renameProvider = Renaming()
    let codeActionProvider = Fixing()
  }

  struct Server: Encodable, Sendable {
    let name = "passerelle"
  }

  let capabilities = Abilities()
  let serverInfo = Server()
}

extension Outgoing {
  /// What is found in a document.
  static func diagnostics(_ found: [WireDiagnostic], of uri: String) -> [UInt8] {
    struct Published: Encodable {
      let diagnostics: [WireDiagnostic]
      let uri: String
    }
    return notification("textDocument/publishDiagnostics", Published(diagnostics: found, uri: uri))
  }

  /// Asks the editor to tell when files change behind its back.
  static func watchRequest() -> [UInt8] {
    struct Watcher: Encodable {
      let globPattern = "**/*.xml"
    }
    struct Options: Encodable {
      let watchers = [Watcher()]
    }
    struct Registration: Encodable {
      let id = "files"
      let method = "workspace/didChangeWatchedFiles"
      let registerOptions = Options()
    }
    struct Registrations: Encodable {
      let registrations = [Registration()]
    }
    return request("register-files", "client/registerCapability", Registrations())
  }
}
