/// A folder of an edition whose files are known only when all of them are made: the search index.
package protocol OutputFolder: Sendable {
  /// Its path from the base of the site, ending in `/`, with which the path of each file begins.
  var path: String { get }

  /// Makes the files with so many threads, and hands each over as soon as it is made.
  ///
  /// `take` is called on any thread and says what is kept of a file; what it gives comes back in a fixed
  /// order.
  func make<Kept: Sendable>(
    workers: Int, take: @escaping @Sendable (Output) -> Kept
  ) async -> [Kept]
}
