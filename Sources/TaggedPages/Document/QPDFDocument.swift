internal import CQPDF

/// A PDF document as objects, owned by libqpdf's C interface.
///
/// Objects are handles, which are numbers; no pointer leaves this file. Where a call goes wrong, libqpdf notes it and
/// answers with a null object, so failures are looked at once, at the end.
@safe struct QPDFDocument: ~Copyable {
  /// An object of a document, good as long as the document.
  typealias Object = qpdf_oh

  private let handle: qpdf_data
  private let input: UnsafeMutableBufferPointer<CChar>
  private let isRead: Bool

  /// The document in the bytes of a file, or a failure where they are none.
  static func read(_ bytes: [UInt8]) throws(PageFailure) -> QPDFDocument {
    guard let handle = unsafe qpdf_init() else { throw PageFailure(reason: "libqpdf: out of memory") }
    let document = unsafe QPDFDocument(handle, copying: bytes)
    guard document.isRead else { throw PageFailure(reason: document.reasonOfFailure) }
    return document
  }

  private init(_ handle: qpdf_data, copying bytes: [UInt8]) {
    unsafe self.handle = handle
    unsafe input = .allocate(capacity: bytes.count)
    for (index, byte) in bytes.enumerated() { unsafe input.initializeElement(at: index, to: CChar(bitPattern: byte)) }
    unsafe qpdf_silence_errors(handle)
    unsafe qpdf_set_suppress_warnings(handle, 1)
    // libqpdf reads from this memory as long as the document lives.
    let start = unsafe UnsafePointer(input.baseAddress)
    unsafe isRead = qpdf_read_memory(handle, "document", start, UInt64(bytes.count), nil) & QPDF_ERRORS == 0
  }

  deinit {
    var handle: qpdf_data? = unsafe handle
    unsafe qpdf_cleanup(&handle)
    unsafe input.deinitialize()
    unsafe input.deallocate()
  }

  /// The catalog.
  var root: Object { unsafe qpdf_get_root(handle) }

  /// The trailer.
  var trailer: Object { unsafe qpdf_get_trailer(handle) }

  /// The number of pages.
  var pageCount: Int { Int(unsafe qpdf_get_num_pages(handle)) }

  /// Whether the document had to be repaired, or a call on it failed.
  var isDamaged: Bool { unsafe qpdf_more_warnings(handle) != 0 || qpdf_has_error(handle) != 0 }

  /// A page by its place, from 0.
  func page(_ index: Int) -> Object {
    unsafe qpdf_get_page_n(handle, index)
  }

  /// An object's number in its file; 0 for one that stands within another.
  func number(of object: Object) -> Int {
    Int(unsafe qpdf_oh_get_object_id(handle, object))
  }

  /// The value of a dictionary's or stream's key, or nil where there is none.
  subscript(object: Object, key: String) -> Object? {
    let dictionary = unsafe qpdf_oh_is_stream(handle, object) != 0 ? qpdf_oh_get_dict(handle, object) : object
    guard unsafe qpdf_oh_is_dictionary(handle, dictionary) != 0 else { return nil }
    let value = unsafe qpdf_oh_get_key(handle, dictionary, key)
    return unsafe qpdf_oh_is_null(handle, value) != 0 ? nil : value
  }

  /// The keys of a dictionary, in order.
  func keys(of dictionary: Object) -> [String] {
    guard unsafe qpdf_oh_is_dictionary(handle, dictionary) != 0 else { return [] }
    var keys: [String] = []
    unsafe qpdf_oh_begin_dict_key_iter(handle, dictionary)
    while unsafe qpdf_oh_dict_more_keys(handle) != 0 {
      guard let key = unsafe qpdf_oh_dict_next_key(handle) else { break }
      keys.append(unsafe String(cString: key))
    }
    return keys.sorted()
  }

  /// The items of an array; an object that is none is an item by itself.
  func items(of object: Object) -> [Object] {
    guard unsafe qpdf_oh_is_array(handle, object) != 0 else { return [object] }
    let count = unsafe qpdf_oh_get_array_n_items(handle, object)
    return (0..<count).map { unsafe qpdf_oh_get_array_item(handle, object, $0) }
  }

  /// A name such as `/Figure`, or nil for anything else.
  func name(_ object: Object?) -> String? {
    guard let object, unsafe qpdf_oh_is_name(handle, object) != 0, let name = unsafe qpdf_oh_get_name(handle, object)
    else { return nil }
    return unsafe String(cString: name)
  }

  /// The text of a string, or nil for anything else.
  func text(_ object: Object?) -> String? {
    guard let object, unsafe qpdf_oh_is_string(handle, object) != 0 else { return nil }
    var length = 0
    guard let text = unsafe qpdf_oh_get_binary_utf8_value(handle, object, &length) else { return nil }
    return unsafe String(
      decoding: UnsafeRawBufferPointer(start: UnsafeRawPointer(text), count: length), as: UTF8.self)
  }

