/// Why a piece of an upload was not taken.
package enum UploadFault: Error, Hashable, Sendable {
  /// The piece does not start where the upload stands; where it stands.
  case wrongOffset(expected: Int64)
  /// More bytes than were declared, or fewer at the finish.
  case wrongSize(declared: Int64, received: Int64)
  /// The bytes are not those declared. Nothing is stored; the upload is gone.
  case wrongHash
  /// More than is read at once.
  case tooLarge(maximum: Int64)
  /// The upload was finished, abandoned, or is being written by somebody else.
  case notOpen
  /// All of it is there, and its entry is being written.
  case beingFiled
}
