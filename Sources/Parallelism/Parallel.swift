/// The one place where work is spread over the processors.
///
/// The order of the results is the order of the elements, whatever finishes first, so that nothing that
/// is built from them depends on the number of threads.
package enum Parallel {
  /// Transforms the elements in chunks, several at a time.
  ///
  /// - Parameters:
  ///   - elements: what to transform.
  ///   - workers: how many chunks run at once, at least 1.
  ///   - transform: called once for each element, on any thread.
  /// - Returns: the results in the order of the elements.
  package static func map<Element: Sendable, Result: Sendable>(
    _ elements: [Element], workers: Int, _ transform: @escaping @Sendable (Element) -> Result
  ) async -> [Result] {
    await mapChunks(elements, workers: workers) { $0.map(transform) }.flatMap { $0 }
  }

  /// Transforms chunks of the elements, several at a time; results are in the order of the chunks.
  ///
  /// A chunk keeps what is expensive to make, a buffer for example, for all of its elements.
  package static func mapChunks<Element: Sendable, Result: Sendable>(
    _ elements: [Element], workers: Int,
    _ transform: @escaping @Sendable (ArraySlice<Element>) -> Result
  ) async -> [Result] {
    var results: [Result] = []
    await takeChunks(elements, workers: workers, transform) { results.append($0) }
    return results
  }

  /// Transforms chunks of the elements, several at a time; `take` gets the results in the order of the chunks,
  /// each as soon as those before it are there.
  ///
  /// So what is joined of them need not be in memory twice.
  package static func takeChunks<Element: Sendable, Result: Sendable>(
    _ elements: [Element], workers: Int,
    _ transform: @escaping @Sendable (ArraySlice<Element>) -> Result, take: (Result) -> Void
  ) async {
    // Small chunks even out work that is unequal: a list page weighs as much as a hundred records.
    let size = max(1, min(64, elements.count / (max(1, workers) * 8) + 1))
    let starts = Array(stride(from: 0, to: elements.count, by: size))
    if workers <= 1 {
      for start in starts {
        take(transform(elements[start..<min(start + size, elements.count)]))
      }
      return
    }
    await withTaskGroup(of: (Int, Result).self) { group in
      var waiting: [Int: Result] = [:]
      var taken = 0
      var next = 0
      func add() {
        guard next < starts.count else { return }
        let place = next
        let range = starts[place]..<min(starts[place] + size, elements.count)
        group.addTask { (place, transform(elements[range])) }
        next += 1
      }
      for _ in 0..<workers { add() }
      for await (place, result) in group {
        add()
        waiting[place] = result
        while let result = waiting.removeValue(forKey: taken) {
          take(result)
          taken += 1
        }
      }
    }
  }
}
