/// A page of a list of disputes.
package struct DisputePage: Hashable, Sendable {
  package let rows: [DisputeRow]
  /// Where the next page starts; nil at the end.
  package let next: DisputeQuery.Cursor?
}
