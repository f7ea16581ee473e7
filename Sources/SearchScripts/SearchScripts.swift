/// The scripts of the search, of lists, of comparing and of pages at former addresses, as they are written, put into the program by Swift Package Manager.
///
/// They are the program's and not a site's, since they read what the program writes: a site with templates of
/// an older version has the scripts of the program that builds it. A module of their own, so that the array
/// literals of their bytes are compiled only when a script changes.
package enum SearchScripts {
  /// The search box and the page of results.
  package static var box: [UInt8] { PackageResources.search_js }
  /// The engine: its files in one function, since each that a page fetches costs a request.
  package static var engine: [UInt8] {
    let files = [
      PackageResources.search_folding_js, PackageResources.search_lists_js,
      PackageResources.search_texts_js, PackageResources.search_files_js,
      PackageResources.search_engine_js,
    ]
    return Array("(() => {\n".utf8) + files.joined() + Array("})();\n".utf8)
  }
  /// The words of what is typed without spaces, and what is found by these, together or apart.
  package static var cuts: [UInt8] {
    PackageResources.search_cuts_js + PackageResources.search_parts_js
  }
  /// What results can be narrowed by.
  package static var facets: [UInt8] { PackageResources.search_facets_js }
  /// The records that a query names.
  package static var names: [UInt8] { PackageResources.search_names_js }
  /// What a query may mean that finds nothing: another writing, a slip, a name that is half remembered.
  package static var questions: [UInt8] {
    PackageResources.search_slips_js + PackageResources.search_questions_js
  }
  /// Other spellings that are as good, for the queries that have some.
  package static var spellings: [UInt8] { PackageResources.search_spellings_js }
  /// The list of a collection: what matches, in which order, with which texts.
  package static var list: [UInt8] { PackageResources.list_js }
  /// The facets beside a list.
  package static var facetPanel: [UInt8] { PackageResources.facet_panel_js }
  /// What narrows and sorts a list on its page, with what stands around it.
  package static var facetedList: [UInt8] {
    PackageResources.facets_frame_js + PackageResources.facets_js
  }
  /// What chooses records of lists to be compared.
  package static var compareChoice: [UInt8] { PackageResources.compare_choice_js }
  /// What shows records side by side.
  package static var comparison: [UInt8] { PackageResources.compare_js }
  /// What leads on from a former address.
  package static var formerAddress: [UInt8] { PackageResources.former_address_js }
}
