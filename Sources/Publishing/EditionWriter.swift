import ByteWriting
import CatalogueViews
import Parallelism

/// Makes the files of an edition and hands them to the publisher.
///
/// Each is written as it is made, so that a site of any size needs the memory of a few pages.
struct EditionWriter: Sendable {
  let map: SiteMap
  let publisher: Publisher
  let workers: Int

  /// Writes the files of the map that are of some kinds.
  func write(_ kinds: Output.Kind...) async throws -> [StagedFile] {
    try await write(map.outputs.filter { kinds.contains($0.kind) })
  }

  /// Writes the files of the folders that are made as a whole.
  func writeFolders() async throws -> [StagedFile] {
    let publisher = publisher
    var written: [StagedFile] = []
    for folder in map.folders {
      let results = await folder.make(workers: workers) { output in
        Result {
          var out = ByteWriter()
          try output.write(to: &out)
          return try publisher.write(OutputFile(output, out.bytes))
        }
      }
      written += try results.map { try $0.get() }
    }
    return written
  }

  private func write(_ outputs: [Output]) async throws -> [StagedFile] {
    let publisher = publisher
    let results = await Parallel.mapChunks(outputs, workers: workers) { outputs in
      Result {
        var out = ByteWriter(capacity: 64_000)
        return try outputs.map { output in
          out.removeAll()
          try output.write(to: &out)
          return try publisher.write(OutputFile(output, out.bytes))
        }
      }
    }
    return try results.flatMap { try $0.get() }
  }
}
