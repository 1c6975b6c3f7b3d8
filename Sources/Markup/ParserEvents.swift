internal import CLibXML2

/// Adds our recorder to libxml2's own handlers, which build the document for the grammar.
///
/// Characters are not listened to: what stands between two tags is read from the document when it is asked for.
func listen(through handler: UnsafeMutablePointer<xmlSAXHandler>) {
  unsafe handler.pointee.startElementNs = {
    context, local, prefix, uri, namespaces, declared, count, defaulted, values in
    unsafe xmlSAX2StartElementNs(context, local, prefix, uri, namespaces, declared, count, defaulted, values)
    guard let (parser, recorder) = unsafe parserAndRecorder(context), unsafe recorder.pointee.fault == nil,
      let local = unsafe local, let parsed = unsafe parser.pointee.input?.pointee.cur
    else { return }
    unsafe recorder.pointee.start(
      local: local, namespace: uri, prefix: prefix, attributes: Int(count), values, offset: offset(of: parser),
      parsed: parsed)
    if unsafe recorder.pointee.fault != nil { unsafe xmlStopParser(parser) }
  }
  unsafe handler.pointee.endElementNs = { context, local, prefix, uri in
    unsafe xmlSAX2EndElementNs(context, local, prefix, uri)
    guard let (parser, recorder) = unsafe parserAndRecorder(context), unsafe recorder.pointee.fault == nil
    else { return }
    unsafe recorder.pointee.end(offset: offset(of: parser))
  }
  // The grammar does not ask for these, and there can be many.
  unsafe handler.pointee.comment = nil
  unsafe handler.pointee.processingInstruction = nil
  unsafe handler.pointee.internalSubset = { context, _, _, _ in
    guard let (parser, recorder) = unsafe parserAndRecorder(context) else { return }
    let end = unsafe offset(of: parser)
    unsafe recorder.pointee.note(.doctype, at: recorder.pointee.startOfDoctype(before: end)..<end)
    unsafe xmlStopParser(parser)
  }
  unsafe handler.pointee.serror = { context, error in
    guard let (parser, recorder) = unsafe parserAndRecorder(context), let error = unsafe error,
      unsafe error.pointee.level.rawValue >= XML_ERR_ERROR.rawValue
    else { return }
    let message = unsafe error.pointee.message.map { unsafe String(cString: $0) } ?? ""
    let code = xmlParserErrors(rawValue: UInt32(unsafe error.pointee.code))
    unsafe recorder.pointee.note(code, message: message, offset: offset(of: parser))
  }
}

/// The parser and its recorder, from the pointer that libxml2 hands to each callback.
private func parserAndRecorder(
  _ context: UnsafeMutableRawPointer?
) -> (xmlParserCtxtPtr, UnsafeMutablePointer<TreeRecorder>)? {
  guard let parser = unsafe context?.assumingMemoryBound(to: xmlParserCtxt.self),
    let recorder = unsafe parser.pointee._private
  else { return nil }
  return unsafe (parser, recorder.assumingMemoryBound(to: TreeRecorder.self))
}

/// How far the parser has read, in bytes of the document.
private func offset(of parser: xmlParserCtxtPtr) -> Int {
  guard let input = unsafe parser.pointee.input, let current = unsafe input.pointee.cur,
    let base = unsafe input.pointee.base
  else { return 0 }
  return unsafe current - base + Int(input.pointee.consumed)
}
