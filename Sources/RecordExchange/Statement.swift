/// An xAPI statement (version 1.0.3), as far as we write and read one.
struct Statement: Codable, Equatable {
  struct Account: Codable, Equatable {
    var homePage: String
    var name: String
  }

  struct Actor: Codable, Equatable {
    var objectType: String?
    var account: Account?
    var member: [Actor]?
  }

  struct Verb: Codable, Equatable {
    var id: String
    var display: [String: String]?
  }

  struct Definition: Codable, Equatable {
    var type: String?
    var name: [String: String]?
  }

  struct Object: Codable, Equatable {
    var objectType: String?
    var id: String?
    var definition: Definition?
  }

  struct Result: Codable, Equatable {
    var success: Bool?
    var completion: Bool?
    var duration: String?
    var response: String?
    var extensions: [String: String]?
  }

  struct ContextActivities: Codable, Equatable {
    var parent: [Object]?
    var grouping: [Object]?
  }

  struct Context: Codable, Equatable {
    var registration: String?
    var instructor: Actor?
    var contextActivities: ContextActivities?
    var platform: String?
    var revision: String?
    var extensions: Extensions?
  }

  /// The extensions of a context; those of others are passed over.
  struct Extensions: Codable, Equatable {
    /// All facts of an event of ours.
    var event: [String: String]?

    enum CodingKeys: String, CodingKey {
      case event = "urn:passerelle:event"
    }
  }

  var id: String?
  var actor: Actor
  var verb: Verb
  var object: Object
  var result: Result?
  var context: Context?
  var timestamp: String?
  var stored: String?
  var version: String?
}

/// What a learning record store answers to a query.
struct StatementResult: Decodable {
  let statements: [Statement]
}
