import Foundation
import Testing

/// `preview` without `--output`: the pages on loopback.
@Suite(.timeLimit(.minutes(30)))
struct PreviewServerTests {
  @Test func servesThisMachineAloneAndReadsNoFile() throws {
    let workspace = try Workspace.small()
    try workspace.write("secret", to: "secret.txt")
    let preview = try PreviewProcess(workspace)
    let page = try preview.get("/en/modules/one.html")
    #expect(page.status == 200 && page.body.contains("<h1>One</h1>"))
    #expect(page.head.contains("Content-Type: text/html; charset=utf-8"))
    #expect(page.head.contains("frame-ancestors 'none'") && page.head.contains("X-Content-Type-Options: nosniff"))
    #expect(try preview.get("/").body.contains("hreflang=\"fr\""))
    #expect(try preview.get("/fr/").status == 200 && preview.get("/fr/?x=1").status == 200)
    #expect(try preview.get("/assets/reload.js").head.contains("text/javascript"))
    for host in ["localhost:\(preview.port)", "127.0.0.1:\(preview.port)", "LOCALHOST:\(preview.port)"] {
      #expect(try preview.get("/en/", host: host).status == 200, "\(host)")
    }
    for host in [
      "evil.example", "evil.example:\(preview.port)", "localhost", "localhost:1",
      "127.0.0.1.evil.example:\(preview.port)",
      nil,
    ] {
      let answer = try preview.get("/en/modules/one.html", host: host)
      #expect([400, 421].contains(answer.status) && !answer.body.contains("One"), "\(host ?? "none")")
    }
    for path in [
      "/../secret.txt", "/secret.txt", "/en/../../secret.txt", "/%2e%2e/secret.txt", "/en/modules/../../../secret.txt",
      "//etc/passwd", "/en/modules/", "/en/modules/none.html", "/EN/index.html", "/en/plans/c/07.html", "/one.xml",
      "/en/modules/one.html/", "/en/modules/one.svg", "/%00",
    ] {
      let answer = try preview.get(path)
      #expect(answer.status == 404 && !answer.body.contains("secret"), "\(path)")
    }
    #expect(try preview.get("/en/", method: "POST").status == 405)
    #expect(try preview.get("/en/", method: "HEAD").body.isEmpty)
    #expect(!preview.listensBeyondLoopback)
  }

