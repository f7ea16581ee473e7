/// A folder of an edition whose files are known only when all of them are made: the search index.
package struct OutputFolder: Sendable {
  /// Its path from the base of the site, ending in `/`.
  package let path: String
  private let content: @Sendable (_ workers: Int) async -> [Output]

  /// Declares a folder that `content` fills; every path of it begins with `path`.
  package init(
    path: String, content: @escaping @Sendable (_ workers: Int) async -> [Output]
  ) {
    self.path = path
    self.content = content
  }

  /// Makes the files, with so many threads.
  package func outputs(workers: Int) async -> [Output] { await content(workers) }
}
