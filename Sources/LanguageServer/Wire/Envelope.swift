internal import FoundationEssentials

/// What a request is called, so that its answer can be told from others.
enum RequestID: Hashable, Sendable, Codable {
  case number(Int)
  case text(String)

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let number = try? container.decode(Int.self) {
      self = .number(number)
    } else {
      self = .text(try container.decode(String.self))
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .number(let number): try container.encode(number)
    case .text(let text): try container.encode(text)
    }
  }
}

/// A message as far as JSON-RPC 2.0 knows it.
enum Envelope: Sendable {
  case request(RequestID, method: String, [UInt8])
  case notification(method: String, [UInt8])
  /// An answer to something that we asked.
  case response
  /// JSON that is no message.
  case invalid(RequestID?)
  /// No JSON.
  case malformed

  private struct Form: Decodable {
    let id: RequestID?
    let method: String?
    let hasID: Bool
    let isResponse: Bool

    enum CodingKeys: CodingKey { case id, method, result, error }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      id = try? container.decode(RequestID.self, forKey: .id)
      method = try? container.decode(String.self, forKey: .method)
      hasID = container.contains(.id)
      isResponse = container.contains(.result) || container.contains(.error)
    }
  }

  private struct Anything: Decodable {
    init(from decoder: any Decoder) throws {}
  }

  init(_ bytes: [UInt8]) {
    let data = Data(bytes)
    guard let form = try? JSONDecoder().decode(Form.self, from: data) else {
      self = (try? JSONDecoder().decode(Anything.self, from: data)) == nil ? .malformed : .invalid(nil)
      return
    }
    switch (form.method, form.id) {
    case (let method?, let id?): self = .request(id, method: method, bytes)
    case (let method?, nil): self = form.hasID ? .invalid(nil) : .notification(method: method, bytes)
    case (nil, _) where form.isResponse: self = .response
    case (nil, let id): self = .invalid(id)
    }
  }
}

/// The parameters of a message; nil where they are not as the protocol has them.
func parameters<Parameters: Decodable>(of bytes: [UInt8], as type: Parameters.Type = Parameters.self) -> Parameters? {
  (try? JSONDecoder().decode(Parametrized<Parameters>.self, from: Data(bytes)))?.params
}

private struct Parametrized<Parameters: Decodable>: Decodable {
  let params: Parameters
}

/// Why a request has no result, by the protocol's numbers.
struct RequestRefusal: Error, Sendable {
  let code: Int
  let message: String

  static let malformed = Self(code: -32700, message: "the message is no JSON")
  static let invalid = Self(code: -32600, message: "the message is no request")
  static let isShutDown = Self(code: -32600, message: "the server is shut down")
  static let isRunning = Self(code: -32600, message: "the server is initialized already")
  static let notInitialized = Self(code: -32002, message: "the server is not initialized")
  static let cancelled = Self(code: -32800, message: "the request was cancelled")
  static let wrongParameters = Self(code: -32602, message: "the parameters are not those of this method")

  static func unknown(_ method: String) -> Self {
    Self(code: -32601, message: "there is no method \(method)")
  }

  /// What was asked for cannot be done, in words for the author.
  static func failed(_ words: String) -> Self { Self(code: -32803, message: words) }
}
