package import ByteWriting
package import CatalogueViews
package import Mustache
import Synchronization

/// Draws planned pages with the site's templates.
///
/// A class, since thousands of pages share it.
package final class PageRenderer: Sendable {
  private let site: SiteContext
  private let templates: TemplateSet
  /// The templates with what pages have alike in their frame, each made for the first page that wants it.
  private let prepared = Mutex<[Frame: PreparedTemplate?]>([:])

  /// A template and where the pages stand that it is prepared for.
  private struct Frame: Hashable {
    let template: String
    let surroundings: PageFrame.Surroundings
  }

  /// Draws pages of `site` with `templates`, which have been checked against the shapes.
  package init(site: SiteContext, templates: TemplateSet) {
    self.site = site
    self.templates = templates
  }

  /// The files of planned pages, each drawn when it is asked for.
  package func outputs(of plan: SitePlan) -> [Output] {
    plan.pages.map { page in
      Output(
        path: PagePath.file(of: page.path), kind: .page, origin: page.origin,
        isLasting: page.isLasting
      ) { out in
        try self.render(page, into: &out)
      }
    }
  }

  /// Writes the HTML of a page.
  package func render(
    _ page: any PageKind, into out: inout ByteWriter
  ) throws(RenderFailure) {
    guard let template = template(for: page) else {
      return try templates.render(type(of: page).template, view(of: page), into: &out)
    }
    try template.render(PageFrame.own(of: page, in: site), page.view(in: site), into: &out)
  }

  /// The template of a page with its frame; nil where it has to be drawn from the page's whole view.
  private func template(for page: any PageKind) -> PreparedTemplate? {
    let kind = type(of: page)
    let frame = Frame(
      template: kind.template, surroundings: PageFrame.surroundings(of: page))
    if let template = prepared.withLock({ $0[frame] }) { return template }
    let template = templates.prepared(
      kind.template, with: PageFrame.shared(frame.surroundings, in: site),
      shape: PageKinds.shape(of: kind, assets: site.assets))
    prepared.withLock { $0[frame] = .some(template) }
    return template
  }

  /// The values that the template of a page is drawn with.
  package func view(of page: any PageKind) -> View {
    .object(PageFrame.view(of: page, in: site).adding(page.view(in: site)))
  }
}
