import GRDB

/// Connections that read and never write.
final class ReaderPool: Sendable {}
