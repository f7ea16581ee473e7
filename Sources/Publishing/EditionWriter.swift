import ByteWriting
import CatalogueViews
import Parallelism

/// Makes the files of an edition and hands them to the publisher.
///
/// Each is written as it is made, so that a site of any size needs the memory of a few pages.
struct EditionWriter: Sendable {
  let publisher: Publisher
  let workers: Int

  /// Writes the files of a map that are of some kinds.
  func write(_ kinds: Output.Kind..., of map: SiteMap) async throws -> [StagedFile] {
    try await write(map.outputs.filter { kinds.contains($0.kind) })
  }

  /// Takes over what the folders of a map are made from.
  func contents(of map: SiteMap) async -> [any FolderContents] {
    var contents: [any FolderContents] = []
    for folder in map.folders { contents.append(await folder.contents(workers: workers)) }
    return contents
  }

  /// Writes the files of folders that are made as a whole.
  func write(_ folders: [any FolderContents]) async throws -> [StagedFile] {
    var written: [StagedFile] = []
    for folder in folders {
      let results = await folder.make(workers: workers) { output in
        Result {
          var out = ByteWriter()
          return try write(output, by: &out)
        }
      }
      written += try results.map { try $0.get() }
    }
    return written
  }

  private func write(_ outputs: [Output]) async throws -> [StagedFile] {
    let results = await Parallel.mapChunks(outputs, workers: workers) { outputs in
      Result {
        var out = ByteWriter(capacity: 64_000)
        return try outputs.map { try write($0, by: &out) }
      }
    }
    return try results.flatMap { try $0.get() }
  }

  /// Makes a file, in a buffer that is used again, and hands it over.
  private func write(_ output: Output, by out: inout ByteWriter) throws -> StagedFile {
    out.removeAll()
    try output.write(to: &out)
    return try publisher.write(OutputFile(output, out.bytes))
  }
}
