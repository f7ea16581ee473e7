/// Why a request is not answered, and the connection closed after it: where its end lies is not known
/// for sure, so that nothing behind it may be taken for another request.
package enum RequestFault: Error, Sendable, Equatable {
  /// Not HTTP, or such that two readers may read it differently.
  case malformed
  /// It has a body, and the preview takes none.
  case hasBody
  /// The request line is longer than ``PreviewLimits/requestLine``.
  case lineTooLong
  /// The head is longer than ``PreviewLimits/head``.
  case headTooLong
  /// Another major version of HTTP than 1.
  case otherVersion

  /// What the client is told.
  package var answer: Answer {
    switch self {
    case .malformed: .text(400, "This is not a request of HTTP/1.1.")
    case .hasBody: .text(413, "Requests with a body are not taken.")
    case .lineTooLong: .text(414, "The request line is too long.")
    case .headTooLong: .text(431, "The headers are too long.")
    case .otherVersion: .text(505, "Only HTTP/1.1 is spoken.")
    }
  }
}
