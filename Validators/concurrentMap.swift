internal import Dispatch
internal import Synchronization

/// The results of a function for each element, in order, computed on all cores.
///
/// Elements are taken in runs, so that threads seldom meet.
func concurrentMap<Element: Sendable, Result: Sendable>(
  _ elements: [Element], _ transform: @Sendable (Element) -> Result
) -> [Result] {
  let runLength = max(1, min(64, elements.count / 8))
  guard elements.count > 1 else { return elements.map(transform) }
  let runs = (elements.count + runLength - 1) / runLength
  let results = Mutex([Int: [Result]](minimumCapacity: runs))
  DispatchQueue.concurrentPerform(iterations: runs) { run in
    let part = elements[(run * runLength)..<min(elements.count, (run + 1) * runLength)].map(transform)
    results.withLock { $0[run] = part }
  }
  return results.withLock { parts in (0..<runs).flatMap { parts[$0] ?? [] } }
}