  /// Requests that no browser sends: each is refused, tells nothing of the library, and leaves the server as it was.
  @Test func oddRequestsAreRefused() throws {
    let preview = try PreviewProcess(try Workspace.small())
    let host = "Host: localhost:\(preview.port)\r\n"
    let close = "Connection: close\r\n\r\n"
    let other = "Host: evil.example\r\n"
    let page = "GET /en/modules/one.html HTTP/1.1\r\n"
    for (request, status) in [
      (page + host + other + close, 400), (page + other + host + close, 400), (page + "Host:\r\n" + close, 421),
      (page + "Host: localhost.:\(preview.port)\r\n" + close, 421),
      (page + "Host: x@localhost:\(preview.port)\r\n" + close, 421),
      (page + "Host: [::1]:\(preview.port)\r\n" + close, 421),
      (page + "Host: 2130706433:\(preview.port)\r\n" + close, 421),
      (page + other + "X-Forwarded-Host: localhost:\(preview.port)\r\n" + close, 421),
      ("GET http://evil.example/en/modules/one.html HTTP/1.1\r\n" + other + close, 421),
      ("GET /changes HTTP/1.1\r\n" + other + close, 421), ("GET /en/ HTTP/1.0\r\n" + close, 421),
      ("CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example:443\r\n" + close, 421),
      ("OPTIONS * HTTP/1.1\r\n" + host + close, 405), ("GET en/ HTTP/1.1\r\n" + host + close, 400),
      ("GET /..\\..\\one.xml HTTP/1.1\r\n" + host + close, 404),
      ("GET /%252e%252e/one.xml HTTP/1.1\r\n" + host + close, 404),
      ("GET file:///etc/passwd HTTP/1.1\r\n" + host + close, 404),
      ("GET /en/%0d%0aX-Set:%20y HTTP/1.1\r\n" + host + close, 404),
      ("GET /" + String(repeating: "a", count: 200_000) + " HTTP/1.1\r\n" + host + close, 400),
      (page + host + "X: " + String(repeating: "a", count: 300_000) + "\r\n" + close, 400),
      (page + host + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n" + close + "0\r\n\r\n", 400),
      ("\u{16}\u{3}\u{1}\u{2}\r\n\r\n", 400),
    ] {
      let answer = try preview.ask(request)
      #expect(answer.status == status, "\(request.prefix(120)): \(answer.head)")
      #expect(!answer.body.contains("One") && !answer.head.contains("X-Set"), "\(request.prefix(120))")
    }
    #expect(try preview.get("/en/modules/one.html").status == 200)
  }

  @Test func aSaveIsToldAndShown() throws {
    let workspace = try Workspace.small()
    let preview = try PreviewProcess(workspace)
    let news = try preview.listen()
    #expect(news.next() == "0")
    try workspace.replace("<title>One</title>", with: "<title>Another</title>", in: "one.xml")
    #expect(news.next() == "1")
    #expect(try preview.get("/en/modules/one.html").body.contains("<h1>Another</h1>"))
    // An error leaves what was sound, with what is found beside it.
    try workspace.replace("minutes=\"30\" lead", with: "minutes=\"31\" lead", in: "one.xml")
    #expect(news.next() == "2")
    let page = try preview.get("/en/modules/one.html").body
    #expect(page.contains("<h1>Another</h1>") && page.contains("MinutesDoNotAddUp") && page.contains("class=\"alert\""))
    try workspace.replace("minutes=\"31\" lead", with: "minutes=\"30\" lead", in: "one.xml")
    #expect(news.next() == "3")
    #expect(try !preview.get("/en/modules/one.html").body.contains("class=\"alert\""))
    try FileManager.default.createDirectory(at: workspace.url("more"), withIntermediateDirectories: false)
    try workspace.write(
      "<card xmlns=\"urn:passerelle:1\" id=\"new\" version=\"1.0.0\" xml:lang=\"en\"><title>New</title><body><p>Text.</p></body></card>",
      to: "more/new.xml")
    while try preview.get("/en/cards/new.html").status != 200 { _ = news.next() }
  }

  @Test func aWorkspaceWithErrorsIsShownAsFarAsItGoes() throws {
    let workspace = try Workspace.small()
    try workspace.replace("minutes=\"30\" lead", with: "minutes=\"31\" lead", in: "one.xml")
    let preview = try PreviewProcess(workspace)
    #expect(try preview.get("/en/findings.html").body.contains("MinutesDoNotAddUp"))
    let news = try preview.listen()
    #expect(news.next() == "0")
    try workspace.replace("minutes=\"31\" lead", with: "minutes=\"30\" lead", in: "one.xml")
    #expect(news.next() == "1")
    #expect(try preview.get("/en/modules/one.html").status == 200)
  }

  /// While an error stands in a document, the pages of others follow their saves.
  @Test func anErrorKeepsNoOtherSaveBack() throws {
    let workspace = try Workspace.small()
    let second = String(decoding: try workspace.bytes("one.xml"), as: UTF8.self)
      .replacing("id=\"one\"", with: "id=\"two\"").replacing("<title>One", with: "<title>Two")
    try workspace.write(second, to: "two.xml")
    let preview = try PreviewProcess(workspace)
    let news = try preview.listen()
    #expect(news.next() == "0")
    try workspace.replace("minutes=\"30\" lead", with: "minutes=\"31\" lead", in: "one.xml")
    #expect(news.next() == "1")
    try workspace.replace("<title>Two", with: "<title>Second", in: "two.xml")
    #expect(news.next() == "2")
    let other = try preview.get("/en/modules/two.html").body
    #expect(other.contains("<h1>Second</h1>") && !other.contains("MinutesDoNotAddUp"))
    let broken = try preview.get("/en/modules/one.html").body
    #expect(broken.contains("<h1>One</h1>") && broken.contains("MinutesDoNotAddUp"))
    let catalogue = try preview.get("/en/index.html").body
    #expect(catalogue.contains(">Second</a>") && catalogue.contains(">One</a>") && catalogue.contains("1\u{A0}error"))
    // A document that was never sound has a page that says what it lacks.
    try workspace.write("<card xmlns=\"urn:passerelle:1\" id=\"new\"/>", to: "new.xml")
    while try preview.get("/en/cards/new.html").status != 200 { _ = news.next() }
    let begun = try preview.get("/en/cards/new.html").body
    #expect(begun.contains("<h1>new</h1>") && begun.contains("<code>new.xml</code>"))
    // It is in the catalogue of cards once it is sound, while the other one still is not.
    try workspace.write(
      "<card xmlns=\"urn:passerelle:1\" id=\"new\" version=\"1.0.0\" xml:lang=\"en\"><title>New card</title><body><p>Text.</p></body></card>",
      to: "new.xml")
    while try !preview.get("/en/cards.html").body.contains("New card") { _ = news.next() }
    #expect(try preview.get("/en/modules/one.html").body.contains("MinutesDoNotAddUp"))
  }

  @Test func aPortInUseIsSaidAndInterruptionEndsItAtOnce() throws {
    let workspace = try Workspace.small()
    let preview = try PreviewProcess(workspace)
    let listening = try preview.listen()
    #expect(listening.next() == "0")
    try workspace.refuses(
      "preview --port \(preview.port)", 69, en: "the port \(preview.port) is in use",
      fr: "le port \(preview.port) est déjà utilisé")
    #expect(preview.interrupt() == 130)
  }
}
