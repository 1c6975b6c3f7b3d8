import CPostgreSQL
import CompletionLedger
import Glibc
import Synchronization

/// A connection to a server.
///
/// A class, because a store and the sessions in it speak through the same one. libpq lets any thread use a connection,
/// one at a time; the store's lock sees to that, and the address is kept as a number, which may cross threads.
final class PostgreSQLConnection: Sendable {
  private let address: UInt
  private let prepared = Mutex<Set<Statement>>([])

  /// Connects to the server of an address.
  ///
  /// - Throws: `PostgreSQLError`.
  init(to url: String) throws {
    // What stands in the address comes later and counts.
    let settings = [
      ("connect_timeout", "10"), ("tcp_user_timeout", "15000"), ("application_name", "passerelle"), ("dbname", url),
      ("client_encoding", "UTF8"),
    ]
    let connection = unsafe Self.connect(settings)
    address = UInt(bitPattern: connection)
    guard unsafe PQstatus(connection) == CONNECTION_OK else { throw error(disconnected: true) }
    try run("SET client_min_messages = error")
  }

  deinit {
    unsafe PQfinish(pointer)
  }

  /// Whether the server is still there, as far as is known.
  var isAlive: Bool { unsafe PQstatus(pointer) == CONNECTION_OK }

  /// Connects again, to the same server.
  func reconnect() throws {
    unsafe PQreset(pointer)
    prepared.withLock { $0.removeAll() }
    guard isAlive else { throw error(disconnected: true) }
    try run("SET client_min_messages = error")
  }

  /// Runs a command in words.
  func run(_ text: String) throws {
    _ = try unsafe checked(PQexec(pointer, text))
  }

  /// Runs a command in words that returns rows, each with values in binary form.
  func rows(_ text: String) throws -> [StoredRow] {
    let result = try unsafe checked(PQexecParams(pointer, text, 0, nil, nil, nil, nil, 1))
    return (0..<result.count).map { result.row($0) }
  }

  /// Runs a statement.
  func execute(_ statement: Statement, _ arguments: [ColumnValue]) throws -> PostgreSQLResult {
    try prepare(statement)
    return try unsafe checked(
      PostgreSQLParameters(arguments).withPointers { count, values, lengths, formats in
        unsafe PQexecPrepared(pointer, "\(statement)", count, values, lengths, formats, 1)
      })
  }

  /// Runs a statement for each row, all on their way before the first answer is waited for.
  func pipeline(_ statement: Statement, _ rows: [[ColumnValue]]) throws {
    try prepare(statement)
    guard unsafe PQenterPipelineMode(pointer) == 1 else { throw error() }
    defer { unsafe PQexitPipelineMode(pointer) }
    for row in rows {
      let sent = unsafe PostgreSQLParameters(row).withPointers { count, values, lengths, formats in
        unsafe PQsendQueryPrepared(pointer, "\(statement)", count, values, lengths, formats, 1)
      }
      guard sent == 1 else { throw error() }
    }
    guard unsafe PQpipelineSync(pointer) == 1 else { throw error() }
    var firstError: PostgreSQLError?
    // After each statement's answer comes a nil; after the last, the sync.
    for _ in 0..<(rows.count * 2 + 1) {
      guard let answer = unsafe PQgetResult(pointer) else {
        if !isAlive { throw firstError ?? error(disconnected: true) }
        continue
      }
      let result = unsafe PostgreSQLResult(taking: answer)
      if result.status == PGRES_FATAL_ERROR, firstError == nil { firstError = error(of: result) }
    }
    if let firstError { throw firstError }
  }

