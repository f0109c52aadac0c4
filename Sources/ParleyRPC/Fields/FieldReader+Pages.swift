/// How long a page of a list is.
package enum PageSize {
  /// What 0 stands for.
  package static let standard = 50
  /// What a larger wish is answered with: enough for a screen, little enough for one read.
  package static let largest = 200
}

extension FieldReader {
  /// Reads a page size: 0 stands for 50, more than 200 for 200; a negative one is refused.
  package mutating func pageSize(_ raw: Int32, at field: String = "page_size") -> Int {
    guard raw >= 0 else {
      refuse(field, "Give 0 for the usual page, or a number up to \(PageSize.largest).")
      return PageSize.standard
    }
    return raw == 0 ? PageSize.standard : min(Int(raw), PageSize.largest)
  }
}