  /// Whether an object is a stream.
  func isStream(_ object: Object) -> Bool {
    unsafe qpdf_oh_is_stream(handle, object) != 0
  }

  /// The bytes of a stream, its filters undone or, where `encoded`, as they lie in the file; nil where they cannot be.
  func bytes(of stream: Object, encoded: Bool = false) -> [UInt8]? {
    var buffer: UnsafeMutablePointer<UInt8>?
    var length = 0
    var filtered: QPDF_BOOL = 0
    let level = encoded ? qpdf_dl_none : qpdf_dl_generalized
    let status = unsafe qpdf_oh_get_stream_data(handle, stream, level, &filtered, &buffer, &length)
    return unsafe taken(status, buffer, length)
  }

  /// The content of a page, its filters undone.
  func content(ofPage page: Object) -> [UInt8]? {
    var buffer: UnsafeMutablePointer<UInt8>?
    var length = 0
    return unsafe taken(qpdf_oh_get_page_content_data(handle, page, &buffer, &length), buffer, length)
  }

  /// An object as PDF writes it.
  func parsed(_ text: String) -> Object {
    unsafe qpdf_oh_parse(handle, text)
  }

  /// A string that holds a text.
  func string(_ text: String) -> Object {
    unsafe qpdf_oh_new_binary_unicode_string(handle, text, text.utf8.count)
  }

  /// A new stream, an object of its own, whose dictionary is written as PDF writes it.
  func stream(_ bytes: [UInt8], _ dictionary: String) -> Object {
    let stream = unsafe qpdf_oh_new_stream(handle)
    let own = unsafe qpdf_oh_get_dict(handle, stream)
    let entries = parsed(dictionary)
    for key in keys(of: entries) {
      if let value = self[entries, key] { unsafe qpdf_oh_replace_key(handle, own, key, value) }
    }
    replaceBytes(of: stream, with: bytes)
    return stream
  }

  /// Puts other bytes, without a filter, into a stream.
  func replaceBytes(of stream: Object, with bytes: [UInt8]) {
    let null = unsafe qpdf_oh_new_null(handle)
    unsafe bytes.withUnsafeBufferPointer {
      unsafe qpdf_oh_replace_stream_data(handle, stream, $0.baseAddress, $0.count, null, null)
    }
  }

  /// Makes an object one of its own, which others refer to.
  func indirect(_ object: Object) -> Object {
    unsafe qpdf_make_indirect_object(handle, object)
  }

  /// Puts a value into a dictionary or a stream's dictionary.
  func set(_ key: String, of object: Object, to value: Object) {
    let dictionary = isStream(object) ? unsafe qpdf_oh_get_dict(handle, object) : object
    unsafe qpdf_oh_replace_key(handle, dictionary, key, value)
  }

  /// Takes a key out of a dictionary or a stream's dictionary.
  func remove(_ key: String, of object: Object) {
    let dictionary = isStream(object) ? unsafe qpdf_oh_get_dict(handle, object) : object
    unsafe qpdf_oh_remove_key(handle, dictionary, key)
  }

  /// Puts an item at the end of an array.
  func append(_ item: Object, to array: Object) {
    unsafe qpdf_oh_append_item(handle, array, item)
  }

  /// The document as a file whose identifier depends on its content alone.
  func written() throws(PageFailure) -> [UInt8] {
    guard unsafe qpdf_init_write_memory(handle) & QPDF_ERRORS == 0 else { throw PageFailure(reason: reasonOfFailure) }
    unsafe qpdf_set_deterministic_ID(handle, 1)
    unsafe qpdf_set_object_stream_mode(handle, qpdf_o_generate)
    unsafe qpdf_set_compress_streams(handle, 1)
    unsafe qpdf_force_pdf_version(handle, "1.7")
    guard unsafe qpdf_write(handle) & QPDF_ERRORS == 0, let start = unsafe qpdf_get_buffer(handle),
      unsafe qpdf_has_error(handle) == 0
    else { throw PageFailure(reason: reasonOfFailure) }
    return unsafe Array(UnsafeBufferPointer(start: start, count: qpdf_get_buffer_length(handle)))
  }

  private var reasonOfFailure: String {
    guard let error = unsafe qpdf_get_error(handle), let text = unsafe qpdf_get_error_full_text(handle, error) else {
      return "libqpdf"
    }
    return unsafe "libqpdf: " + String(cString: text)
  }

  private func taken(_ status: QPDF_ERROR_CODE, _ buffer: UnsafeMutablePointer<UInt8>?, _ length: Int) -> [UInt8]? {
    guard let buffer = unsafe buffer else { return status & QPDF_ERRORS == 0 ? [] : nil }
    defer { unsafe qpdf_release(buffer) }
    guard status & QPDF_ERRORS == 0 else { return nil }
    return unsafe Array(UnsafeBufferPointer(start: buffer, count: length))
  }
}
