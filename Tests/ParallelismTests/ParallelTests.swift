import Parallelism
import Synchronization
import Testing

@Suite("Work spread over the processors")
struct ParallelTests {
  /// Counts around the sizes of chunks, which have up to 64 elements.
  private static let counts = [0, 1, 2, 7, 63, 64, 65, 129, 1_000]

  @Test(
    "results stand in the order of the elements, each worked on once", arguments: counts,
    [-1, 0, 1, 2, 3, 16])
  func keepsOrder(_ count: Int, _ workers: Int) async {
    let calls = Mutex(0)
    let results = await Parallel.map(Array(0..<count), workers: workers) { element in
      calls.withLock { $0 += 1 }
      // The first elements take longest, so that the last are ready before them.
      var sum = element
      for step in 0..<(count - element) * 20 { sum = (sum &* 31 &+ step) % 1_000_003 }
      return sum < 0 ? -1 : element
    }
    #expect(results == Array(0..<count))
    #expect(calls.withLock { $0 } == count)
  }

  @Test("chunks are consecutive and none is empty", arguments: counts, [1, 2, 5])
  func cutsChunks(_ count: Int, _ workers: Int) async {
    let elements = Array(0..<count)
    let chunks = await Parallel.mapChunks(elements, workers: workers) { Array($0) }
    #expect(Array(chunks.joined()) == elements)
    #expect(chunks.allSatisfy { !$0.isEmpty && $0.count <= 64 })
    // Enough chunks that work which is unequal evens out.
    if count >= 1_000 { #expect(chunks.count >= workers * 7) }
  }

  @Test("chunks are taken in their order, whichever is ready first", arguments: counts, [1, 2, 5])
  func takesChunks(_ count: Int, _ workers: Int) async {
    var taken: [Int] = []
    await Parallel.takeChunks(Array(0..<count), workers: workers) { chunk in
      var sum = 0
      // The first chunks take longest.
      for step in 0..<(count - (chunk.first ?? 0)) * 200 { sum = (sum &* 31 &+ step) % 1_000_003 }
      return sum < 0 ? [] : Array(chunk)
    } take: { (chunk: [Int]) in
      taken += chunk
    }
    #expect(taken == Array(0..<count))
  }

  @Test("no more chunks run at once than there are workers", arguments: [1, 2, 4])
  func limitsWorkers(_ workers: Int) async {
    let running = Mutex((now: 0, most: 0))
    _ = await Parallel.mapChunks(Array(0..<400), workers: workers) { chunk in
      running.withLock {
        $0.now += 1
        $0.most = max($0.most, $0.now)
      }
      var sum = 0
      for element in chunk {
        for step in 0..<2_000 { sum = (sum &* 31 &+ element &+ step) % 9_973 }
      }
      running.withLock { $0.now -= 1 }
      return sum
    }
    #expect(running.withLock { $0.most } <= workers)
    #expect(running.withLock { $0.now } == 0)
  }

  @Test("two workers work at the same time")
  func worksTogether() async {
    // Each waits a while until the other has begun; one worker alone would wait in vain. Other tests may
    // have the other processor, so it is tried again.
    var met: [Bool] = []
    for _ in 0..<100 where met != [true, true] {
      let begun = Mutex(0)
      met = await Parallel.map([0, 1], workers: 2) { _ in
        begun.withLock { $0 += 1 }
        for _ in 0..<500_000 where begun.withLock({ $0 }) == 2 { return true }
        return begun.withLock { $0 } == 2
      }
    }
    #expect(met == [true, true])
  }
}
