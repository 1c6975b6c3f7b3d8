import Glibc
import Synchronization

/// Whether somebody has pressed Ctrl-C since the program began to listen.
///
/// The first Ctrl-C asks for the best result so far; the second ends the program at once, as it always does.
enum Interruption {
  /// What a run returns that was interrupted: 128 and the signal's number, as shells have it.
  static let status: Int32 = 130

  private static let hasCome = Atomic(false)

  /// Whether the result so far is asked for.
  static var isAsked: Bool { hasCome.load(ordering: .relaxed) }

  /// Begins to listen.
  static func listen() {
    // Made here, for a signal handler must not make anything.
    hasCome.store(false, ordering: .relaxed)
    signal(SIGINT) { number in
      Interruption.hasCome.store(true, ordering: .relaxed)
      signal(number, SIG_DFL)
    }
    // Whoever started the program may have kept the signal back, as threads that start many do.
    var interruption = sigset_t()
    sigemptyset(&interruption)
    sigaddset(&interruption, SIGINT)
    pthread_sigmask(SIG_UNBLOCK, &interruption, nil)
  }
}