  /// Copies rows into the table of an `INSERT` statement.
  func copy(_ rows: [[ColumnValue]], by statement: Statement) throws {
    let target = statement.rawValue.dropFirst("INSERT INTO ".count).prefix { $0 != ")" } + ")"
    _ = try unsafe checked(PQexec(pointer, "COPY \(target) FROM STDIN (FORMAT binary)"), expecting: PGRES_COPY_IN)
    var buffer: [UInt8] = Array("PGCOPY\n".utf8) + [0xFF, 0x0D, 0x0A, 0x00, 0, 0, 0, 0, 0, 0, 0, 0]
    buffer.reserveCapacity(Self.chunk + 4096)
    for row in rows {
      buffer.append(bigEndian: Int16(row.count))
      for value in row {
        guard value != .null else {
          buffer.append(bigEndian: Int32(-1))
          continue
        }
        let start = buffer.count
        buffer.append(bigEndian: Int32(0))
        value.appendBinary(to: &buffer)
        let length = Int32(buffer.count - start - 4).bigEndian
        unsafe withUnsafeBytes(of: length) { unsafe buffer.replaceSubrange(start..<(start + 4), with: $0) }
      }
      if buffer.count >= Self.chunk { try put(&buffer) }
    }
    buffer.append(bigEndian: Int16(-1))
    try put(&buffer)
    guard unsafe PQputCopyEnd(pointer, nil) == 1 else { throw error() }
    let result = try unsafe checked(PQgetResult(pointer))
    _ = consume result
    while let rest = unsafe PQgetResult(pointer) { _ = unsafe PostgreSQLResult(taking: rest) }
  }

  /// So many bytes are handed to libpq at a time.
  private static let chunk = 1 << 16

  private var pointer: OpaquePointer? { unsafe OpaquePointer(bitPattern: address) }

  private static func connect(_ settings: [(String, String)]) -> OpaquePointer? {
    let pairs = unsafe settings.map { unsafe (strdup($0.0), strdup($0.1)) }
    defer {
      unsafe pairs.forEach { pair in
        unsafe free(pair.0)
        unsafe free(pair.1)
      }
    }
    var keywords: [UnsafePointer<CChar>?] = unsafe pairs.map { unsafe UnsafePointer($0.0) }
    var values: [UnsafePointer<CChar>?] = unsafe pairs.map { unsafe UnsafePointer($0.1) }
    unsafe keywords.append(nil)
    unsafe values.append(nil)
    return unsafe PQconnectdbParams(&keywords, &values, 1)
  }

  private func prepare(_ statement: Statement) throws {
    if prepared.withLock({ $0.contains(statement) }) { return }
    _ = try unsafe checked(PQprepare(pointer, "\(statement)", statement.rawValue, 0, nil))
    prepared.withLock { _ = $0.insert(statement) }
  }

  private func put(_ buffer: inout [UInt8]) throws {
    let sent = unsafe buffer.withUnsafeBytes { bytes in
      unsafe PQputCopyData(pointer, bytes.assumingMemoryBound(to: CChar.self).baseAddress, Int32(bytes.count))
    }
    guard sent == 1 else { throw error() }
    buffer.removeAll(keepingCapacity: true)
  }

  private func checked(
    _ answer: OpaquePointer?, expecting expected: ExecStatusType? = nil
  ) throws -> PostgreSQLResult {
    guard let answer = unsafe answer else { throw error() }
    let result = unsafe PostgreSQLResult(taking: answer)
    let isFine = expected.map { $0 == result.status } ?? [PGRES_COMMAND_OK, PGRES_TUPLES_OK].contains(result.status)
    guard isFine else { throw error(of: result) }
    return result
  }

  private func error(of result: borrowing PostgreSQLResult) -> PostgreSQLError {
    PostgreSQLError(state: result.state, message: result.message, isDisconnected: !isAlive)
  }

  private func error(disconnected: Bool? = nil) -> PostgreSQLError {
    let words = unsafe PQerrorMessage(pointer).map { unsafe String(cString: $0) } ?? ""
    return PostgreSQLError(
      state: "", message: words.split(whereSeparator: \.isNewline).first.map(String.init) ?? "",
      isDisconnected: disconnected ?? !isAlive)
  }
}
