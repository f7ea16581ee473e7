/// How much of the preview one client, or all of them together, may take.
package struct PreviewLimits: Sendable {
  /// The longest request line, in bytes without its line end; a longer one is answered 414.
  package var requestLine = 8 * 1024
  /// The longest head (request line, headers and line ends), in bytes; a longer one is answered 431.
  package var head = 32 * 1024
  /// How long a head may take from its first byte to its last; the connection is closed then.
  package var headTime = Duration.seconds(10)
  /// How long a connection may wait for a request, or for its client to read; it is closed then.
  ///
  /// Streams of events may wait without end.
  package var idleTime = Duration.seconds(60)
  /// How long what a client still sends after the last answer is read and passed over.
  ///
  /// A connection that is closed with bytes unread takes the answer with it (RFC 9112 §9.6).
  package var farewellTime = Duration.seconds(1)
  /// How many connections there may be at once; more are answered 503.
  package var connections = 256
  /// How many connections above ``connections`` are answered at once; more are closed without a word.
  package var refusals = 64
  /// How many streams of events there may be at once; more are answered 503.
  package var eventStreams = 128

  /// How often something is sent on every stream of events, so that connections that died are found.
  package var heartbeat = Duration.seconds(15)

  package init() {}
}
