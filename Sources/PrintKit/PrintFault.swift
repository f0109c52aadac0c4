/// Why a document could not be printed: memory ran out, or the libraries came without what they need.
package struct PrintFault: Error, Hashable, Sendable, CustomStringConvertible {
  package let description: String
}
