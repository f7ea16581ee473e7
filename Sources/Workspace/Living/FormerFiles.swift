import CatalogueViews
import Synchronization

/// The files named by their content of the editions until now, for pages of former editions that are still
/// open.
///
/// Each name is kept once, since its bytes are the same whenever it comes again. The files of the last two
/// generations always stay; of the older ones, those that were left last, within a budget.
final class FormerFiles: Sendable {
  /// How many bytes the files may have that are in neither of the last two generations.
  static let usualBudget = 64 << 20
  /// What a file costs beside its bytes, about: without it very many small files would be free.
  private static let overhead = 256

  private let budget: Int
  private let state = Mutex(State())

  private struct Kept {
    let output: Output
    /// The last generation that had it.
    let generation: Int
    let cost: Int
  }

  private struct State {
    var generation = 0
    var files: [String: Kept] = [:]
  }

  /// Keeps nothing yet.
  init(budget: Int = usualBudget) {
    self.budget = budget
  }

  /// The file at a path, of whichever generation.
  subscript(path: String) -> Output? { state.withLock { $0.files[path]?.output } }

  /// Takes over the files of the next generation that are named by their content and there already, and lets go
  /// of the oldest that are more than the budget.
  func keep(_ outputs: some Sequence<Output>) {
    state.withLock { state in
      state.generation += 1
      for output in outputs where output.isNamedByContent {
        guard let size = output.size else { continue }
        // The newest of two with a name, whose bytes the edition has too.
        state.files[output.path] = Kept(
          output: output, generation: state.generation, cost: size + Self.overhead)
      }
      let older = state.files.values.filter { $0.generation < state.generation - 1 }
      var rest = budget - older.reduce(0) { $0 + $1.cost }
      guard rest < 0 else { return }
      let oldest = older.sorted {
        ($0.generation, $0.output.path) < ($1.generation, $1.output.path)
      }
      for file in oldest where rest < 0 {
        state.files[file.output.path] = nil
        rest += file.cost
      }
    }
  }
}
