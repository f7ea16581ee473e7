import ByteWriting
import CatalogueModel
package import CatalogueViews
import Diagnostics

/// The pages at former addresses of records and lists, which lead readers and programs on.
///
/// They are plain files, since a static site has no other way. A script of the program takes what stands behind the
/// address along, a query or a heading, and finds the file where the site lies on a disk. Where no script runs, the
/// `refresh` leads on, and where that is switched off, the link. As all links of pages, it is relative and leads to the
/// folder; search engines keep that address, which is the canonical one.
package enum RedirectPages {
  /// The name of the script among the assets.
  package static let scriptName = "former-address.js"

  /// Where a page leads.
  private struct Target: Sendable {
    let title: String
    let path: String
    let origin: Output.Origin
  }

  /// The files, those of lists first, then in the order of the records and of their former ids; a former id that is
  /// taken has been told.
  package static func outputs(of site: SiteContext) -> [Output] {
    var outputs: [Output] = []
    for collection in site.catalogue.schema.collections where !collection.isHidden {
      let target = Target(
        title: collection.label, path: collection.key + "/", origin: .definition)
      outputs += collection.formerKeys.map { output(at: $0 + "/", to: target, in: site) }
    }
    let records = site.catalogue.records
    let moved = records.map { ($0, $0.allFormerIDs) }.filter { !$0.1.isEmpty }
    if moved.isEmpty { return outputs }
    var taken = Set(records.map(\.id))
    for (record, ids) in moved {
      let target = Target(
        title: record.title.value, path: record.id.pagePath, origin: .file(record.path))
      outputs += ids.filter { taken.insert($0).inserted }.map {
        output(at: $0.pagePath, to: target, in: site)
      }
    }
    return outputs
  }

  private static func output(at path: String, to target: Target, in site: SiteContext) -> Output {
    let definition = site.catalogue.schema.site
    let script = site.assets.path(of: scriptName)
    return Output(path: PagePath.file(of: path), kind: .redirect, origin: target.origin) { out in
      let root = String(repeating: "../", count: path.count { $0 == "/" })
      write(target, from: root, script: script, definition, to: &out)
    }
  }

  private static func write(
    _ target: Target, from root: String, script: String?, _ site: SiteDefinition,
    to out: inout ByteWriter
  ) {
    let address = root + PagePath.encoded(target.path)
    out.append("<!DOCTYPE html>\n<html lang=\"")
    out.append(html: site.language)
    out.append(
      "\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\"")
    out.append(" content=\"default-src 'none'; script-src 'self'; base-uri 'none'\">\n<title>")
    out.append(html: target.title)
    out.append(" - ")
    out.append(html: site.title)
    out.append(
      "</title>\n<meta name=\"robots\" content=\"noindex\">\n<link rel=\"canonical\" href=\"")
    out.append(html: site.baseURL + PagePath.encoded(target.path))
    out.append("\">\n")
    if let script {
      out.append("<script src=\"")
      out.append(html: root + PagePath.encoded(script))
      out.append("\" data-target=\"")
      out.append(html: address)
      out.append("\"></script>\n<noscript>")
    }
    // Beside the script it would win over what that does.
    out.append("<meta http-equiv=\"refresh\" content=\"0; url=")
    out.append(html: address)
    out.append(script == nil ? "\">\n" : "\"></noscript>\n")
    out.append("</head>\n<body>\n<p>このページは<a href=\"")
    out.append(html: address)
    out.append("\">")
    out.append(html: target.title)
    out.append("</a>に移りました。</p>\n</body>\n</html>\n")
  }
}
