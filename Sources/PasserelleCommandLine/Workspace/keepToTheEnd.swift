import Synchronization

/// Keeps a value until the process ends, when the system takes its memory back at once.
///
/// For what a command has read and needs no more: giving ten thousand trees back, element by element, takes a command
/// longer than finding out what is wrong with all of them together.
func keepToTheEnd(_ value: some Sendable) {
  kept.withLock { $0.append(value) }
}

private let kept = Mutex<[any Sendable]>([])
