import Foundation
import SystemPackage
import Testing

@testable import Preview

/// A preview of a site of four files, with a builder of three lines.
enum TestPreview {
  /// Publishes `content/text.md` as the page, by two renames; refuses text with `error` in it.
  private static func build(in folder: TemporaryFolder) throws -> Renewal {
    let text = try String(contentsOfFile: folder.full("content/text.md"), encoding: .utf8)
    if text.contains("error") {
      return .none(.failed(diagnosticsText: "content/text.md:1:1: \(text)"))
    }
    try folder.write("next/build.json", "{}")
    try folder.write("next/index.html", "<head></head>\(text)")
    try folder.write("next/404.html", "<head></head>gone")
    try folder.write("next/part/index.html", "part")
    if FileManager.default.fileExists(atPath: folder.full("public")) {
      folder.rename("public", "old")
      folder.rename("next", "public")
      try folder.remove("old")
    } else {
      folder.rename("next", "public")
    }
    return .edition(FolderEdition(folder: folder))
  }

  /// Runs a preview for as long as `body` takes, on a port that was free.
  ///
  /// - Returns: why it ended.
  @discardableResult
  static func run(
    in folder: TemporaryFolder, port: Int = 0, endsOnSignals: Bool = false,
    limits: PreviewLimits = PreviewLimits(),
    _ body: (Int, inout AsyncStream<PreviewNotice>.Iterator) async throws -> Void
  ) async throws -> PreviewServer.Ending {
    let (notices, sink) = AsyncStream.makeStream(of: PreviewNotice.self)
    let server = PreviewServer(
      configuration: .init(
        port: port,
        watched: [folder.path.appending("content")], endsOnSignals: endsOnSignals, limits: limits),
      renew: {
        do {
          return try build(in: folder)
        } catch {
          return .none(.trouble("\(error)"))
        }
      },
      log: { sink.yield($0) })
    let running = Task {
      defer { sink.finish() }
      return try await server.run()
    }
    var iterator = notices.makeAsyncIterator()
    do {
      guard case .listening(let port, let addresses) = await iterator.next() else {
        return try await running.value
      }
      #expect(addresses == ["127.0.0.1", "[::1]"])
      try await body(port, &iterator)
    } catch {
      running.cancel()
      throw error
    }
    running.cancel()
    return try await running.value
  }
}
