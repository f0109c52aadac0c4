/// What came of reading from or writing to a socket that does not block.
enum ByteOutcome {
  case bytes(Int)
  case wouldBlock
  case ended
  case failed(String)
}
