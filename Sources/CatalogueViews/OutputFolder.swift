/// A folder of an edition whose files are known only when all of them are made: the search index.
package protocol OutputFolder: Sendable {
  /// Its path from the base of the site, ending in `/`, with which the path of each file begins.
  var path: String { get }

  /// Those of its files that every edition has and that are offered for reuse: links may lead to them before
  /// they are made.
  var offers: [FileOffer] { get }

  /// Takes from the catalogue what the files are made from, with so many threads.
  ///
  /// What it gives has no part of the catalogue, which may be let go before the files are made.
  func contents(workers: Int) async -> any FolderContents
}

extension OutputFolder {
  /// Makes the files with so many threads, and hands each over as soon as it is made.
  ///
  /// `take` is called on any thread and says what is kept of a file; what it gives comes back in a fixed
  /// order.
  package func make<Kept: Sendable>(
    workers: Int, take: @escaping @Sendable (Output) -> Kept
  ) async -> [Kept] {
    await contents(workers: workers).make(workers: workers, take: take)
  }
}

/// What the files of a folder are made from; it is used up by that.
package protocol FolderContents: Sendable {
  /// Makes the files, once, as `OutputFolder.make` does.
  func make<Kept: Sendable>(
    workers: Int, take: @escaping @Sendable (Output) -> Kept
  ) async -> [Kept]
}
