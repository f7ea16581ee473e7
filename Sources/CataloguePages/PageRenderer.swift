package import ByteWriting
package import Mustache

/// Draws planned pages with the site's templates.
package struct PageRenderer: Sendable {
  private let site: SiteContext
  private let templates: TemplateSet

  /// Draws pages of `site` with `templates`, which have been checked against the shapes.
  package init(site: SiteContext, templates: TemplateSet) {
    self.site = site
    self.templates = templates
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
