internal import Synchronization

/// Tells everybody who listens that something has changed, by a number that grows.
///
/// A class, because those who tell and those who listen share it.
package final class News: Sendable {
  private struct State {
    var number = 0
    var next = 0
    var listeners: [Int: AsyncStream<Int>.Continuation] = [:]
  }

  private let state = Mutex(State())

  /// News of nothing yet.
  package init() {}

  /// Tells of a change.
  package func tell() {
    state.withLock { state in
      state.number += 1
      for listener in state.listeners.values { listener.yield(state.number) }
    }
  }

  /// The number now, and then each one that follows.
  package func stream() -> AsyncStream<Int> {
    let (stream, continuation) = AsyncStream.makeStream(of: Int.self, bufferingPolicy: .bufferingNewest(1))
    let place = state.withLock { state in
      state.next += 1
      state.listeners[state.next] = continuation
      continuation.yield(state.number)
      return state.next
    }
    continuation.onTermination = { [weak self] _ in
      self?.state.withLock { $0.listeners[place] = nil }
    }
    return stream
  }
}

/// The port on which a server listens, once it does.
///
/// A class, because what is told when the server has started is asked at each request.
final class ListeningPort: Sendable {
  private let value = Mutex(0)

  var number: Int { value.withLock { $0 } }

  func set(_ number: Int) { value.withLock { $0 = number } }
}
