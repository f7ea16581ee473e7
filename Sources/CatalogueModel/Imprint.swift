package import JapaneseText

/// Who answers for a catalogue and what it holds, as `site` of `catalogue.yml` says it; each part may be left out.
package struct Imprint: Sendable, Equatable {
  /// Who publishes the catalogue.
  package let publisher: String?
  /// Where readers report mistakes.
  package let contact: Contact?
  /// The date for which the content is true.
  package let asOf: PartialDate?
  package let edition: String?
  /// What the content extends to: which years, which sources.
  package let coverage: String?
  /// On what terms the content may be used.
  package let terms: Terms?

  /// Joins what is said; nothing by default.
  package init(
    publisher: String? = nil, contact: Contact? = nil, asOf: PartialDate? = nil,
    edition: String? = nil, coverage: String? = nil, terms: Terms? = nil
  ) {
    self.publisher = publisher
    self.contact = contact
    self.asOf = asOf
    self.edition = edition
    self.coverage = coverage
    self.terms = terms
  }

  /// Whether nothing is said.
  package var isEmpty: Bool { self == Imprint() }

  /// The terms of use, with the address of the whole text where there is one.
  package struct Terms: Sendable, Equatable {
    package let text: String
    package let address: String?

    /// Joins the terms to the address of their text.
    package init(_ text: String, address: String? = nil) {
      self.text = text
      self.address = address
    }
  }

  /// Where mistakes are reported.
  package enum Contact: Sendable, Equatable {
    /// A mail address, without `mailto:`.
    case mail(String)
    /// The address of a page.
    case page(String)

    private static let mailScheme = "mailto:"

    /// Reads `mailto:` with one plain address (RFC 6068, without its headers), or an address of the web.
    package init?(_ text: String) {
      if Imprint.isWebAddress(text) {
        self = .page(text)
        return
      }
      guard text.hasPrefix(Self.mailScheme) else { return nil }
      let address = text.dropFirst(Self.mailScheme.count)
      let parts = address.split(separator: "@", omittingEmptySubsequences: false)
      let isPlain = address.utf8.allSatisfy {
        $0 > 32 && $0 < 127 && !Array("\"'<>()[]?#&%/\\,;:".utf8).contains($0)
      }
      guard parts.count == 2, isPlain, parts.allSatisfy({ !$0.isEmpty && $0 != "." }) else {
        return nil
      }
      self = .mail(String(address))
    }

    /// What readers see.
    package var text: String {
      switch self {
      case .mail(let address), .page(let address): address
      }
    }

    /// Where a link leads.
    package var address: String {
      switch self {
      case .mail(let address): Self.mailScheme + address
      case .page(let address): address
      }
    }
  }

  /// Whether a text is an address beginning with `https://` that a link may have as it stands.
  package static func isWebAddress(_ text: String) -> Bool {
    let scheme = "https://"
    let isPlain = text.utf8.allSatisfy {
      $0 > 32 && $0 < 127 && !Array("\"'<>\\^`{|}".utf8).contains($0)
    }
    let host = text.dropFirst(scheme.count).prefix { !"/?#".contains($0) }
    return text.hasPrefix(scheme) && isPlain && host.contains { $0 != "." }
  }
}
