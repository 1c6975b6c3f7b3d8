internal import HTTPTypes
internal import Hummingbird
internal import HummingbirdCore
internal import Logging
internal import NIOCore

/// A server of pages on this machine alone: it listens on the loopback address, and answers only those who call it by
/// that address or by `localhost`, so that a page of another host cannot read it by having its name lead here.
package struct LoopbackServer: Sendable {
  /// What is served at a path.
  package struct Page: Sendable {
    /// The bytes.
    package let bytes: [UInt8]
    /// What they are, as `text/html; charset=utf-8`.
    package let mediaType: String

    /// A page from its bytes and what they are.
    package init(bytes: [UInt8], mediaType: String) {
      self.bytes = bytes
      self.mediaType = mediaType
    }
  }

  /// The address at which it listens.
  package static let host = "127.0.0.1"
  /// Where browsers hear of changes.
  package static let changes = "changes"

  private let port: Int
  private let policy: String
  private let news: News
  private let page: @Sendable (String) -> Page?

  /// A server.
  ///
  /// - Parameters:
  ///   - port: The port; 0 for any that is free.
  ///   - policy: The Content Security Policy of every answer.
  ///   - news: What tells of changes.
  ///   - page: What is at a path from the root, without a slash before it; nil where nothing is.
  package init(port: Int, policy: String, news: News, page: @escaping @Sendable (String) -> Page?) {
    self.port = port
    self.policy = policy
    self.news = news
    self.page = page
  }

  /// Serves until the task is cancelled; `started` is told the port.
  ///
  /// - Throws: `LoopbackFailure` where it cannot listen there.
  package func run(started: @escaping @Sendable (Int) -> Void) async throws {
    var logger = Logger(label: "passerelle")
    logger.logLevel = .critical
    let answering = self
    let listening = ListeningPort()
    let application = Application(
      responder: CallbackResponder<BasicRequestContext> { request, _ in
        answering.response(to: request, at: listening.number)
      },
      configuration: ApplicationConfiguration(address: .hostname(Self.host, port: port)),
      onServerRunning: { channel in
        let number = channel.localAddress?.port ?? answering.port
        listening.set(number)
        started(number)
      }, logger: logger)
    do {
      try await application.run()
    } catch let error as IOError {
      throw LoopbackFailure(port: port, code: error.errnoCode)
    }
  }

  private func response(to request: Request, at port: Int) -> Response {
    // The first Host line is the authority; any other stands among the fields, and is nobody's who means well.
    guard !request.headers.contains(where: { $0.name.canonicalName == "host" }) else {
      return plain(.badRequest, "A request names one host.\n")
    }
    guard isCalledByName(request.head.authority, port) else {
      return plain(.misdirectedRequest, "This server answers to localhost:\(port) alone.\n")
    }
    guard request.method == .get || request.method == .head else {
      return plain(.methodNotAllowed, "Only GET and HEAD are answered.\n", adding: [.allow: "GET, HEAD"])
    }
    // The path as it was sent: nothing is decoded, and nothing is looked up on a disk.
    let sent = (request.head.path ?? "/").prefix { $0 != "?" && $0 != "#" }
    guard sent.hasPrefix("/") else { return plain(.badRequest, "A path begins with a slash.\n") }
    let path = String(sent.dropFirst())
    if path == Self.changes, request.method == .get { return told() }
    guard let page = page(path.isEmpty || path.hasSuffix("/") ? path + "index.html" : path) else {
      return plain(.notFound, "There is no such page.\n")
    }
    let body =
      request.method == .head
      ? ResponseBody(contentLength: page.bytes.count) { try await $0.finish(nil) }
      : ResponseBody(byteBuffer: ByteBuffer(bytes: page.bytes))
    return Response(status: .ok, headers: headers(page.mediaType), body: body)
  }

  private func isCalledByName(_ authority: String?, _ port: Int) -> Bool {
    guard let authority = authority?.lowercased() else { return false }
    return [Self.host, "localhost"].contains { authority == "\($0):\(port)" || port == 80 && authority == $0 }
  }

  /// The news, for as long as somebody listens.
  private func told() -> Response {
    let stream = news.stream()
    return Response(
      status: .ok, headers: headers("text/event-stream"),
      body: ResponseBody { writer in
        for await number in stream { try await writer.write(ByteBuffer(string: "data: \(number)\n\n")) }
        try await writer.finish(nil)
      })
  }

  private func plain(_ status: HTTPResponse.Status, _ text: String, adding more: HTTPFields = [:]) -> Response {
    var headers = headers("text/plain; charset=utf-8")
    headers.append(contentsOf: more)
    return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
  }

  private func headers(_ mediaType: String) -> HTTPFields {
    var fields: HTTPFields = [
      .contentType: mediaType, .cacheControl: "no-store", .xContentTypeOptions: "nosniff",
      .contentSecurityPolicy: policy + "; frame-ancestors 'none'",
    ]
    for (name, value) in [("Referrer-Policy", "no-referrer"), ("Cross-Origin-Resource-Policy", "same-origin")] {
      if let name = HTTPField.Name(name) { fields[name] = value }
    }
    return fields
  }
}

/// Why a server cannot listen.
package struct LoopbackFailure: Error {
  /// The port that was asked for.
  package let port: Int
  /// The system's number for the reason.
  package let code: Int32
}
