internal import FoundationEssentials

/// Messages that we send, framed.
enum Outgoing {
  /// The result of a request.
  static func response(_ id: RequestID?, _ result: some Encodable) -> [UInt8] {
    framed(Answer(id: id, result: result))
  }

  /// Why a request has no result; without an id where the request could not be read.
  static func refusal(_ id: RequestID?, _ refusal: RequestRefusal) -> [UInt8] {
    framed(RefusedAnswer(id: id, error: .init(code: refusal.code, message: refusal.message)))
  }

  /// Something that we tell.
  static func notification(_ method: String, _ parameters: some Encodable) -> [UInt8] {
    framed(Notification(method: method, params: parameters))
  }

  /// Something that we ask.
  static func request(_ id: String, _ method: String, _ parameters: some Encodable) -> [UInt8] {
    framed(Request(id: id, method: method, params: parameters))
  }

  private static func framed(_ message: some Encodable) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(message) else { preconditionFailure("an answer is always JSON") }
    return Array("Content-Length: \(data.count)\r\n\r\n".utf8) + data
  }
}

private struct Answer<Result: Encodable>: Encodable {
  let id: RequestID?
  let jsonrpc = "2.0"
  let result: Result

  enum CodingKeys: CodingKey { case id, jsonrpc, result }

  /// Both members are always there, null where there is nothing.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(id, forKey: .id)
    try container.encode(jsonrpc, forKey: .jsonrpc)
    try container.encode(result, forKey: .result)
  }
}

private struct RefusedAnswer: Encodable {
  struct Failure: Encodable {
    let code: Int
    let message: String
  }

  let id: RequestID?
  let jsonrpc = "2.0"
  let error: Failure

  enum CodingKeys: CodingKey { case id, jsonrpc, error }

  /// The id is always there, null where the request had none.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(id, forKey: .id)
    try container.encode(jsonrpc, forKey: .jsonrpc)
    try container.encode(error, forKey: .error)
  }
}

private struct Notification<Parameters: Encodable>: Encodable {
  let jsonrpc = "2.0"
  let method: String
  let params: Parameters
}

private struct Request<Parameters: Encodable>: Encodable {
  let id: String
  let jsonrpc = "2.0"
  let method: String
  let params: Parameters
}
