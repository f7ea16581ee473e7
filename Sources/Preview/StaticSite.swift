private import ByteWriting
package import SystemPackage

/// The published folder, answered from file by file.
///
/// The folder is opened anew for each request, and each request is answered from one edition only.
package struct StaticSite: Sendable {
  private let root: String
  private let mark: String

  /// Names the folder in which editions stand.
  ///
  /// - Parameters:
  ///   - root: the folder; it need not exist yet.
  ///   - mark: a file at its top without which the folder is not taken for an edition of the site.
  package init(root: FilePath, mark: String) {
    self.root = root.string
    self.mark = mark
  }

  /// The answer to a GET or HEAD request; nil when no edition stands in the folder.
  package func answer(_ request: SiteRequest, adding addition: PageAddition? = nil) -> Answer? {
    // An edition that was exchanged for another while this request looked into it may be half removed
    // already. Builds come seconds apart, so that the second look finds a whole one.
    for _ in 0..<8 {
      // The path may lead over a link whose target is gone before it is opened.
      guard let folder = SiteFolder(root) else { continue }
      let isEdition = folder.file([mark]) != nil
      let answer = isEdition ? find(request, in: folder, addition) : nil
      let isMissing = answer == nil || answer?.status == 404
      if isMissing && !folder.stands(at: root) { continue }
      return request.method == "HEAD" ? answer?.withoutBody() : answer
    }
    return nil
  }

  private func find(
    _ request: SiteRequest, in folder: SiteFolder, _ addition: PageAddition?
  ) -> Answer {
    guard let path = RequestPath(percentEncoded: request.path) else {
      return missing(in: folder, addition)
    }
    let index = path.segments + ["index.html"]
    if path.isFolder {
      if let file = folder.file(index) { return send(file, "index.html", request, addition) }
    } else if let name = path.segments.last {
      if let file = folder.file(path.segments) { return send(file, name, request, addition) }
      if folder.file(index) != nil { return redirect(to: path, request) }
    }
    return missing(in: folder, addition)
  }

  private func redirect(to path: RequestPath, _ request: SiteRequest) -> Answer {
    var location = ByteWriter()
    for segment in path.segments {
      location.append("/")
      location.append(percentEncodedPath: segment)
    }
    location.append("/")
    // A query with a line break in it would add headers of its own.
    if !request.query.isEmpty && request.query.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) {
      location.append("?")
      location.append(unescaped: request.query)
    }
    var answer = Answer(status: 308)
    answer.set("Location", String(decoding: location.bytes, as: UTF8.self))
    return answer
  }

  /// The site's own page for what it does not have.
  private func missing(in folder: SiteFolder, _ addition: PageAddition?) -> Answer {
    guard let file = folder.file(["404.html"]) else { return .text(404, "404 Not Found") }
    guard let page = body(of: file, addition) else { return Self.unreadable }
    return Answer(status: 404, type: ContentType.html, body: page)
  }

  private func send(
    _ file: SiteFile, _ name: String, _ request: SiteRequest, _ addition: PageAddition?
  ) -> Answer {
    let type = ContentType.of(name)
    let addition = type == ContentType.html ? addition : nil
    // A page changes with the generation it is told, also when its file does not; a browser that kept
    // the page of an older generation would reload it for ever. So the tag has the generation in it,
    // and the time of writing is not offered as a condition.
    let version = addition.map { file.version + "-" + $0.generation } ?? file.version
    let conditions = Conditions(
      tag: "\"\(version)\"", modified: addition == nil ? file.modified : nil)
    let length = file.size + (addition?.count ?? 0)
    let isRanged = request.method == "GET" && conditions.allowRange(for: request)
    if conditions.areUnchanged(for: request) {
      return described(Answer(status: 304), type, length, conditions)
    }
    switch ByteRange(isRanged ? request.range : nil, length: length) {
    case .unsatisfiable:
      var answer = Answer(status: 416)
      answer.set("Content-Range", "bytes */\(length)")
      return answer
    case .part(let range):
      guard let whole = body(of: file, addition) else { return Self.unreadable }
      let part = Answer(status: 206, body: whole[range])
      var answer = described(part, type, range.count, conditions)
      answer.set("Content-Range", "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(length)")
      return answer
    case .whole:
      // The place of the addition need not be looked for when nothing of the page is sent.
      let isHead = request.method == "HEAD"
      guard let body = isHead ? AnswerBody() : body(of: file, addition) else {
        return Self.unreadable
      }
      return described(Answer(status: 200, body: body), type, length, conditions)
    }
  }

  private func described(
    _ answer: Answer, _ type: String, _ length: Int, _ conditions: Conditions
  ) -> Answer {
    var answer = answer
    answer.set("Content-Type", type)
    answer.set("Content-Length", String(length))
    answer.set("Accept-Ranges", "bytes")
    answer.set("ETag", conditions.tag)
    if let modified = conditions.modified { answer.set("Last-Modified", HTTPDate.text(modified)) }
    return answer
  }

  private func body(of file: SiteFile, _ addition: PageAddition?) -> AnswerBody? {
    guard let addition else { return AnswerBody([.file(file, 0..<file.size)]) }
    return addition.added(to: file)
  }

  /// The answer where the machine cannot read what it has.
  static let unreadable = Answer.text(500, "The file cannot be read.")
}
