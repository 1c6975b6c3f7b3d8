import CPostgreSQL
import CompletionLedger

/// What a server answered; its memory goes with the value.
@safe struct PostgreSQLResult: ~Copyable {
  private let pointer: OpaquePointer

  /// The answer at this address, which is ours from now on.
  init(taking pointer: OpaquePointer) {
    unsafe self.pointer = pointer
  }

  deinit {
    unsafe PQclear(pointer)
  }

  /// How the command went.
  var status: ExecStatusType { unsafe PQresultStatus(pointer) }

  /// The SQLSTATE of an error, otherwise empty.
  var state: String {
    unsafe PQresultErrorField(pointer, passerelle_sqlstate_field).map { unsafe String(cString: $0) } ?? ""
  }

  /// The server's words on an error.
  var message: String {
    let words = unsafe PQresultErrorMessage(pointer).map { unsafe String(cString: $0) } ?? ""
    return words.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
  }

  /// How many rows a command changed.
  var changes: Int {
    unsafe PQcmdTuples(pointer).flatMap { unsafe Int(String(cString: $0)) } ?? 0
  }

  /// How many rows there are.
  var count: Int { Int(unsafe PQntuples(pointer)) }

  /// A row.
  func row(_ index: Int) -> StoredRow {
    StoredRow((0..<(unsafe PQnfields(pointer))).map { value(row: Int32(index), column: $0) })
  }

  private func value(row: Int32, column: Int32) -> ColumnValue {
    if unsafe PQgetisnull(pointer, row, column) == 1 { return .null }
    guard let start = unsafe PQgetvalue(pointer, row, column) else { return .null }
    let bytes = unsafe UnsafeRawBufferPointer(start: start, count: Int(PQgetlength(pointer, row, column)))
    switch unsafe PQftype(pointer, column) {
    case Self.text, Self.varchar, Self.name: return .text(unsafe String(decoding: bytes, as: UTF8.self))
    case Self.int8, Self.int4: return .integer(unsafe bytes.reduce(0) { $0 << 8 | Int64($1) })
    default: return .bytes(unsafe Array(bytes))
    }
  }

  // The numbers of types in every server's catalogue.
  private static let name: Oid = 19
  private static let int8: Oid = 20
  private static let int4: Oid = 23
  private static let text: Oid = 25
  private static let varchar: Oid = 1043
}
