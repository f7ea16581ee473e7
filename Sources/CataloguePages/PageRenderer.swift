package import ByteWriting
package import CatalogueViews
package import Mustache

/// Draws planned pages with the site's templates.
///
/// A class, since thousands of pages share it.
package final class PageRenderer: Sendable {
  private let site: SiteContext
  private let templates: TemplateSet

  /// Draws pages of `site` with `templates`, which have been checked against the shapes.
  package init(site: SiteContext, templates: TemplateSet) {
    self.site = site
    self.templates = templates
  }

  /// The files of planned pages, each drawn when it is asked for.
  package func outputs(of plan: SitePlan) -> [Output] {
    plan.pages.map { page in
      Output(path: PagePath.file(of: page.path), kind: .page, origin: page.origin) { out in
        try self.render(page, into: &out)
      }
    }
  }

  /// Writes the HTML of a page.
  package func render(
    _ page: any PageKind, into out: inout ByteWriter
  ) throws(RenderFailure) {
    try templates.render(type(of: page).template, view(of: page), into: &out)
  }

  /// The values that the template of a page is drawn with.
  package func view(of page: any PageKind) -> View {
    .object(PageFrame.view(of: page, in: site).adding(page.view(in: site)))
  }
}
