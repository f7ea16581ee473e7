package import ByteWriting

/// One file of an edition: where it stands, what it is, what it is made from, and how to get its bytes.
///
/// It is declared once. A build writes it, the preview answers with it, links are checked against it.
package struct Output: Sendable {
  /// What a file is.
  package enum Kind: Sendable, Equatable {
    case page
    /// A page at a former address, which leads to the page of today.
    case redirect
    /// The JSON of one record, beside its page.
    case record
    /// A file for machines: tables, the whole catalogue, the feed.
    case export
    /// A picture, style sheet, script or document.
    case asset
    /// A file of the search index.
    case search
    /// A file of the lists, which scripts narrow.
    case list
  }

  /// Who has a file made: whom to tell when it cannot be.
  package enum Origin: Sendable, Equatable {
    /// The program, in every site.
    case program
    /// The definition of the catalogue.
    case definition
    /// An author's file, by its path from the root of the catalogue.
    case file(String)
  }

  /// Its path from the base of the site: `programmes/tia/index.html`.
  package let path: String
  package let kind: Kind
  package let origin: Origin
  /// Whether another content would have another path, so that the file may be kept for ever.
  package let isNamedByContent: Bool
  /// What readers find in a file for machines, as the page of the data says it; nil where it says nothing.
  package let label: String?
  /// How many bytes it has, where they are there already; nil where they are made when they are asked for.
  package let size: Int?
  /// Whether readers and programs may keep its address: it stays as long as what it is about.
  package let isLasting: Bool
  private let content: @Sendable (inout ByteWriter) throws -> Void
  private let digest: (@Sendable () -> String)?

  /// Declares a file whose bytes `content` writes, the same ones each time.
  package init(
    path: String, kind: Kind, origin: Origin = .program, isNamedByContent: Bool = false,
    isLasting: Bool? = nil, label: String? = nil, size: Int? = nil,
    textDigest: (@Sendable () -> String)? = nil,
    content: @escaping @Sendable (inout ByteWriter) throws -> Void
  ) {
    self.path = path
    self.kind = kind
    self.origin = origin
    self.isNamedByContent = isNamedByContent
    self.isLasting = isLasting ?? (kind == .export || kind == .redirect)
    self.label = label
    self.size = size
    self.content = content
    digest = textDigest
  }

  /// Declares a file whose bytes are there already.
  package init(
    path: String, kind: Kind, origin: Origin = .program, isNamedByContent: Bool = false,
    bytes: [UInt8]
  ) {
    self.init(
      path: path, kind: kind, origin: origin, isNamedByContent: isNamedByContent,
      size: bytes.count
    ) { out in
      out.append(contentsOf: bytes)
    }
  }

  /// Writes the bytes of the file.
  package func write(to out: inout ByteWriter) throws { try content(&out) }

  /// The bytes of the file.
  package func bytes() throws -> [UInt8] {
    var out = ByteWriter()
    try content(&out)
    return out.bytes
  }

  /// A digest of what the text of its record says, which nothing around it changes; nil in other files.
  package var textDigest: String? { digest?() }

  /// Its address from the base of the site, as links have it: `programmes/tia/`.
  package var address: String { PagePath.address(ofFile: path) }
}
