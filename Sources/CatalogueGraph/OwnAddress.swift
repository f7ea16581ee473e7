import CatalogueModel
import Diagnostics

/// Tells the addresses of the site itself from those of others.
struct OwnAddress: Sendable {
  /// The address at which the site will stand, without its scheme, ending in `/`.
  private let base: String
  /// Names at the top of the site that others put there.
  private let keep: Set<String>

  /// Prepares for a site at `baseURL`; nil where that is no whole address.
  init?(baseURL: String, keep: Set<String> = []) {
    guard let base = Self.withoutScheme(baseURL), base.count > 1, !base.hasPrefix("/") else {
      return nil
    }
    self.base = String(base)
    self.keep = keep
  }

  /// Prepares for the site of a definition.
  init?(site: SiteDefinition) {
    self.init(baseURL: site.baseURL, keep: Set(site.keep.map(\.value)))
  }

  /// The path from the base of the site to which an address leads, `programmes/tia/`; nil where it leads
  /// elsewhere.
  func path(of address: String) -> String? {
    guard let rest = Self.withoutScheme(address) else { return nil }
    let host = base.prefix { $0 != "/" }
    guard rest.prefix(host.count).lowercased() == host.lowercased() else { return nil }
    let tail = rest.dropFirst(host.count)
    let folder = base.dropFirst(host.count)
    if tail.isEmpty || tail + "/" == folder { return "" }
    guard tail.hasPrefix(folder) else { return nil }
    let path = LinkPath("/" + tail.dropFirst(folder.count), from: "")
    guard path.forbidden == nil, let page = path.sitePath,
      !keep.contains(String(page.prefix { $0 != "/" }))
    else { return nil }
    return page
  }

  /// How many bytes of an address of the site are its base, the last `/` among them; nil where it leads elsewhere, or
  /// to the first page.
  func baseCount(of address: String) -> Int? {
    guard let path = path(of: address), !path.isEmpty, let rest = Self.withoutScheme(address) else {
      return nil
    }
    return address.utf8.count - rest.utf8.count + base.utf8.count
  }

  private static func withoutScheme(_ address: String) -> Substring? {
    for scheme in ["https://", "http://"]
    where address.prefix(scheme.count).lowercased() == scheme {
      return address.dropFirst(scheme.count)
    }
    return nil
  }
}
