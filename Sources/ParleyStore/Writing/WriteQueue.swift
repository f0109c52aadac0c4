final class WriteQueue: Sendable {}
