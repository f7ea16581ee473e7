import Foundation
import Synchronization
import SystemPackage
import Testing

@testable import Preview

/// Clients that are slow, leave in the middle or are too many, with limits that a test can reach.
@Suite(.serialized, .timeLimit(.minutes(5)))
struct SlowClientTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("content/text.md", "home")
  }

  private func withPreview(
    _ set: (inout PreviewLimits) -> Void = { _ in }, _ body: (Int) async throws -> Void
  ) async throws {
    var limits = PreviewLimits()
    set(&limits)
    let folder = folder
    try await TestPreview.run(in: folder, limits: limits) { port, notices in
      _ = await notices.next()
      try folder.write("public/large.bin", String(repeating: "0123456789", count: 2_000_000))
      try await body(port)
      try await isLetGo(port)
      let page = try await RawClient.get("/", port: port)
      #expect(page.hasPrefix("HTTP/1.1 200 OK\r\n") && page.hasSuffix("home"))
    }
  }

  /// Waits until the server has `count` connections, and no file open where it has none.
  private func isLetGo(_ port: Int, downTo count: Int = 0) async throws {
    while OpenDescriptors.connections(ofServerOn: port) != count { try await pause() }
    while count == 0 && OpenDescriptors.files(below: folder.path) > 0 { try await pause() }
  }

  private func pause() async throws { try await Task.sleep(for: .milliseconds(2)) }

  private func request(_ path: String, _ port: Int) -> String {
    "GET \(path) HTTP/1.1\r\nHost: localhost:\(port)\r\n\r\n"
  }

  @Test func closesOnAHeadThatDrips() async throws {
    try await withPreview {
      $0.headTime = .milliseconds(200)
    } _: { port in
      let client = try RawClient(.four, port: port)
      // Each byte comes well within the time; the head does not.
      let drip = Task {
        for byte in "GET / HTTP/1.1\r\nX: ".utf8 + Array(repeating: 0x78, count: 10_000) {
          if await !client.send([byte]) { return true }
          try await Task.sleep(for: .milliseconds(5))
        }
        return false
      }
      #expect(await client.readAll() == "")
      #expect(try await drip.value)
    }
  }

  /// The time of a head ends with it, and does not run while none has begun.
  @Test func givesEachHeadItsOwnTime() async throws {
    try await withPreview {
      $0.headTime = .seconds(3)
    } _: { port in
      let client = try RawClient(.four, port: port)
      for _ in 0..<2 {
        try client.send("HEAD / HTTP/1.1\r\n")
        try client.send("Host: localhost:\(port)\r\n\r\n")
        let answer = try await client.read { $0.hasSuffix("\r\n\r\n") }
        #expect(answer.hasPrefix("HTTP/1.1 200 OK\r\n"))
        try await Task.sleep(for: .milliseconds(3500))
      }
    }
  }

  @Test func closesConnectionsThatDoNothing() async throws {
    try await withPreview {
      $0.idleTime = .milliseconds(200)
    } _: { port in
      let silent = try RawClient(.four, port: port)
      #expect(await silent.readAll() == "")
      let once = try RawClient(.six, port: port)
      try once.send(request("/", port))
      #expect(RawAnswer.all(in: await once.readAll())?.map(\.status) == [200])
    }
  }

  @Test func closesConnectionsThatDoNotReadTheirAnswer() async throws {
    try await withPreview {
      $0.idleTime = .seconds(1)
    } _: { port in
      let client = try RawClient(.four, port: port)
      client.keepLittle()
      try client.send(request("/large.bin", port))
      #expect(await client.read(count: 1000) == 1000)
      // The table of the system may miss a connection, and what is read too early shows nothing.
      try await Task.sleep(for: .seconds(3))
      try await isLetGo(port)
      let total = await client.read(count: 20_000_000)
      #expect(total < 19_000_000, "\(total)")
    }
  }

  @Test func letsStreamsOfEventsWait() async throws {
    try await withPreview {
      $0.idleTime = .milliseconds(50)
    } _: { port in
      let listener = try RawClient.events(generation: "other", port: port)
      _ = try await listener.read { $0.contains("event: reload") }
      try await Task.sleep(for: .milliseconds(2500))
      try folder.save("content/text.md", "home, an error")
      #expect(try await listener.read { $0.contains("an error") }.contains("event: errors"))
      try folder.save("content/text.md", "home")
      _ = try await listener.read { $0.contains("event: reload") }
      listener.endSending()
    }
  }

  @Test func sendsALargeFileToAClientThatIsSlow() async throws {
    try await withPreview { port in
      let client = try RawClient(.four, port: port)
      client.keepLittle()
      try client.send(request("/large.bin", port))
      for _ in 0..<20 {
        #expect(await client.read(count: 10_000) == 10_000)
        try await pause()
      }
      #expect(await client.read(count: 19_800_000) == 19_800_000)
    }
  }

  /// Everything is let go because they leave: no other time would ever come.
  @Test func letsGoOfClientsThatLeaveInTheMiddle() async throws {
    try await withPreview {
      $0.idleTime = .seconds(86_400)
      $0.headTime = .seconds(86_400)
      $0.heartbeat = .seconds(86_400)
    } _: { port in
      for family in RawClient.Family.allCases {
        for _ in 0..<20 {
          let large = try RawClient(family, port: port)
          large.keepLittle()
          try large.send(request("/large.bin", port))
          #expect(await large.read(count: 1000) == 1000)
          let events = try RawClient.events(generation: "other", family, port: port)
          _ = try await events.read { $0.contains("event: reload") }
          let half = try RawClient(family, port: port)
          try half.send("GET / HTTP/1.1\r\nHost: ")
          let asked = try RawClient(family, port: port)
          try asked.send(String(repeating: request("/large.bin", port), count: 50))
        }
      }
      try await isLetGo(port)
    }
  }

  /// A client that asks without end and reads nothing is not read any further.
  @Test func readsNoFurtherThanItCanAnswer() async throws {
    try await withPreview { port in
      let client = try RawClient(.four, port: port)
      client.keepLittle()
      let text = Array(request("/part/", port).utf8)
      let total = 20_000 * text.count
      let sent = Atomic(0)
      let sending = Task {
        for _ in 0..<20 {
          guard await client.send(Array(repeating: text, count: 1000).flatMap(\.self)) else {
            return
          }
          sent.add(1000 * text.count, ordering: .relaxed)
        }
      }
      // It comes to a stand: what the system keeps on both ways is full.
      var last = -1
      while sent.load(ordering: .relaxed) != last {
        last = sent.load(ordering: .relaxed)
        try await Task.sleep(for: .milliseconds(500))
      }
      #expect(last < total)
      // Another client does not notice.
      #expect(try await RawClient.get("/", port: port).hasSuffix("home"))
      let length = try await RawClient.get("/part/", port: port).utf8.count
      // All are answered once they are read.
      let read = await client.read(count: 20_000 * (length - "Connection: close\r\n".utf8.count))
      await sending.value
      #expect(read == 20_000 * (length - "Connection: close\r\n".utf8.count))
    }
  }

  @Test func turnsAwayConnectionsThatAreTooMany() async throws {
    try await withPreview {
      $0.connections = 4
      $0.refusals = 2
      $0.farewellTime = .seconds(30)
    } _: { port in
      var clients: [RawClient] = []
      for number in 0..<9 {
        let client = try RawClient(number % 2 == 0 ? .four : .six, port: port)
        // One after the other, since which of them comes first is of concern here.
        if number < 4 {
          try client.send("HEAD / HTTP/1.1\r\nHost: localhost:\(port)\r\n\r\n")
          #expect(try await client.read { $0.hasSuffix("\r\n\r\n") }.hasPrefix("HTTP/1.1 200"))
        } else if number < 6 {
          #expect(await client.readAll().hasPrefix("HTTP/1.1 503 Service Unavailable\r\n"))
        } else {
          #expect(await client.readAll() == "")
        }
        clients.append(client)
      }
      // The ones that were let in are still served.
      try clients[0].send("HEAD / HTTP/1.1\r\nHost: localhost:\(port)\r\n\r\n")
      #expect(try await clients[0].read { $0.hasSuffix("\r\n\r\n") }.hasPrefix("HTTP/1.1 200"))
      clients = []
    }
  }

  @Test func turnsAwayStreamsThatAreTooMany() async throws {
    try await withPreview {
      $0.eventStreams = 3
    } _: { port in
      var listeners: [RawClient] = []
      for _ in 0..<3 {
        let listener = try RawClient.events(generation: "other", port: port)
        _ = try await listener.read { $0.contains("event: reload") }
        listeners.append(listener)
      }
      let refused = try await RawClient.get("/.mokuroku/events", port: port)
      #expect(refused.hasPrefix("HTTP/1.1 503 Service Unavailable\r\n"))
      // Pages are served all the same, and a place that is left is taken again.
      #expect(try await RawClient.get("/", port: port).hasSuffix("home"))
      listeners.removeLast()
      var answer = ""
      while !answer.hasPrefix("HTTP/1.1 200 OK") {
        let next = try RawClient.events(generation: "other", port: port)
        answer = try await next.read { $0.contains("event: reload") || $0.contains("too many") }
        listeners.append(next)
      }
      listeners = []
    }
  }
}
