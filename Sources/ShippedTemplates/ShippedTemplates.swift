/// The templates of the shipped catalogue and their assets, put into the program by Swift Package Manager.
///
/// A site that has no template of a name is drawn with the program's, so that a new kind of page breaks
/// nobody's own templates. `Files` is a link to `templates/`, the one place where they are written. A module
/// of its own, so that the array literals of their bytes are compiled only when one of them changes.
package enum ShippedTemplates {
  /// A file with its name: `record.mustache`, `site.css`.
  package struct File: Sendable {
    package let name: String
    package let bytes: [UInt8]
  }

  /// The templates, in the order of their names; a new one gets its line here.
  package static let templates: [File] = [
    File(name: "breadcrumbs.mustache", bytes: PackageResources.breadcrumbs_mustache),
    File(name: "budget-matrix.mustache", bytes: PackageResources.budget_matrix_mustache),
    File(name: "budget.mustache", bytes: PackageResources.budget_mustache),
    File(name: "cited-outline.mustache", bytes: PackageResources.cited_outline_mustache),
    File(name: "cited-places.mustache", bytes: PackageResources.cited_places_mustache),
    File(name: "collection.mustache", bytes: PackageResources.collection_mustache),
    File(name: "compare.mustache", bytes: PackageResources.compare_mustache),
    File(name: "contents.mustache", bytes: PackageResources.contents_mustache),
    File(name: "data.mustache", bytes: PackageResources.data_mustache),
    File(name: "drafts.mustache", bytes: PackageResources.drafts_mustache),
    File(name: "entry-tags.mustache", bytes: PackageResources.entry_tags_mustache),
    File(name: "entry.mustache", bytes: PackageResources.entry_mustache),
    File(name: "facet-values.mustache", bytes: PackageResources.facet_values_mustache),
    File(name: "facet.mustache", bytes: PackageResources.facet_mustache),
    File(name: "facets.mustache", bytes: PackageResources.facets_mustache),
    File(name: "fiscal-year-lines.mustache", bytes: PackageResources.fiscal_year_lines_mustache),
    File(
      name: "fiscal-year-others.mustache", bytes: PackageResources.fiscal_year_others_mustache),
    File(
      name: "fiscal-year-owners.mustache", bytes: PackageResources.fiscal_year_owners_mustache),
    File(name: "fiscal-year.mustache", bytes: PackageResources.fiscal_year_mustache),
    File(name: "fiscal-years.mustache", bytes: PackageResources.fiscal_years_mustache),
    File(name: "footer.mustache", bytes: PackageResources.footer_mustache),
    File(name: "header.mustache", bytes: PackageResources.header_mustache),
    File(name: "home.mustache", bytes: PackageResources.home_mustache),
    File(name: "layout.mustache", bytes: PackageResources.layout_mustache),
    File(name: "list-doors.mustache", bytes: PackageResources.list_doors_mustache),
    File(name: "list-scripts.mustache", bytes: PackageResources.list_scripts_mustache),
    File(name: "measure-charts.mustache", bytes: PackageResources.measure_charts_mustache),
    File(name: "measures.mustache", bytes: PackageResources.measures_mustache),
    File(name: "mention-group.mustache", bytes: PackageResources.mention_group_mustache),
    File(name: "mention.mustache", bytes: PackageResources.mention_mustache),
    File(name: "not-found.mustache", bytes: PackageResources.not_found_mustache),
    File(name: "numbers.mustache", bytes: PackageResources.numbers_mustache),
    File(name: "pager.mustache", bytes: PackageResources.pager_mustache),
    File(name: "prefecture-tiles.mustache", bytes: PackageResources.prefecture_tiles_mustache),
    File(name: "prizes.mustache", bytes: PackageResources.prizes_mustache),
    File(name: "reading-index.mustache", bytes: PackageResources.reading_index_mustache),
    File(name: "reading-row.mustache", bytes: PackageResources.reading_row_mustache),
    File(name: "record-line.mustache", bytes: PackageResources.record_line_mustache),
    File(name: "record.mustache", bytes: PackageResources.record_mustache),
    File(name: "relation-group.mustache", bytes: PackageResources.relation_group_mustache),
    File(name: "relation.mustache", bytes: PackageResources.relation_mustache),
    File(name: "relations.mustache", bytes: PackageResources.relations_mustache),
    File(name: "search-box.mustache", bytes: PackageResources.search_box_mustache),
    File(name: "search.mustache", bytes: PackageResources.search_mustache),
    File(name: "site-facts.mustache", bytes: PackageResources.site_facts_mustache),
    File(name: "spans.mustache", bytes: PackageResources.spans_mustache),
    File(name: "surroundings.mustache", bytes: PackageResources.surroundings_mustache),
    File(name: "timeline-event.mustache", bytes: PackageResources.timeline_event_mustache),
    File(name: "timeline-year.mustache", bytes: PackageResources.timeline_year_mustache),
    File(name: "timeline.mustache", bytes: PackageResources.timeline_mustache),
    File(name: "year-contents.mustache", bytes: PackageResources.year_contents_mustache),
    File(name: "year-links.mustache", bytes: PackageResources.year_links_mustache),
    File(name: "year-stage.mustache", bytes: PackageResources.year_stage_mustache),
    File(name: "year-steps-end.mustache", bytes: PackageResources.year_steps_end_mustache),
    File(name: "year-steps.mustache", bytes: PackageResources.year_steps_mustache),
  ]

  /// What the templates name of `assets`, in the order of the names, without the scripts of the search.
  package static let assets: [File] = [
    File(name: "icon.svg", bytes: PackageResources.icon_svg),
    File(name: "site.css", bytes: PackageResources.site_css),
    File(name: "site.js", bytes: PackageResources.site_js),
  ]
}
