import Testing

@testable import Preview

struct PreviewStateTests {
  private let state = PreviewState(run: "run")
  private let edition = Renewal.edition(NoFiles())

  /// An edition without a file.
  private struct NoFiles: PreviewEdition {
    func hasFile(at path: String) -> Bool { false }
    func bytes(at path: String) async throws -> [UInt8]? { nil }
  }

  private func events(
    _ count: Int, since generation: String?, _ then: () async -> Void = {}
  ) async -> [ServerSentEvent] {
    let stream = await state.events(since: generation)
    await then()
    var events: [ServerSentEvent] = []
    for await event in stream {
      events.append(event)
      if events.count == count { break }
    }
    return events
  }

  @Test func beginsWithNoEdition() async {
    #expect(state.view.condition == .building)
    #expect(state.view.generation == "run-0")
  }

  @Test func tellsOpenPagesOfANewEdition() async {
    let heard = await events(2, since: "run-0") { await state.settle(edition) }
    #expect(heard == [.opening, .reload])
    #expect(state.view.generation == "run-1")
  }

  /// The build ended between the page's loading and its first word to the preview.
  @Test func reloadsAPageThatMissedAnEdition() async {
    await state.settle(edition)
    await state.settle(edition)
    #expect(await events(2, since: "run-1") == [.opening, .reload])
  }

  @Test func reloadsAPageOfAnEarlierRun() async {
    await state.settle(edition)
    #expect(await events(2, since: "other-1") == [.opening, .reload])
  }

  @Test func leavesACurrentPageAlone() async {
    await state.settle(edition)
    let heard = await events(2, since: "run-1") { await state.beat() }
    #expect(heard == [.opening, .heartbeat])
  }

  @Test func showsErrorsAndTakesThemAway() async {
    await state.settle(edition)
    let heard = await events(5, since: "run-1") {
      await state.settle(.none(.failed(diagnosticsText: "a.md:1:1")))
      await state.settle(.none(.trouble("disk full")))
      await state.settle(edition)
    }
    #expect(heard == [.opening, .errors("a.md:1:1"), .errors("disk full"), .healed, .reload])
  }

  @Test func showsTheWarningsOfTheEdition() async {
    await state.settle(.edition(NoFiles(), PreviewWarnings(text: "a.md:1:1", count: 1)))
    #expect(await events(2, since: "run-1") == [.opening, .warnings("a.md:1:1", count: 1)])
    let heard = await events(4, since: "run-1") {
      await state.settle(.none(.failed(diagnosticsText: "b.md:1:1")))
      await state.settle(edition)
    }
    #expect(
      heard == [.opening, .warnings("a.md:1:1", count: 1), .errors("b.md:1:1"), .healed])
    #expect(await events(2, since: "run-2") { await state.beat() } == [.opening, .heartbeat])
  }

  @Test func showsTheEditionOfTheGeneration() async {
    #expect(state.view.edition == nil)
    await state.settle(edition)
    await state.settle(.none(.failed(diagnosticsText: "a.md:1:1")))
    #expect(state.view.edition != nil)
  }

  @Test func saysNothingWhereNothingChanged() async {
    await state.settle(edition)
    let heard = await events(2, since: "run-1") {
      await state.settle(.none(.unchanged))
      await state.beat()
    }
    #expect(heard == [.opening, .heartbeat])
    #expect(state.view.generation == "run-1")
  }

  @Test func keepsTheGenerationWhileThereAreErrors() async {
    await state.settle(edition)
    await state.settle(.none(.failed(diagnosticsText: "a.md:1:1")))
    #expect(state.view.generation == "run-1")
    #expect(await events(2, since: "run-1") == [.opening, .errors("a.md:1:1")])
  }

  @Test(.timeLimit(.minutes(2))) func forgetsPagesThatLeave() async {
    _ = await events(1, since: nil)
    while await state.listenerCount > 0 { await Task.yield() }
  }
}
