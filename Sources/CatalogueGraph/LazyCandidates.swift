import CatalogueModel
import Synchronization

/// Words for suggestions that are gathered when the first suggestion is wanted: a catalogue without
/// faults needs none.
final class LazyCandidates: Sendable {
  private let made = Mutex<Candidates?>(nil)
  private let make: @Sendable () -> Candidates

  init(_ make: @escaping @Sendable () -> Candidates) {
    self.make = make
  }

  /// The words.
  var value: Candidates {
    made.withLock { made in
      if let made { return made }
      let candidates = make()
      made = candidates
      return candidates
    }
  }
}
