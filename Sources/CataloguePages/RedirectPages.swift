import ByteWriting
import CatalogueModel
package import CatalogueViews
import Diagnostics

/// The pages at former addresses of records, which lead readers and programs to the records.
///
/// They are plain files, since a static site has no other way: browsers follow the `refresh` at once, and so do search
/// engines, which then keep the canonical address. The link is for whoever has that switched off. Both are relative
/// and name the file, so that they work wherever the site stands, also on a disk, without a server and scripts.
package enum RedirectPages {
  /// The files, in the order of the records and of their former ids; a former id that is taken has been told.
  package static func outputs(of site: SiteContext) -> [Output] {
    let definition = site.catalogue.schema.site
    let records = site.catalogue.records
    let moved = records.filter { !$0.formerIDs.isEmpty }
    if moved.isEmpty { return [] }
    var taken = Set(records.map(\.id))
    return moved.flatMap { record in
      let ids = record.formerIDs.compactMap { record.formerID($0.value) }
      return ids.filter { taken.insert($0).inserted }.map { former in
        Output(
          path: PagePath.file(of: former.pagePath), kind: .redirect, origin: .file(record.path)
        ) { out in
          write(record, definition, to: &out)
        }
      }
    }
  }

  private static func write(
    _ record: Record, _ site: SiteDefinition, to out: inout ByteWriter
  ) {
    // Every former address is two folders deep.
    let target = "../../" + PagePath.encoded(PagePath.file(of: record.id.pagePath))
    out.append("<!DOCTYPE html>\n<html lang=\"")
    out.append(html: site.language)
    out.append("\">\n<head>\n<meta charset=\"utf-8\">\n<title>")
    out.append(html: record.title.value)
    out.append(" - ")
    out.append(html: site.title)
    out.append("</title>\n<meta name=\"robots\" content=\"noindex\">\n")
    out.append("<meta http-equiv=\"refresh\" content=\"0; url=")
    out.append(html: target)
    out.append("\">\n<link rel=\"canonical\" href=\"")
    out.append(html: site.baseURL + PagePath.encoded(record.id.pagePath))
    out.append("\">\n</head>\n<body>\n<p>このページは<a href=\"")
    out.append(html: target)
    out.append("\">")
    out.append(html: record.title.value)
    out.append("</a>に移りました。</p>\n</body>\n</html>\n")
  }
}
