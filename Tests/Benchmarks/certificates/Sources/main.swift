import Bilingual
import Certificates
import Foundation
import RDFCanonicalization
import TaggedPages

// What certificates are measured with, and handed to other people's verifiers.
//
//   certificate-workload write COUNT SEED FOLDER   credentials.jsonl: each signed credential as JSON and as JWT
//   certificate-workload pages COUNT SEED FOLDER   page-N.pdf: certificates in every script, on both sheets
//   certificate-workload graphs COUNT SEED         graphs, each as given and as canonicalized
//   certificate-workload time COUNT SEED           microseconds of verifying and of drawing, bytes of a page; as JSON

struct Signed: Encodable {
  let json: String
  let jwt: String
  let payload: String
}

struct Graph: Encodable {
  let given: String
  let canonical: String
}

struct Figures: Encodable {
  let median: Double
  let slowest: Double

  init(_ values: [Double]) {
    let sorted = values.sorted()
    median = sorted.isEmpty ? 0 : sorted[sorted.count / 2]
    slowest = sorted.last ?? 0
  }
}

func line(_ value: some Encodable) throws -> String {
  String(decoding: try JSONEncoder().encode(value), as: UTF8.self)
}

/// What stands between the points of a JWT, decoded.
func payload(of jwt: String) -> String {
  let parts = jwt.split(separator: ".")
  guard parts.count == 3 else { return "" }
  let text = String(parts[1]).replacing("-", with: "+").replacing("_", with: "/")
  let padded = text + String(repeating: "=", count: (4 - text.count % 4) % 4)
  return String(decoding: Data(base64Encoded: padded) ?? Data(), as: UTF8.self)
}

func microseconds<Value>(_ body: () throws -> Value) rethrows -> (Value, Double) {
  let clock = ContinuousClock()
  let start = clock.now
  let value = try body()
  return (value, (clock.now - start) / .microseconds(1))
}

func time(_ count: Int, _ seed: UInt64) throws {
  var samples = SampleCredentials(seed: seed)
  let issuer = samples.issuer
  let trust = TrustList(issuer.keys.dids)
  guard let now = Moment(iso: "2026-01-01T00:00:00Z") else { return }
  var times: [String: [Double]] = [:]
  for _ in 0..<count {
    let statement = samples.next()
    let (signed, signing) = try microseconds { try SignedCredential(signing: statement, by: issuer) }
    times["signing", default: []].append(signing)
    for (form, text) in [("json", signed.json), ("jwt", signed.jwt)] {
      let (verification, duration) = microseconds { verifyCertificate(Array(text.utf8), trusting: trust, now: now) }
      precondition(verification.verdict == .valid, "A certificate of the workload is \(verification.verdict)")
      times[form, default: []].append(duration)
    }
    let carried = CarriedCredential(
      issuer: issuer.keys.ed25519.did.text, credential: signed.json, code: signed.shortJWT)
    let (page, drawing) = try microseconds { try certificatePDF(statement, carrying: carried, on: .a4) }
    times["pdf", default: []].append(drawing)
    times["pdfBytes", default: []].append(Double(page.count))
  }
  print(try line(times.mapValues(Figures.init)))
}

let arguments = CommandLine.arguments
let count = arguments.count > 2 ? Int(arguments[2]) ?? 0 : 0
let seed = arguments.count > 3 ? UInt64(arguments[3]) ?? 0 : 0
switch arguments.count > 1 ? arguments[1] : "" {
case "write" where arguments.count == 5:
  var samples = SampleCredentials(seed: seed)
  let issuer = samples.issuer
  let lines = try (0..<count).map { _ in
    let signed = try SignedCredential(signing: samples.next(), by: issuer)
    return try line(Signed(json: signed.json, jwt: signed.jwt, payload: payload(of: signed.jwt))) + "\n"
  }
  try Data(lines.joined().utf8).write(to: URL(filePath: arguments[4]).appending(path: "credentials.jsonl"))
case "pages" where arguments.count == 5:
  let folder = URL(filePath: arguments[4])
  try SamplePages.write(count, seed: seed) { name, bytes in
    try Data(bytes).write(to: folder.appending(path: name))
  }
case "graphs":
  var generator = SplitMix(state: seed)
  for _ in 0..<count {
    let (document, quads) = SampleGraphs.graph(&generator)
    let canonical = String(decoding: try canonicalize(quads).nQuads, as: UTF8.self)
    print(try line(Graph(given: document, canonical: canonical)))
  }
case "time": try time(count, seed)
default:
  print("usage: certificate-workload write|pages COUNT SEED FOLDER, certificate-workload graphs|time COUNT SEED")
  exit(64)
}
