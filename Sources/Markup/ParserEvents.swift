internal import CLibXML2

/// Adds our recorder to libxml2's own handlers, which build the document for the grammar.
func listen(through handler: UnsafeMutablePointer<xmlSAXHandler>) {
  unsafe handler.pointee.startElementNs = {
    context, local, prefix, uri, namespaces, declared, count, defaulted, values in
    unsafe xmlSAX2StartElementNs(context, local, prefix, uri, namespaces, declared, count, defaulted, values)
    guard let (parser, recorder) = unsafe parserAndRecorder(context), recorder.fault == nil, let local = unsafe local
    else { return }
    unsafe recorder.start(
      local: local, namespace: uri, prefix: prefix, attributes: Int(count), values, offset: offset(of: parser))
    if recorder.depth > MarkupLimits.depth {
      recorder.note(.tooDeep(limit: MarkupLimits.depth), at: recorder.innermost?.tag ?? 0..<0)
      unsafe xmlStopParser(parser)
    }
  }
  unsafe handler.pointee.endElementNs = { context, local, prefix, uri in
    unsafe xmlSAX2EndElementNs(context, local, prefix, uri)
    guard let (parser, recorder) = unsafe parserAndRecorder(context), recorder.fault == nil else { return }
    recorder.end(offset: unsafe offset(of: parser))
  }
  unsafe handler.pointee.characters = { context, start, length in
    unsafe xmlSAX2Characters(context, start, length)
    unsafe record(context, start, length)
  }
  unsafe handler.pointee.ignorableWhitespace = { context, start, length in
    unsafe xmlSAX2Characters(context, start, length)
    unsafe record(context, start, length)
  }
  unsafe handler.pointee.cdataBlock = { context, start, length in
    unsafe xmlSAX2CDataBlock(context, start, length)
    unsafe record(context, start, length)
  }
  unsafe handler.pointee.internalSubset = { context, _, _, _ in
    guard let (parser, recorder) = unsafe parserAndRecorder(context) else { return }
    let end = unsafe offset(of: parser)
    recorder.note(.doctype, at: recorder.startOfDoctype(before: end)..<end)
    unsafe xmlStopParser(parser)
  }
  unsafe handler.pointee.serror = { context, error in
    guard let (parser, recorder) = unsafe parserAndRecorder(context), let error = unsafe error,
      unsafe error.pointee.level.rawValue >= XML_ERR_ERROR.rawValue
    else { return }
    let message = unsafe error.pointee.message.map { unsafe String(cString: $0) } ?? ""
    let code = xmlParserErrors(rawValue: UInt32(unsafe error.pointee.code))
    recorder.note(code, message: message, offset: unsafe offset(of: parser))
  }
}

/// The parser and its recorder, from the pointer that libxml2 hands to each callback.
private func parserAndRecorder(_ context: UnsafeMutableRawPointer?) -> (xmlParserCtxtPtr, TreeRecorder)? {
  guard let parser = unsafe context?.assumingMemoryBound(to: xmlParserCtxt.self),
    let recorder = unsafe parser.pointee._private
  else { return nil }
  return unsafe (parser, Unmanaged<TreeRecorder>.fromOpaque(recorder).takeUnretainedValue())
}

private func record(_ context: UnsafeMutableRawPointer?, _ start: UnsafePointer<xmlChar>?, _ length: Int32) {
  guard let (_, recorder) = unsafe parserAndRecorder(context), recorder.fault == nil, let start = unsafe start
  else { return }
  unsafe recorder.characters(start, Int(length))
}

/// How far the parser has read, in bytes of the document.
private func offset(of parser: xmlParserCtxtPtr) -> Int {
  guard let input = unsafe parser.pointee.input, let current = unsafe input.pointee.cur,
    let base = unsafe input.pointee.base
  else { return 0 }
  return unsafe current - base + Int(input.pointee.consumed)
}
